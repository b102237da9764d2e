import { describe, expect, test } from 'vitest';
import { ADULT, asJson, mg, yes, type Input } from '../../../../tests/support/findings';
import { evaluate } from './evaluate';
import type { Findings } from './findings';

const kidneys = (findings: Input) =>
  evaluate(asJson({ subject: ADULT, ...findings }) as Findings).kidneys;
const egfr = (value: number, more: Input = {}) => ({
  egfr: { value, unit: 'mL/min/{1.73_m2}', ...more }
});
const creatinine = (value: number, more: Input = {}) => ({
  creatinine: { value, unit: 'umol/L', ...more }
});
const CUSTOM = {
  custom: [{ analyte: 'creatinine', unit: 'umol/L', low: 60, high: 110 }]
};

describe('kidneys are impaired', () => {
  test.each([
    ['renal failure', { conditions: yes('renal-failure') }],
    ['dialysis', { conditions: yes('dialysis') }],
    ['an eGFR of 59.9', { labs: egfr(59.9) }],
    ['an eGFR of 0', { labs: egfr(0) }],
    ['an eGFR reported low', { labs: { egfr: { reported: 'low' } } }],
    [
      'creatinine above its printed interval',
      { labs: creatinine(111, { interval: { high: 110 } }) }
    ],
    [
      'creatinine above its printed interval by a decimal that only the laboratory prints',
      { labs: { creatinine: mg(1.34, { interval: { high: 1.33 } }) } }
    ],
    ['creatinine reported high', { labs: { creatinine: { reported: 'high' } } }],
    ['creatinine reported high beside a figure', { labs: creatinine(100, { reported: 'high' }) }],
    ['creatinine above a custom interval', { labs: creatinine(111), intervals: CUSTOM }],
    [
      'one of them, whatever the others say',
      { labs: { ...egfr(90), creatinine: { reported: 'high' } }, otherConditions: 'none' }
    ]
  ] as [string, Input][])('by %s', (_, findings) => {
    expect(kidneys(findings)).toBe('yes');
  });
});

describe('kidneys are not impaired', () => {
  test.each([
    ['an eGFR of 60', { labs: egfr(60) }],
    ['an eGFR figure, which goes before its flag', { labs: egfr(60, { reported: 'low' }) }],
    ['an eGFR reported normal', { labs: { egfr: { reported: 'normal' } } }],
    ['creatinine at its printed limit', { labs: creatinine(110, { interval: { high: 110 } }) }],
    [
      'creatinine by its printed interval, which goes before its flag',
      { labs: creatinine(110, { interval: { high: 110 }, reported: 'high' }) }
    ],
    ['creatinine reported normal', { labs: { creatinine: { reported: 'normal' } } }],
    [
      'its flag, which goes before the custom interval',
      { labs: creatinine(120, { reported: 'normal' }), intervals: CUSTOM }
    ],
    ['a custom interval', { labs: creatinine(110), intervals: CUSTOM }],
    ['a custom interval in the other unit', { labs: { creatinine: mg(1.2) }, intervals: CUSTOM }],
    ['both diseases answered no', { otherConditions: 'none' }]
  ] as [string, Input][])('by %s', (_, findings) => {
    expect(kidneys(findings)).toBe('no');
  });
});

describe('nothing is known of the kidneys', () => {
  test.each([
    ['without any of these', {}],
    ['with one disease answered no', { conditions: [{ id: 'dialysis', status: 'no' }] }],
    ['with an eGFR reported high', { labs: { egfr: { reported: 'high' } } }],
    ['with creatinine reported low', { labs: { creatinine: { reported: 'low' } } }],
    ['with creatinine below its interval', { labs: creatinine(50, { interval: { low: 60 } }) }],
    ['with a creatinine that no interval judges', { labs: creatinine(80) }],
    [
      'with a creatinine above a lone lower limit',
      { labs: creatinine(80, { interval: { low: 60 } }) }
    ],
    [
      'with a creatinine that is a suspected slip',
      { labs: creatinine(1.2, { interval: { high: 1.3 } }) }
    ],
    [
      'with values from before the treatment',
      {
        labs: {
          ...egfr(20, { when: 'before-treatment' }),
          creatinine: { reported: 'high', when: 'before-treatment' }
        }
      }
    ]
  ] as [string, Input][])('%s', (_, findings) => {
    expect(kidneys(findings)).toBe('unknown');
  });
});

test('the flag of a suspected slip still counts', () => {
  expect(kidneys({ labs: creatinine(1.2, { reported: 'high' }) })).toBe('yes');
});
