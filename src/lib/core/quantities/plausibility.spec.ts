import { describe, expect, test } from 'vitest';
import {
  decimalShifts,
  isReadable,
  isWindowed,
  isWithinWindow,
  PHOSPHATE_POSSIBLE_UNDER_16,
  PHOSPHATE_POSSIBLE_WITH_LOAD,
  plausibility,
  possibleWindow,
  WINDOWED,
  type Windowed
} from './plausibility';
import { decimal } from './decimal';
import { UNITS, type Analyte } from './units';

const kindOf = (analyte: Windowed, value: number, unit: string = UNITS[analyte][0]) =>
  plausibility({ analyte, value, unit }).kind;

/** What the same digits could have meant. */
function readingsOf(analyte: Windowed, value: number, unit: string): string[] {
  const judged = plausibility({ analyte, value, unit });
  return judged.kind === 'slip'
    ? judged.readings.map((reading) => {
        expect(reading.value).toBe(value);
        return `${reading.analyte} ${reading.unit}`;
      })
    : [];
}

describe('the windows of what is possible, in mmol/L, g/L and umol/L', () => {
  const POSSIBLE: [Windowed, number, number, number, number][] = [
    ['totalCalcium', 1.249, 1.25, 4, 4.001],
    ['adjustedCalcium', 1.249, 1.25, 4, 4.001],
    ['ionisedCalcium', 0.499, 0.5, 2.2, 2.201],
    ['phosphate', 0.399, 0.4, 3, 3.001],
    ['albumin', 9.99, 10, 60, 60.01],
    ['creatinine', 14.9, 15, 2500, 2501]
  ];

  test.each(POSSIBLE)(
    '%s: %d is not possible, %d to %d is, %d is not',
    (analyte, below, low, high, above) => {
      expect(kindOf(analyte, below)).not.toBe('possible');
      expect(kindOf(analyte, low)).toBe('possible');
      expect(kindOf(analyte, high)).toBe('possible');
      expect(kindOf(analyte, above)).not.toBe('possible');
    }
  );

  test('are judged after conversion, exactly', () => {
    expect(kindOf('totalCalcium', 16.03, 'mg/dL')).toBe('possible');
    expect(kindOf('totalCalcium', 16.04, 'mg/dL')).not.toBe('possible');
    expect(kindOf('totalCalcium', 8, 'meq/L')).toBe('possible');
    expect(kindOf('totalCalcium', 8.01, 'meq/L')).not.toBe('possible');
    expect(kindOf('phosphate', 9.29, 'mg/dL')).toBe('possible');
    expect(kindOf('phosphate', 9.3, 'mg/dL')).not.toBe('possible');
    expect(kindOf('albumin', 6, 'g/dL')).toBe('possible');
    expect(kindOf('creatinine', 28.2, 'mg/dL')).toBe('possible');
    expect(kindOf('creatinine', 28.3, 'mg/dL')).not.toBe('possible');
  });

  test('exist for calcium, phosphate, albumin and creatinine only', () => {
    expect(WINDOWED).toEqual(POSSIBLE.map(([analyte]) => analyte));
    expect((Object.keys(UNITS) as Analyte[]).filter(isWindowed)).toEqual(WINDOWED);
  });

  test('reach further for phosphate where something raises it', () => {
    const phosphate = { analyte: 'phosphate', value: 3.4, unit: 'mmol/L' } as const;
    expect(plausibility(phosphate).kind).toBe('slip');
    expect(plausibility(phosphate, PHOSPHATE_POSSIBLE_UNDER_16).kind).toBe('possible');
    const higher = { ...phosphate, value: 6 };
    expect(plausibility(higher, PHOSPHATE_POSSIBLE_UNDER_16).kind).toBe('slip');
    expect(plausibility(higher, PHOSPHATE_POSSIBLE_WITH_LOAD).kind).toBe('possible');
    expect(plausibility({ ...phosphate, value: 6.01 }, PHOSPHATE_POSSIBLE_WITH_LOAD).kind).toBe(
      'slip'
    );
    for (const window of [PHOSPHATE_POSSIBLE_UNDER_16, PHOSPHATE_POSSIBLE_WITH_LOAD]) {
      expect(plausibility({ ...phosphate, value: 0.4 }, window).kind).toBe('possible');
      expect(plausibility({ ...phosphate, value: 0.39 }, window).kind).not.toBe('possible');
    }
  });
});

describe('the examples of a slip', () => {
  test.each([
    ['totalCalcium', 9.5, 'mmol/L', ['totalCalcium mg/dL']],
    ['totalCalcium', 4.8, 'mg/dL', ['totalCalcium meq/L', 'ionisedCalcium mg/dL']],
    ['totalCalcium', 1.2, 'mmol/L', ['ionisedCalcium mmol/L']],
    ['totalCalcium', 2.4, 'mg/dL', ['totalCalcium mmol/L', 'ionisedCalcium meq/L']],
    ['adjustedCalcium', 9.5, 'mmol/L', ['adjustedCalcium mg/dL']],
    ['ionisedCalcium', 2.4, 'mmol/L', ['ionisedCalcium meq/L', 'totalCalcium mmol/L']],
    ['ionisedCalcium', 9.6, 'mg/dL', ['totalCalcium mg/dL']],
    ['phosphate', 3.5, 'mmol/L', ['phosphate mg/dL']],
    ['phosphate', 1.1, 'mg/dL', ['phosphate mmol/L']],
    ['albumin', 4.1, 'g/L', ['albumin g/dL']],
    ['albumin', 41, 'g/dL', ['albumin g/L']],
    ['creatinine', 1.2, 'umol/L', ['creatinine mg/dL']],
    ['creatinine', 110, 'mg/dL', ['creatinine umol/L']]
  ] as [Windowed, number, string, string[]][])('%s %d %s', (analyte, value, unit, readings) => {
    expect(readingsOf(analyte, value, unit)).toEqual(readings);
  });
});

describe('the ordinary windows decide whether the same digits are a slip', () => {
  /** Entered so that no figure is possible; the digits are ordinary, or not, in another unit. */
  test.each([
    ['totalCalcium', 'mg/dL', 'totalCalcium mmol/L', 1.9, 3.2, 0.01],
    ['totalCalcium', 'mmol/L', 'ionisedCalcium mmol/L', 0.9, undefined, 0.01],
    ['ionisedCalcium', 'mg/dL', 'ionisedCalcium mmol/L', 0.9, 1.6, 0.01],
    ['phosphate', 'mg/dL', 'phosphate mmol/L', 0.5, undefined, 0.01],
    ['phosphate', 'mmol/L', 'phosphate mg/dL', undefined, 7.7, 0.1],
    ['albumin', 'g/dL', 'albumin g/L', 20, 55, 0.1],
    ['creatinine', 'mg/dL', 'creatinine umol/L', 30, 900, 1]
  ] as [Windowed, string, string, number | undefined, number | undefined, number][])(
    '%s in %s read as %s is ordinary from %d to %d',
    (analyte, unit, reading, low, high, step) => {
      expect.hasAssertions();
      if (low !== undefined) {
        expect(readingsOf(analyte, low, unit)).toContain(reading);
        expect(readingsOf(analyte, low - step, unit)).not.toContain(reading);
      }
      if (high !== undefined) {
        expect(readingsOf(analyte, high, unit)).toContain(reading);
        expect(readingsOf(analyte, high + step, unit)).not.toContain(reading);
      }
    }
  );

  test('ionised calcium is ordinary up to 1.60 mmol/L, which no other reading hides', () => {
    expect(readingsOf('ionisedCalcium', 3.2, 'mmol/L')).toEqual([
      'ionisedCalcium meq/L',
      'totalCalcium mmol/L'
    ]);
    expect(readingsOf('ionisedCalcium', 3.3, 'mmol/L')).toEqual([]);
  });

  test('without an ordinary reading a figure is unusual', () => {
    expect(kindOf('totalCalcium', 30)).toBe('unusual');
    expect(kindOf('phosphate', 0.1)).toBe('unusual');
    expect(kindOf('albumin', 9)).toBe('unusual');
    expect(kindOf('creatinine', 2600)).toBe('unusual');
  });
});

describe('total or adjusted calcium above 4.00 up to 6.50 mmol/L is never a slip', () => {
  test.each(['totalCalcium', 'adjustedCalcium'] as const)('%s', (analyte) => {
    expect(kindOf(analyte, 4.01)).toBe('unusual');
    expect(kindOf(analyte, 5.66)).toBe('unusual');
    expect(kindOf(analyte, 6.5)).toBe('unusual');
    expect(kindOf(analyte, 7.7)).toBe('slip');
  });

  test('but only when it was entered in mmol/L, and only that kind of calcium', () => {
    expect(kindOf('totalCalcium', 8.4, 'meq/L')).toBe('slip');
    expect(kindOf('ionisedCalcium', 4.8)).toBe('slip');
    expect(kindOf('phosphate', 5)).toBe('slip');
  });
});

describe('a decimal sign moved by one or two places', () => {
  test.each([
    ['totalCalcium', 23.5, [2.35]],
    ['totalCalcium', 235, [2.35]],
    ['totalCalcium', 0.235, [2.35]],
    ['totalCalcium', 0.0235, [2.35]],
    ['totalCalcium', 2.35, []],
    ['albumin', 4, [40]]
  ] as [Windowed, number, number[]][])('%s %d may have been %j', (analyte, value, candidates) => {
    const unit = UNITS[analyte][0];
    expect(decimalShifts({ analyte, value, unit })).toEqual(
      candidates.map((candidate) => ({ analyte, value: candidate, unit }))
    );
  });
});

describe('what a figure could mean at all', () => {
  test.each([
    ['egfr', 'mL/min/{1.73_m2}', undefined, 0, 250, 250.1],
    ['pth', 'pmol/L', 0.049, 0.05, 1000, 1000.1],
    ['vitaminD25', 'nmol/L', 1.99, 2, 2500, 2500.1],
    ['calciumPhosphateProduct', 'mmol2/L2', 0.49, 0.5, 30, 30.1],
    ['phosphate', 'mmol/L', 0.39, 0.4, 6, 6.01],
    ['totalCalcium', 'mmol/L', 1.24, 1.25, 4, 4.01],
    ['creatinine', 'umol/L', 14, 15, 2500, 2501],
    ['age', 'a', undefined, 0, 130, 130.1],
    ['age', 'mo', undefined, 0, 1560, 1561]
  ] as [Analyte | 'age', string, number | undefined, number, number, number][])(
    '%s in %s: not %d, from %d to %d, not %d',
    (analyte, unit, below, low, high, above) => {
      if (below !== undefined) expect(isReadable({ analyte, unit }, below)).toBe(false);
      expect(isReadable({ analyte, unit }, low)).toBe(true);
      expect(isReadable({ analyte, unit }, high)).toBe(true);
      expect(isReadable({ analyte, unit }, above)).toBe(false);
    }
  );

  test('an age in a unit that is not one of age means nothing', () => {
    expect(isReadable({ analyte: 'age', unit: 'mmol/L' }, 4)).toBe(false);
  });
});

test('a window holds both its ends', () => {
  const window = { low: decimal('1.00'), high: decimal('2.00') };
  const at = (value: number) =>
    isWithinWindow({ analyte: 'phosphate', value, unit: 'mmol/L' }, window);
  expect([0.99, 1, 2, 2.01].map(at)).toEqual([false, true, true, false]);
  expect(possibleWindow('phosphate')).toEqual({ low: decimal('0.40'), high: decimal('3.00') });
});
