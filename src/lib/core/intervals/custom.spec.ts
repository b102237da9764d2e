import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LABS } from '../classifier/vocabulary';
import { validate } from '../classifier/validate';
import { AGE_UNITS } from '../quantities/units';
import { isCustomRow, isIntervalChoice } from './custom';

const figure = fc.constantFrom(0, 1.1, 2.2, 2.6, -1, Number.NaN, Infinity, '2', null, undefined);
const age = fc.oneof(
  fc.constant(undefined),
  fc.record(
    {
      value: fc.constantFrom(0, 1, 16, 131, -1, '3'),
      unit: fc.constantFrom(...AGE_UNITS, 'year'),
      more: fc.constantFrom(1)
    },
    { requiredKeys: [] }
  ),
  fc.constantFrom(null, 3, [])
);
const row = fc.oneof(
  fc.record(
    {
      analyte: fc.constantFrom<unknown>(...LABS, 'sodium', 3),
      unit: fc.constantFrom<unknown>('mmol/L', 'mg/dL', 'g/L', 'pmol/L', 3),
      low: figure,
      high: figure,
      fromAge: age,
      toAge: age,
      note: fc.constantFrom('x')
    },
    { requiredKeys: ['analyte', 'unit'] }
  ),
  fc.constantFrom<unknown>(null, undefined, 3, 'x', [], {})
);

test('a row that was kept counts exactly when the input contract takes it', () => {
  fc.assert(
    fc.property(row, (kept) => {
      const { ok } = validate({ intervals: { custom: [kept] } });
      expect(isCustomRow(kept)).toBe(ok);
    }),
    { numRuns: 20_000, seed: 20_261 }
  );
});

test('a row ends after the age at which it begins', () => {
  const row = { analyte: 'totalCalcium', unit: 'mmol/L', high: 2.5 };
  const isTaken = (from: number, to: number) =>
    isCustomRow({ ...row, fromAge: { value: from, unit: 'a' }, toAge: { value: to, unit: 'a' } });
  expect(isTaken(1, 16)).toBe(true);
  expect(isTaken(16, 16)).toBe(false);
  expect(isTaken(16, 1)).toBe(false);
});

test('rows that the contract takes are taken', () => {
  const calcium = { analyte: 'totalCalcium', unit: 'mmol/L', low: 2.1, high: 2.5 };
  expect(isCustomRow(calcium)).toBe(true);
  expect(isCustomRow({ ...calcium, fromAge: { value: 16, unit: 'a' } })).toBe(true);
  expect(isIntervalChoice({ set: 'us-pedsap', custom: [calcium] })).toBe(true);
  expect(isIntervalChoice({})).toBe(true);
});

test.each([
  [null],
  [[]],
  ['uk-consensus'],
  [{ set: 'x' }],
  [{ custom: {} }],
  [{ custom: [3] }],
  [{ sets: 1 }]
])('%j is no choice of intervals', (kept) => {
  expect(isIntervalChoice(kept)).toBe(false);
});
