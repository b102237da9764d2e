import { describe, expect, test } from 'vitest';
import type { Analyte } from '../quantities/units';
import { compareWithLimits, compareWithThreshold, isMarginal, type Limits } from './compare';

const verdict = (
  analyte: Analyte,
  value: number,
  unit: string,
  limits: Limits,
  isOwnLaboratorys = true
) => compareWithLimits({ analyte, value, unit }, limits, isOwnLaboratorys)?.verdict;

const calcium = (value: number, limits: Omit<Limits, 'unit'>, isOwn = true) =>
  verdict('totalCalcium', value, 'mmol/L', { ...limits, unit: 'mmol/L' }, isOwn);

describe('what reads the same is judged the same', () => {
  test('calcium of 2.604 reads 2.60 and is inside 2.20-2.60; 2.605 reads 2.61 and is not', () => {
    expect(calcium(2.604, { low: 2.2, high: 2.6 })).toBe('normal');
    expect(calcium(2.605, { low: 2.2, high: 2.6 })).toBe('high');
    expect(calcium(2.195, { low: 2.2, high: 2.6 })).toBe('normal');
    expect(calcium(2.194, { low: 2.2, high: 2.6 })).toBe('low');
  });

  test('the decimals of a printed limit count where they are more', () => {
    expect(calcium(2.604, { low: 2.2, high: 2.603 })).toBe('high');
    expect(calcium(2.603, { low: 2.2, high: 2.603 })).toBe('normal');
    expect(calcium(2.6034, { low: 2.2, high: 2.603 })).toBe('normal');
    expect(calcium(2.603, { low: 2.205, high: 2.6 })).toBe('high');
    expect(calcium(2.2044, { low: 2.205, high: 2.6 })).toBe('low');
    expect(calcium(2.2045, { low: 2.205, high: 2.6 })).toBe('normal');
  });

  test('but not those of a built-in limit, nor of a limit in another unit', () => {
    expect(calcium(2.604, { low: 2.2, high: 2.603 }, false)).toBe('normal');
    expect(verdict('phosphate', 4.64, 'mg/dL', { high: 1.489, unit: 'mmol/L' })).toBe('normal');
    expect(verdict('phosphate', 4.65, 'mg/dL', { high: 1.489, unit: 'mmol/L' })).toBe('high');
  });

  test.each([
    ['creatinine', 1.34, 'mg/dL', 1.3, 'normal'],
    ['creatinine', 1.35, 'mg/dL', 1.3, 'high'],
    ['creatinine', 110.4, 'umol/L', 110, 'high'],
    ['creatinine', 110, 'umol/L', 110, 'normal'],
    ['pth', 65.01, 'ng/L', 65, 'high'],
    ['pth', 6.9, 'pmol/L', 6.9, 'normal'],
    ['calciumPhosphateProduct', 4.434, 'mmol2/L2', 4.43, 'normal'],
    ['calciumPhosphateProduct', 4.435, 'mmol2/L2', 4.43, 'high'],
    ['calciumPhosphateProduct', 55.04, 'mg2/dL2', 55, 'normal'],
    ['calciumPhosphateProduct', 55.05, 'mg2/dL2', 55, 'high'],
    ['totalCalcium', 5.204, 'meq/L', 5.2, 'normal'],
    ['totalCalcium', 5.205, 'meq/L', 5.2, 'high']
  ] as [Analyte, number, string, number, string][])(
    '%s %d %s against %d is %s',
    (analyte, value, unit, high, expected) => {
      expect(verdict(analyte, value, unit, { high, unit })).toBe(expected);
    }
  );

  test('a custom creatinine limit in the other unit is converted, then compared', () => {
    expect(verdict('creatinine', 114.9, 'umol/L', { high: 1.3, unit: 'mg/dL' })).toBe('normal');
    expect(verdict('creatinine', 115, 'umol/L', { high: 1.3, unit: 'mg/dL' })).toBe('high');
  });
});

describe('an interval with one limit', () => {
  test('an upper limit alone says high or normal', () => {
    expect(calcium(2.61, { high: 2.6 })).toBe('high');
    expect(calcium(1, { high: 2.6 })).toBe('normal');
  });

  test('a lower limit alone says low, and nothing about not being raised', () => {
    expect(calcium(2.19, { low: 2.2 })).toBe('low');
    expect(calcium(2.2, { low: 2.2 })).toBeUndefined();
    expect(calcium(9, { low: 2.2 })).toBeUndefined();
  });
});

describe('thresholds are figures of their own in each unit, never converted', () => {
  const CRISIS = { 'mmol/L': '3.50', 'mg/dL': '14.0' };
  const against = (value: number, unit: string) =>
    compareWithThreshold({ analyte: 'totalCalcium', value, unit }, CRISIS);

  test.each([
    [3.494, 'mmol/L', -1],
    [3.495, 'mmol/L', 0],
    [3.504, 'mmol/L', 0],
    [3.505, 'mmol/L', 1],
    [13.94, 'mg/dL', -1],
    [13.95, 'mg/dL', 0],
    [14.05, 'mg/dL', 1]
  ])('%d %s', (value, unit, order) => {
    expect(against(value, unit)).toBe(order);
  });

  test('a unit without a threshold is a mistake of the program', () => {
    expect(() => against(7, 'meq/L')).toThrow(new RangeError('no threshold in meq/L'));
  });
});

describe('a marginal value exceeds its upper limit by no more than 5 % of it', () => {
  const isMarginalAt = (value: number, high: number | undefined, low?: number) =>
    isMarginal(
      compareWithLimits(
        { analyte: 'phosphate', value, unit: 'mmol/L' },
        { high, low, unit: 'mmol/L' },
        true
      )!
    );

  test.each([
    [1.5, 1.5, false],
    [1.51, 1.5, true],
    [1.574, 1.5, true],
    [1.575, 1.5, false],
    [1.58, 1.5, false],
    [2.1, 2, true],
    [2.11, 2, false],
    [0.5, 1.5, false]
  ])('%d against %d: %s', (value, high, expected) => {
    expect(isMarginalAt(value, high)).toBe(expected);
  });

  test('a low value is never marginal', () => {
    expect(isMarginalAt(0.79, 1.5, 0.8)).toBe(false);
    expect(isMarginalAt(0.79, undefined, 0.8)).toBe(false);
  });
});
