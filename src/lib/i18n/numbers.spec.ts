import { afterEach, expect, test } from 'vitest';
import { dayText } from './dates';
import {
  convertedNumber,
  exactNumber,
  exactQuantity,
  intervalText,
  listText,
  localNumber
} from './numbers';
import { useLocale } from './locale';

afterEach(() => useLocale('fr'));

test('French writes a comma, English a point', () => {
  expect(localNumber('2.35')).toBe('2,35');
  useLocale('en');
  expect(localNumber('2.35')).toBe('2.35');
});

test('five digits and more are grouped by narrow no-break spaces', () => {
  expect([localNumber('1234'), localNumber('12345.5'), localNumber('1234567')]).toEqual([
    '1234',
    '12\u202f345,5',
    '1\u202f234\u202f567'
  ]);
});

test('a figure keeps all its digits, and has no fewer decimals than its unit is printed with', () => {
  expect([2.4, 2.345, 1e-12, 100, 0].map((value) => exactNumber(value, 'mmol/L'))).toEqual([
    '2,40',
    '2,345',
    '0,000000000001',
    '100,00',
    '0,00'
  ]);
  expect(exactNumber(41, 'g/L')).toBe('41');
});

test('a converted calcium in mg/dL keeps three digits', () => {
  expect(convertedNumber(9.41833, 'mg/dL')).toBe('9,42');
  expect(convertedNumber(46.803, 'mg2/dL2')).toBe('46,8');
});

test('a figure and its unit do not part', () => {
  expect(exactQuantity(2.35, 'mmol/L')).toBe('2,35\u202fmmol/L');
});

test('one limit alone is written with its sign', () => {
  expect([intervalText('2,20', '2,60'), intervalText('60', undefined)]).toEqual([
    '2,20–2,60',
    '≥\u202f60'
  ]);
  expect(intervalText(undefined, '1,50')).toBe('≤\u202f1,50');
  expect(intervalText(undefined, undefined)).toBe('');
});

test('a day is the same wherever it is read', () => {
  expect(dayText('2026-11-24')).toBe('24 nov. 2026');
  useLocale('en');
  expect(dayText('2026-11-24')).toBe('24 Nov 2026');
  expect(dayText('soon')).toBe('soon');
});

test('a list reads as it is spoken', () => {
  expect(listText(['a', 'b', 'c'], 'disjunction')).toBe('a, b ou c');
  useLocale('en');
  expect(listText(['a', 'b', 'c'], 'conjunction')).toBe('a, b and c');
});
