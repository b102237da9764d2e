import { expect, test } from 'vitest';
import { assessmentOf } from '../classifier/assessment-of';
import type { Findings } from '../classifier/findings';
import { newRow } from './row';
import { isAnsweredOtherwise, pathsOf, pathsOfBoth, savedBody } from './saved-assessment';

const findings: Findings = {
  labs: { phosphate: { value: 2.1, unit: 'mmol/L', sampledOn: '2026-11-20' } },
  signs: [
    { id: 'spreading-redness', status: 'yes' },
    { id: 'pus', status: 'no' }
  ]
};
const assessment = assessmentOf(findings);
const saved = newRow('assessment', 'id', 1, savedBody('case', findings, assessment));

test('a result is kept with its findings, its rules and the day of its oldest sample', () => {
  expect(saved).toMatchObject({
    caseId: 'case',
    ruleSet: assessment.ruleSet,
    content: { findings, sampledOn: '2026-11-20', result: { reachable: assessment.reachable } }
  });
});

test('the same rules answer the same', () => {
  expect(isAnsweredOtherwise(saved, assessment)).toBe(false);
});

test.each([
  ['another subtype', { ...assessment, reachable: ['idiopathic' as const] }],
  ['another certainty', { ...assessment, certainty: 'supported' as const }],
  [
    'a red flag more',
    { ...assessment, redFlags: [{ id: 'threatened-structure' as const, inputs: [] }] }
  ]
])('%s is told', (_, now) => {
  expect(isAnsweredOtherwise(saved, now)).toBe(true);
});

test('a sign that is absent was not entered as present', () => {
  expect(pathsOf(findings)).toEqual(['labs.phosphate', 'signs.spreading-redness']);
});

test('two findings are held against each other wherever one of them has something', () => {
  const other: Findings = { lesion: { depositConfirmed: 'yes' }, otherConditions: 'none' };
  expect(pathsOfBoth(findings, other)).toEqual([
    'labs.phosphate',
    'signs.spreading-redness',
    'otherConditions',
    'lesion.depositConfirmed'
  ]);
});

test('everything that was entered has its place', () => {
  expect(
    pathsOf({
      subject: { age: { value: 54, unit: 'a' } },
      labs: { phosphate: { value: 2.1, unit: 'mmol/L' } },
      exposures: [{ id: 'iv-calcium', status: 'yes' }],
      otherExposures: 'none',
      conditions: [{ id: 'systemic-sclerosis', status: 'yes' }],
      otherConditions: 'none',
      lesion: { depositConfirmed: 'yes' },
      signs: [{ id: 'pus', status: 'yes' }]
    })
  ).toEqual([
    'subject.age',
    'labs.phosphate',
    'exposures.iv-calcium',
    'otherExposures',
    'conditions.systemic-sclerosis',
    'otherConditions',
    'lesion.depositConfirmed',
    'signs.pus'
  ]);
});
