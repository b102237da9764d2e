import { expect, test } from 'vitest';
import { assess } from './assess';

/** The example of the clinical specification 2026.1, sections 2 and 3, as it stands there. */
const FINDINGS = {
  subject: { age: { value: 15, unit: 'a' }, sex: 'male' },
  intervals: { set: 'uk-consensus' },
  labs: {
    totalCalcium: {
      value: 2.48,
      unit: 'mmol/L',
      interval: { low: 2.1, high: 2.6 },
      sampledOn: '2026-11-20'
    },
    phosphate: {
      value: 2.53,
      unit: 'mmol/L',
      interval: { low: 1.1, high: 1.8 },
      sampledOn: '2026-11-20'
    },
    egfr: { reported: 'normal' }
  },
  exposures: [{ id: 'iv-calcium', status: 'no' }],
  otherExposures: 'none',
  conditions: [{ id: 'familial-tumoral-calcinosis', status: 'yes' }],
  otherConditions: 'none',
  lesion: {
    damageBefore: 'no',
    damage: [],
    patterns: ['periarticular-mass'],
    depositConfirmed: 'yes'
  },
  signs: [{ id: 'fever', status: 'no' }]
};

test('the example of the specification gives the assessment that stands beside it', () => {
  const result = assess(FINDINGS);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  const { counterfactuals, reasons, ...rest } = result.assessment;
  expect(rest).toEqual({
    subtype: 'metastatic',
    certainty: 'supported',
    reachable: ['metastatic'],
    concurrent: [],
    possibleConcurrent: [],
    variants: ['hyperphosphataemic-tumoral'],
    missing: [],
    cautions: [
      {
        id: 'tumoral-filed-differently',
        inputs: ['lesion.patterns', 'conditions.familial-tumoral-calcinosis']
      }
    ],
    redFlags: [],
    derived: {
      calcium: {
        status: 'normal',
        basis: 'totalCalcium',
        interval: { low: 2.1, high: 2.6, unit: 'mmol/L', source: 'printed' }
      },
      phosphate: {
        status: 'high',
        basis: 'phosphate',
        interval: { low: 1.1, high: 1.8, unit: 'mmol/L', source: 'printed' }
      },
      product: { value: 6.27, unit: 'mmol2/L2' }
    },
    ruleSet: '2026.1'
  });
  expect(reasons).toEqual([
    {
      rule: 'phosphate-raised',
      inputs: ['labs.phosphate'],
      sources: ['review-2015', 'reiter-2011']
    },
    {
      rule: 'tumoral-mass-with-raised-phosphate',
      inputs: ['lesion.patterns'],
      sources: ['review-2015']
    }
  ]);
  expect(counterfactuals).toContainEqual({
    input: 'labs.phosphate',
    to: 'not-raised',
    reachable: ['idiopathic']
  });
  expect(counterfactuals).toContainEqual({
    input: 'exposures.iv-calcium',
    to: 'yes',
    reachable: ['iatrogenic']
  });
});
