import { describe, expect, test } from 'vitest';
import { ageInDays, type Age } from '../quantities/age';
import { bandAt, bandsOfEveryAge, customVerdict, type CustomRow } from './bands';

const years = (value: number): Age => ({ value, unit: 'a' });
const creatinine = (value: number) => ({ analyte: 'creatinine', value, unit: 'umol/L' }) as const;
const row = (high: number, more: Partial<CustomRow> = {}): CustomRow => ({
  analyte: 'creatinine',
  unit: 'umol/L',
  high,
  ...more
});

describe('the bands over all ages', () => {
  const calcium = { analyte: 'totalCalcium', value: 2.4, unit: 'mmol/L' } as const;

  test('begin and end where a band of any set or a custom row does', () => {
    const sources = (custom: CustomRow[]) =>
      bandsOfEveryAge(calcium, { set: 'us-pedsap', custom }).map(({ source }) => source);
    expect(sources([])).toEqual(['us-pedsap', 'us-pedsap', 'us-pedsap']);
    const custom = { analyte: 'totalCalcium', unit: 'mmol/L', high: 2.6 };
    expect(sources([{ ...custom, fromAge: years(50), toAge: years(60) }])).toEqual([
      'us-pedsap',
      'us-pedsap',
      'us-pedsap',
      'custom',
      'us-pedsap'
    ]);
    expect(sources([{ ...custom, fromAge: years(12), toAge: years(16) }])).toEqual([
      'us-pedsap',
      'custom',
      'us-pedsap'
    ]);
  });

  test('of a custom row are neither filled in nor disputed', () => {
    const band = bandAt(ageInDays(years(40)), calcium, {
      set: 'uk-consensus',
      custom: [{ analyte: 'totalCalcium', unit: 'mmol/L', high: 2.3 }]
    });
    expect(band).toMatchObject({ source: 'custom', isFilledIn: false, isDisputed: false });
  });
});

describe("a person's own creatinine interval", () => {
  const at = (value: number, custom: CustomRow[], age?: Age) =>
    customVerdict(creatinine(value), custom, age && ageInDays(age));

  test('judges the ages that it covers', () => {
    const custom = [row(80, { toAge: years(18) }), row(110, { fromAge: years(18) })];
    expect(at(90, custom, years(10))).toBe('high');
    expect(at(90, custom, years(18))).toBe('normal');
    expect(at(90, [row(80, { fromAge: years(18) })], years(10))).toBeUndefined();
  });

  test('with the age not known judges only where every row agrees', () => {
    const custom = [row(80, { toAge: years(18) }), row(110, { fromAge: years(18) })];
    expect(at(70, custom)).toBe('normal');
    expect(at(90, custom)).toBeUndefined();
    expect(at(120, custom)).toBe('high');
  });

  test('counts with the decimals in which the laboratory gives its limit', () => {
    const custom = [{ analyte: 'creatinine', unit: 'mg/dL', high: 1.23 }];
    const verdict = (value: number) =>
      customVerdict({ analyte: 'creatinine', value, unit: 'mg/dL' }, custom, undefined);
    expect(verdict(1.23)).toBe('normal');
    expect(verdict(1.24)).toBe('high');
  });

  test('with a lower limit alone says only that a figure is low', () => {
    const custom = [{ analyte: 'creatinine', unit: 'umol/L', low: 45 }];
    expect(at(40, custom)).toBe('low');
    expect(at(90, custom)).toBeUndefined();
  });

  test('says nothing of another analyte, and without rows nothing is said', () => {
    expect(at(90, [row(80, { analyte: 'phosphate' })])).toBeUndefined();
    expect(at(90, [])).toBeUndefined();
  });
});
