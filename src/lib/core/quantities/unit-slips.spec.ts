import { describe, expect, test } from 'vitest';
import { cautionsOf, only } from '../../../../tests/support/findings';
import { convert } from './convert';
import { plausibility, type Windowed } from './plausibility';

/** Ordinary figures in the analyte's first unit, from the specification. */
const ORDINARY: Record<string, [low: number, high: number, step: number]> = {
  totalCalcium: [1.9, 3.2, 0.01],
  adjustedCalcium: [1.9, 3.2, 0.01],
  ionisedCalcium: [0.9, 1.6, 0.01],
  phosphate: [0.5, 2.5, 0.01],
  albumin: [20, 55, 0.5],
  creatinine: [30, 900, 1]
};
const IN_MG: Record<string, string> = { albumin: 'g/dL' };
const FIRST: Record<string, string> = { albumin: 'g/L', creatinine: 'umol/L' };

function ordinaryFigures(analyte: Windowed): number[] {
  const [low, high, step] = ORDINARY[analyte]!;
  const count = Math.round((high - low) / step);
  return Array.from({ length: count + 1 }, (_, n) => Number((low + n * step).toFixed(2)));
}

function isFlagged(analyte: Windowed, value: number, unit: string): boolean {
  return plausibility({ analyte, value: Number(value.toPrecision(12)), unit }).kind !== 'possible';
}

/** The lowest and highest ordinary figure whose slip nothing shows, in the analyte's first unit. */
function unflagged(analyte: Windowed, entered: (value: number) => [number, string]) {
  const missed = ordinaryFigures(analyte).filter((value) => !isFlagged(analyte, ...entered(value)));
  return missed.length === 0 ? 'none' : `${missed[0]} to ${missed.at(-1)}`;
}

const first = (analyte: string) => FIRST[analyte] ?? 'mmol/L';
const mass = (analyte: string) => IN_MG[analyte] ?? 'mg/dL';
const toMass = (analyte: Windowed, value: number) =>
  convert(analyte, value, first(analyte), mass(analyte));

describe('promise 19: a decimal sign that slipped is flagged', () => {
  test.each(['totalCalcium', 'adjustedCalcium', 'ionisedCalcium', 'phosphate', 'albumin'] as const)(
    'every ordinary %s times 10, 100, a tenth and a hundredth, in each unit',
    (analyte) => {
      for (const factor of [10, 100, 0.1, 0.01]) {
        expect(unflagged(analyte, (value) => [value * factor, first(analyte)])).toBe('none');
        expect(
          unflagged(analyte, (value) => [toMass(analyte, value) * factor, mass(analyte)])
        ).toBe('none');
      }
    }
  );

  test('but creatinine spans more than a factor of ten, so that its slips can be real figures', () => {
    expect(unflagged('creatinine', (value) => [value * 10, 'umol/L'])).toBe('30 to 250');
    expect(unflagged('creatinine', (value) => [value / 10, 'umol/L'])).toBe('150 to 900');
    expect(unflagged('creatinine', (value) => [value * 100, 'umol/L'])).toBe('none');
    expect(unflagged('creatinine', (value) => [value / 100, 'umol/L'])).toBe('none');
  });
});

describe('promise 19: a figure entered in the wrong one of mmol and mg is flagged', () => {
  test.each([
    'totalCalcium',
    'adjustedCalcium',
    'ionisedCalcium',
    'albumin',
    'creatinine'
  ] as const)('every ordinary %s', (analyte) => {
    expect(unflagged(analyte, (value) => [value, mass(analyte)])).toBe('none');
    expect(unflagged(analyte, (value) => [toMass(analyte, value), first(analyte)])).toBe('none');
  });

  test('every phosphate above 3.0 mg/dL entered as mmol/L, every one below 1.24 mmol/L as mg/dL', () => {
    for (let value = 3.1; value <= 7.7; value += 0.1)
      expect(isFlagged('phosphate', value, 'mmol/L')).toBe(true);
    for (let value = 0.5; value < 1.235; value += 0.01)
      expect(isFlagged('phosphate', value, 'mg/dL')).toBe(true);
  });

  test('but 3.0 mg/dL as mmol/L is a phosphate of renal failure, and 1.24 mmol/L as mg/dL a very low one', () => {
    expect(unflagged('phosphate', (value) => [toMass('phosphate', value), 'mmol/L'])).toBe(
      '0.5 to 0.96'
    );
    expect(unflagged('phosphate', (value) => [value, 'mg/dL'])).toBe('1.24 to 2.5');
    const lowPhosphate = only({ labs: { phosphate: { value: 1.24, unit: 'mg/dL' } } });
    expect(cautionsOf(lowPhosphate)).toContain('low-phosphate');
  });
});

describe('what equivalents hide: a calcium in meq/L is near its figure in mmol/L', () => {
  test('only the figures that stay possible in the other unit go unseen', () => {
    const toMeq = (value: number) => convert('totalCalcium', value, 'mmol/L', 'meq/L');
    expect(unflagged('totalCalcium', (value) => [toMeq(value), 'mmol/L'])).toBe('1.9 to 2');
    expect(unflagged('totalCalcium', (value) => [value, 'meq/L'])).toBe('2.5 to 3.2');
  });
});
