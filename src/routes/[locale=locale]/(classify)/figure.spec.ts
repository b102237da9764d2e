import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { UNITS } from '$lib/core/quantities/units';
import { LABS } from '$lib/core/classifier/vocabulary';
import { useLocale } from '$lib/i18n/locale';
import { emptyLab, type LabEntry } from '$lib/state/entry-data';
import { inUnit, readFigure, readLimit, shownText, typed } from './figure';

afterEach(() => useLocale('fr'));

const calcium = (change: Partial<LabEntry> = {}): LabEntry => ({
  ...emptyLab('mmol/L'),
  text: '2,35',
  low: '2,20',
  high: '2,60',
  ...change
});

function switched(entry: LabEntry, ...units: string[]): LabEntry {
  return units.reduce((now, unit) => ({ ...now, ...inUnit('totalCalcium', now, unit) }), entry);
}

describe('another unit', () => {
  test('shows the figure and its interval converted, in the reader’s decimal sign', () => {
    const shown = switched(calcium(), 'mg/dL');
    expect(
      (['text', 'low', 'high'] as const).map((which) => shownText('totalCalcium', shown, which))
    ).toEqual(['9,42', '8,82', '10,42']);
    useLocale('en');
    expect(shownText('totalCalcium', shown, 'text')).toBe('9.42');
  });

  test('and back gives the very text that was typed and read, however often and for every analyte', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LABS),
        fc.integer({ min: 1, max: 999_999 }),
        fc.integer({ min: 0, max: 3 }),
        fc.array(fc.nat({ max: 2 }), { maxLength: 6 }),
        (lab, digits, decimals, path) => {
          const units: readonly string[] = UNITS[lab];
          const first = units[0]!;
          const entry = { ...emptyLab(first), text: (digits / 10 ** decimals).toFixed(decimals) };
          fc.pre(readFigure(lab, entry).kind === 'read');
          const steps = [...path.map((step) => units[step % units.length]!), first];
          const back = steps.reduce(
            (now, unit) => ({ ...now, ...inUnit(lab, now, unit) }),
            entry as LabEntry
          );
          expect(shownText(lab, back, 'text')).toBe(entry.text);
          expect(readFigure(lab, back)).toEqual(readFigure(lab, entry));
        }
      )
    );
  });

  test('does not change what is judged: the figure stays the one that was typed', () => {
    const shown = switched(calcium(), 'mg/dL');
    expect(readFigure('totalCalcium', shown)).toEqual({ kind: 'read', value: 2.35 });
    expect(shown.unit).toBe('mmol/L');
  });

  test('means the same digits where the unit was wrong', () => {
    const slip = calcium({ text: '9,5', low: '', high: '', confirmed: true });
    const meant = { ...slip, ...inUnit('totalCalcium', slip, 'mg/dL', { keepDigits: true }) };
    expect(meant).toMatchObject({
      text: '9,5',
      unit: 'mg/dL',
      shownUnit: 'mg/dL',
      confirmed: false
    });
  });

  test('leaves a figure that cannot be read as it stands', () => {
    const unread = calcium({ text: '2,3x' });
    const shown = { ...unread, ...inUnit('totalCalcium', unread, 'mg/dL') };
    expect(shownText('totalCalcium', shown, 'text')).toBe('2,3x');
    expect(shown.unit).toBe('mg/dL');
  });
});

describe('typing', () => {
  test('in a converted field makes what is on screen the figure', () => {
    const shown = switched(calcium(), 'mg/dL');
    expect({ ...shown, ...typed('totalCalcium', shown, 'text', '9,5') }).toMatchObject({
      text: '9,5',
      low: '8,82',
      high: '10,42',
      unit: 'mg/dL',
      shownUnit: 'mg/dL'
    });
  });

  test('takes back a confirmation, as it was for another figure', () => {
    const change = typed('totalCalcium', calcium({ confirmed: true }), 'text', '2,36');
    expect(change).toMatchObject({ text: '2,36', confirmed: false });
  });

  test('a limit leaves the confirmation of the figure', () => {
    expect(typed('totalCalcium', calcium({ confirmed: true }), 'low', '2,1')).not.toHaveProperty(
      'confirmed'
    );
  });
});

test('an ambiguous figure counts once a reading is picked, and only one of the two', () => {
  const ambiguous = calcium({ text: '1,234' });
  expect(readFigure('totalCalcium', ambiguous).kind).toBe('ambiguous');
  expect(readFigure('totalCalcium', { ...ambiguous, picked: 1.234 })).toEqual({
    kind: 'read',
    value: 1.234
  });
  expect(readFigure('totalCalcium', { ...ambiguous, picked: 7 }).kind).toBe('ambiguous');
});

test('0 is a limit, though it is no concentration', () => {
  expect(readLimit('phosphate', '0', 'mmol/L')).toEqual({ kind: 'read', value: 0 });
});
