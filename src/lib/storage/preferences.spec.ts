import { expect, test } from 'vitest';
import { DEFAULT_PREFERENCES, parsePreferences, readPreferences } from './preferences';

test('what was chosen is read back', () => {
  const chosen = {
    locale: 'en',
    theme: 'dark',
    units: { phosphate: 'mg/dL' },
    intervalSet: 'us-pedsap',
    ownIntervals: [{ analyte: 'phosphate', unit: 'mmol/L', low: 0.81, high: 1.45 }],
    terms: '1'
  } as const;
  expect(parsePreferences(JSON.parse(JSON.stringify(chosen)))).toEqual(chosen);
});

test('a field that is not understood falls back alone', () => {
  expect(
    parsePreferences({
      locale: 'de',
      theme: 'sepia',
      units: { phosphate: 'mg/L', totalCalcium: 'mg/dL', potassium: 'mmol/L' },
      intervalSet: 'moon',
      ownIntervals: [{ analyte: 'phosphate', unit: 'mmol/L', low: 3, high: 1 }],
      terms: 7
    })
  ).toEqual({ ...DEFAULT_PREFERENCES, units: { totalCalcium: 'mg/dL' } });
});

test.each([null, undefined, 'text', 3, []])('%j is no preferences', (stored) => {
  expect(parsePreferences(stored)).toEqual(DEFAULT_PREFERENCES);
});

test('a browser without storage gives the defaults', () => {
  expect(readPreferences()).toEqual(DEFAULT_PREFERENCES);
});
