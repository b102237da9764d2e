import { afterEach, expect, test } from 'vitest';
import { useLocale } from '$lib/i18n/locale';
import { emptyEntry, emptyLab, type LabEntry } from '$lib/state/entry-data';
import type { LabId } from '$lib/core/classifier/vocabulary';
import { echoOf } from './echo';
import { evaluateEntry } from './evaluation';

afterEach(() => useLocale('fr'));

function echo(lab: LabId, change: Partial<LabEntry>, others: Partial<Record<LabId, string>> = {}) {
  const labs = Object.fromEntries(
    Object.entries(others).map(([id, text]) => [
      id,
      { ...emptyLab(id === 'albumin' ? 'g/L' : 'mmol/L'), text }
    ])
  );
  const figure = { ...emptyLab('mmol/L'), ...change };
  const entry = {
    ...emptyEntry(),
    age: { text: '43', unit: 'a' as const },
    labs: { ...labs, [lab]: figure }
  };
  const evaluated = evaluateEntry(entry, { intervalSet: 'uk-consensus', ownIntervals: [] });
  return echoOf(lab, figure, evaluated.assessment).replaceAll('\u202f', ' ');
}

test('a calcium within its interval, in the reader’s number format', () => {
  expect(echo('totalCalcium', { text: '2.35' })).toBe('2,35 mmol/L (9,42 mg/dL), dans 2,20–2,60');
  useLocale('en');
  expect(echo('totalCalcium', { text: '2,35' })).toBe('2.35 mmol/L (9.42 mg/dL), within 2.20–2.60');
});

test('a phosphate above its limit', () => {
  useLocale('en');
  expect(echo('phosphate', { text: '1,62' })).toBe('1.62 mmol/L (5.02 mg/dL), above 1.50');
});

test('in another unit the one on screen comes first, with the limits in it', () => {
  useLocale('en');
  expect(echo('phosphate', { text: '1,62', shownUnit: 'mg/dL' })).toBe(
    '5.02 mg/dL (1.62 mmol/L), above 4.6'
  );
});

test('an adjusted calcium stands beside the raw one, and is the one that is judged', () => {
  useLocale('en');
  expect(echo('totalCalcium', { text: '2,35' }, { albumin: '30' })).toBe(
    '2.35 mmol/L (9.42 mg/dL); adjusted 2.55 mmol/L, within 2.20–2.60'
  );
});

test('a figure that is not read, or not used, is not judged', () => {
  expect(echo('totalCalcium', { text: '2,3x' })).toBe('');
  useLocale('en');
  expect(echo('totalCalcium', { text: '9,5' })).toBe('9.50 mmol/L (38.07 mg/dL)');
});

test('a large figure is grouped', () => {
  useLocale('en');
  expect(echo('pth', { text: '12000', unit: 'ng/L', shownUnit: 'ng/L' })).toMatch(/^12 000 ng\/L/);
});
