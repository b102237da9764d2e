import { expect, test } from 'vitest';
import { mmol, settled, type LabInput } from '../../../../tests/support/findings';
import { assess } from './assess';

/** With the keys that are there, undefined ones included. */
function intervalFor(totalCalcium: LabInput) {
  const result = assess(settled({ labs: { totalCalcium } }));
  return result.ok && result.assessment.derived.calcium.interval;
}

test('the interval that judged names only the limits that it has', () => {
  expect(intervalFor(mmol(2.4, { interval: { high: 2.6 } }))).toStrictEqual({
    high: 2.6,
    unit: 'mmol/L',
    source: 'printed'
  });
  expect(intervalFor(mmol(2, { interval: { low: 2.2 } }))).toStrictEqual({
    low: 2.2,
    unit: 'mmol/L',
    source: 'printed'
  });
  expect(intervalFor({ reported: 'normal' })).toStrictEqual({ source: 'laboratory-flag' });
});
