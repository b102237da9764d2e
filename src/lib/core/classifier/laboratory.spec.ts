import { describe, expect, test } from 'vitest';
import {
  assessed,
  cautionsOf,
  mg,
  mmol,
  only,
  settled,
  yes,
  type Input,
  type LabInput
} from '../../../../tests/support/findings';
import { answersOf } from './answers';
import type { Findings } from './findings';
import { createMemo, laboratoryOf } from './laboratory';

const slipOf = (findings: Input) =>
  assessed(findings).cautions.find(({ id }) => id === 'possible-unit-slip');

describe('a suspected slip of unit', () => {
  test('is not used, and its readings are offered', () => {
    const assessment = assessed(settled({ labs: { totalCalcium: mmol(9.5) } }));
    expect(assessment.derived.calcium).toEqual({ status: 'unknown' });
    expect(assessment.cautions).toEqual([
      {
        id: 'possible-unit-slip',
        inputs: ['labs.totalCalcium'],
        readings: [{ analyte: 'totalCalcium', value: 9.5, unit: 'mg/dL' }]
      }
    ]);
  });

  test('leaves its flag to decide', () => {
    expect(
      assessed(settled({ labs: { totalCalcium: mmol(9.5, { reported: 'high' }) } })).derived.calcium
    ).toEqual({ status: 'high', basis: 'reported', interval: { source: 'laboratory-flag' } });
  });

  test('counts once it is confirmed, without any caution', () => {
    const assessment = assessed(
      settled({ labs: { totalCalcium: mmol(9.5, { confirmed: true }) } })
    );
    expect(assessment).toMatchObject({ subtype: 'metastatic', cautions: [] });
    expect(
      slipOf(settled({ labs: { totalCalcium: mmol(9.5, { confirmed: false }) } }))
    ).toBeDefined();
  });

  test('counts when its printed interval lies inside what is possible, as an unusual value', () => {
    const withInterval = (interval: Input) =>
      cautionsOf(settled({ labs: { totalCalcium: mmol(9.5, { interval }) } }));
    expect(withInterval({ low: 2.2, high: 2.6 })).toEqual(['unusual-value']);
    expect(withInterval({ low: 1.25, high: 4 })).toEqual(['unusual-value']);
    expect(withInterval({ high: 2.6 })).toEqual(['unusual-value']);
    expect(withInterval({ low: 1.24, high: 2.6 })).toEqual(['possible-unit-slip']);
    expect(withInterval({ low: 2.2, high: 4.01 })).toEqual(['possible-unit-slip']);
    expect(withInterval({ low: 8.8, high: 10.4 })).toEqual(['possible-unit-slip']);
  });

  test('of several figures is one caution with all their readings', () => {
    const albumin = { value: 4.1, unit: 'g/L' };
    expect(slipOf(settled({ labs: { phosphate: mmol(3.5), albumin } }))).toEqual({
      id: 'possible-unit-slip',
      inputs: ['labs.phosphate', 'labs.albumin'],
      readings: [
        { analyte: 'phosphate', value: 3.5, unit: 'mg/dL' },
        { analyte: 'albumin', value: 4.1, unit: 'g/dL' }
      ]
    });
  });

  test('from before the treatment is no matter', () => {
    expect(
      slipOf(settled({ labs: { ionisedCalcium: mmol(9.5, { when: 'before-treatment' }) } }))
    ).toBeUndefined();
  });
});

describe('an unusual value counts, and makes its fact doubtful when it decides', () => {
  test('calcium', () => {
    const assessment = assessed(settled({ labs: { totalCalcium: mmol(5.66) } }));
    expect(assessment).toMatchObject({
      subtype: 'metastatic',
      certainty: 'provisional',
      cautions: [{ id: 'unusual-value', inputs: ['labs.totalCalcium'] }]
    });
    expect(
      assessed(settled({ labs: { totalCalcium: mmol(5.66, { confirmed: true }) } }))
    ).toMatchObject({ certainty: 'supported', cautions: [] });
  });

  test('phosphate', () => {
    expect(assessed(settled({ labs: { phosphate: mmol(9) } }))).toMatchObject({
      subtype: 'metastatic',
      certainty: 'provisional',
      cautions: [{ id: 'unusual-value' }]
    });
  });

  test('a value that does not decide touches nothing', () => {
    for (const more of [
      { ionisedCalcium: mmol(1.2), totalCalcium: mmol(5.66, { reported: 'normal' }) },
      { albumin: { value: 9, unit: 'g/L' }, adjustedCalcium: mmol(2.4) },
      { creatinine: { value: 2600, unit: 'umol/L' } }
    ] as Record<string, LabInput>[]) {
      const assessment = assessed(settled({ labs: more }));
      expect(assessment.cautions.map(({ id }) => id)).toContain('unusual-value');
      expect(assessment.subtype).toBe('idiopathic');
    }
    expect(
      assessed(settled({ labs: { creatinine: { value: 2600, unit: 'umol/L' } } })).certainty
    ).toBe('supported');
  });
});

describe('how much phosphate is possible', () => {
  const isSlip = (value: number, more: Input = {}) =>
    slipOf(only({ labs: { phosphate: mmol(value) }, ...more })) !== undefined;
  const age = (value: number, unit = 'a') => ({ subject: { age: { value, unit } } });

  test('3.00 mmol/L in an adult', () => {
    expect(isSlip(3)).toBe(false);
    expect(isSlip(3.01)).toBe(true);
  });

  test('3.40 under 16 years, or with the age not known', () => {
    for (const subject of [age(1), age(15.99), { subject: {} }]) {
      expect(isSlip(3.4, subject)).toBe(false);
      expect(isSlip(3.41, subject)).toBe(true);
    }
    expect(isSlip(3.4, age(16))).toBe(true);
  });

  test('6.00 under one year', () => {
    expect(isSlip(6, age(365, 'd'))).toBe(false);
    expect(isSlip(6.01, age(365, 'd'))).toBe(true);
    expect(isSlip(6, age(1))).toBe(true);
  });

  test.each([
    'renal-failure',
    'dialysis',
    'tumour-lysis',
    'familial-tumoral-calcinosis',
    'hypoparathyroidism-or-pseudo'
  ])('6.00 with %s', (id) => {
    expect(isSlip(6, { conditions: yes(id) })).toBe(false);
    expect(isSlip(6.01, { conditions: yes(id) })).toBe(true);
    expect(isSlip(6, { conditions: [{ id, status: 'unknown' }] })).toBe(true);
  });

  test.each(['phosphate-load', 'parenteral-phosphate'])('6.00 with %s', (id) => {
    expect(isSlip(6, { exposures: yes(id) })).toBe(false);
    expect(isSlip(6.01, { exposures: yes(id) })).toBe(true);
    expect(isSlip(6, { exposures: [{ id, status: 'no' }] })).toBe(true);
  });

  test('no more with what does not raise it', () => {
    for (const id of ['sarcoidosis', 'hyperparathyroidism', 'malignancy'])
      expect(isSlip(6, { conditions: yes(id) })).toBe(true);
    for (const id of ['vitamin-d', 'iv-calcium'])
      expect(isSlip(6, { exposures: yes(id) })).toBe(true);
  });

  test('an answer that would make the figure usable is asked for', () => {
    const findings = only({
      labs: { phosphate: mmol(3.5), totalCalcium: mmol(2.4) },
      lesion: { damageBefore: 'no', patterns: [] },
      otherExposures: 'none',
      otherConditions: 'none',
      conditions: [{ id: 'tumour-lysis', status: 'unknown' }]
    });
    expect(assessed(findings).missing).toContainEqual({
      input: 'conditions.tumour-lysis',
      canChange: ['subtype'],
      outcomes: { yes: ['metastatic'], no: ['idiopathic', 'metastatic'] }
    });
  });
});

test('figures in mg/dL are judged as they are, not as millimoles', () => {
  expect(assessed(settled({ labs: { totalCalcium: mg(9.6), phosphate: mg(3.4) } }))).toMatchObject({
    subtype: 'idiopathic',
    certainty: 'supported',
    cautions: []
  });
});

test('what was read once reads the same again, with limits of what is possible or without', () => {
  const findings: Findings = {
    labs: {
      totalCalcium: { value: 2.4, unit: 'mmol/L' },
      egfr: { value: 50, unit: 'mL/min/{1.73_m2}' }
    }
  };
  const memo = createMemo();
  const first = laboratoryOf(findings, answersOf(findings), memo);
  const again = laboratoryOf(findings, answersOf(findings), memo);
  for (const analyte of ['totalCalcium', 'egfr'] as const) {
    expect(first.get(analyte)?.quantity?.value).toBe(findings.labs?.[analyte]?.value);
    expect(again.get(analyte)).toEqual(first.get(analyte));
  }
});
