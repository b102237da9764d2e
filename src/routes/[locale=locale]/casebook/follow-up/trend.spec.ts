import { expect, test } from 'vitest';
import { useLocale } from '$lib/i18n/locale';
import { axisOf, changeText, figureText, quantityText, shareOfTime } from './trend';

const ticks = (...given: Parameters<typeof axisOf>) =>
  axisOf(...given).ticks.map(({ text }) => text);
const plain = (text: string) => text.replaceAll('\u202f', ' ');

test('sizes begin at nothing, a score has its own scale, a laboratory value is seen from near', () => {
  useLocale('fr');
  expect(ticks([8.3, 12.5], {}, 'mm')).toEqual(['0', '5', '10', '15']);
  expect(ticks([3, 4], {}, '/10')).toEqual(['0', '2', '4', '6', '8', '10']);
  expect(ticks([2.31, 2.4], {}, 'mmol/L')).toEqual([
    '2,30',
    '2,32',
    '2,34',
    '2,36',
    '2,38',
    '2,40'
  ]);
});

test('the interval is on the axis, and values that are all the same have one', () => {
  const wide = axisOf([2.4], { low: 2.2, high: 2.6 }, 'mmol/L');
  expect(wide.low).toBeLessThanOrEqual(2.2);
  expect(wide.high).toBeGreaterThanOrEqual(2.6);
  for (const value of [0, 1, 2.4, 1000]) {
    const { low, high } = axisOf([value, value], {}, 'mmol/L');
    expect(low).toBeLessThanOrEqual(value);
    expect(high).toBeGreaterThan(low);
  }
});

test('a day lies where it is in time, and one day alone in the middle', () => {
  expect(shareOfTime('2026-01-11', '2026-01-01', '2026-01-21')).toBe(0.5);
  expect(shareOfTime('2026-01-01', '2026-01-01', '2026-01-01')).toBe(0.5);
});

test('a printed figure keeps its digits, a computed one is rounded', () => {
  useLocale('fr');
  expect(figureText(1.234, 'mmol/L')).toBe('1,234');
  expect(figureText(94.24777960769379, 'mm2')).toBe('94,2');
  expect(figureText(2.495134, 'mmol/L')).toBe('2,50');
});

test('a quantity has its unit, a change its sign, and no error of binary fractions', () => {
  useLocale('fr');
  expect(plain(quantityText(94.2, 'mm2'))).toBe('94,2 mm²');
  expect(quantityText(4, '/10')).toBe('4/10');
  expect(plain(changeText(12.3, 9.1, 'mm'))).toBe('−3,2 mm');
  expect(plain(changeText(3, 5, '/10'))).toBe('+2');
});
