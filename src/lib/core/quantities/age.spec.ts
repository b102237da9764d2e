import { expect, test } from 'vitest';
import { ageInDays, daysOf, isYounger, OLDEST_AGE } from './age';
import { decimal, toNumber } from './decimal';
import type { AgeUnit } from './units';

test.each([
  [1, 'a', 365.25],
  [12, 'mo', 365.25],
  [1, 'mo', 30.4375],
  [1, 'wk', 7],
  [4, 'wk', 28],
  [28, 'd', 28],
  [0, 'd', 0],
  [130, 'a', 47482.5],
  [0.5, 'a', 182.625]
] as [number, AgeUnit, number][])('%d %s are %d days', (value, unit, days) => {
  expect(toNumber(ageInDays({ value, unit }))).toBe(days);
});

test('the day of birth is an age', () => {
  expect(toNumber(daysOf({ value: 0, unit: 'd' })!)).toBe(0);
});

test.each([
  [-1, 'd'],
  ['3', 'a'],
  [NaN, 'a'],
  [3, 'year'],
  [undefined, 'a']
])('%j %s is no age', (value, unit) => {
  expect(daysOf({ value, unit })).toBeUndefined();
});

test('nobody is older than 130 years', () => {
  expect(OLDEST_AGE).toEqual({ value: 130, unit: 'a' });
});

test('an age is younger than a limit only when it is known and below it', () => {
  const limit = { value: 4, unit: 'wk' } as const;
  expect(isYounger(decimal('27.99'), limit)).toBe(true);
  expect(isYounger(decimal(28), limit)).toBe(false);
  expect(isYounger(decimal(29), limit)).toBe(false);
  expect(isYounger(undefined, limit)).toBe(false);
});
