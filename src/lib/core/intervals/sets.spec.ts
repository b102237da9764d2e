import { describe, expect, test } from 'vitest';
import { PRINTED, type PrintedInterval } from '../../../../tests/support/printed-intervals';
import bibliography from '../../content/bibliography.json';
import { ageInDays, type Age } from '../quantities/age';
import { convertDecimal } from '../quantities/convert';
import { compare, decimal, toNumber } from '../quantities/decimal';
import { judge } from './judge';
import { INTERVALS, type CalciumOrPhosphate } from './sets';

const DECIMALS = { 'mmol/L': 2, 'mg/dL': 1, 'meq/L': 2 } as const;
type Unit = keyof typeof DECIMALS;

function statusOf(
  { set, analyte }: Pick<PrintedInterval, 'set' | 'analyte'>,
  age: Age,
  value: number,
  unit: string
) {
  return judge(
    { quantity: { analyte, value, unit } },
    { set, custom: [], ageInDays: ageInDays(age) }
  );
}

const LIMITS = PRINTED.flatMap((row) =>
  [row.first, row.last].flatMap((age) =>
    Object.entries(row.limits).map(([unit, [low, high]]) => ({
      row,
      age,
      unit: unit as Unit,
      low,
      high,
      title: `${row.set}, ${row.analyte} at ${age.value} ${age.unit}, ${low} to ${high} ${unit}`
    }))
  )
);

describe('both sides of every limit in every unit', () => {
  test.each(LIMITS)('$title', ({ row, age, unit, low, high }) => {
    const status = (value: number) => statusOf(row, age, value, unit)?.status;
    const step = 10 ** -DECIMALS[unit];
    const near = (value: number) => Number(value.toFixed(6));

    expect(status(low)).toBe('normal');
    expect(status(near(low - step))).toBe('low');
    expect(status(near(low - 0.5 * step))).toBe('normal');
    expect(status(near(low - 0.51 * step))).toBe('low');

    expect(status(high)).toBe('normal');
    expect(status(near(high + step))).toBe('high');
    expect(status(near(high + 0.49 * step))).toBe('normal');
    expect(status(near(high + 0.5 * step))).toBe('high');
    expect(statusOf(row, age, high, unit)?.source).toBe(row.set);
  });

  test('the built-in data hold these figures and no others', () => {
    const ofData = Object.entries(INTERVALS).flatMap(([set, rows]) =>
      rows.flatMap(({ analytes, fromAge, low, high, unit }) =>
        analytes.map((analyte) => [set, analyte, toNumber(ageInDays(fromAge)), low, high, unit])
      )
    );
    const byHand = PRINTED.map(({ set, analyte, first, limits }) => {
      const row = ofData.find(
        ([itsSet, itsAnalyte, from]) =>
          itsSet === set && itsAnalyte === analyte && from === toNumber(ageInDays(first))
      );
      const unit = row?.[5] as Unit;
      return [set, analyte, toNumber(ageInDays(first)), ...(limits[unit] ?? []), unit];
    });
    expect(byHand.sort()).toEqual(ofData.sort());
  });

  test('a limit written in another unit is the limit of the data, converted and rounded', () => {
    for (const { set, analyte, first, limits } of PRINTED) {
      const row = INTERVALS[set].find(
        ({ analytes, fromAge }) =>
          analytes.includes(analyte) && compare(ageInDays(fromAge), ageInDays(first)) === 0
      )!;
      for (const [unit, printed] of Object.entries(limits))
        expect(
          [row.low, row.high].map((limit) =>
            toNumber(
              convertDecimal(analyte, decimal(limit), row.unit, unit, DECIMALS[unit as Unit])
            )
          )
        ).toEqual(printed);
    }
  });
});

describe('the bands of one analyte', () => {
  test.each(Object.entries(INTERVALS))('in %s follow each other without overlap', (_, rows) => {
    const analytes: CalciumOrPhosphate[] = [
      'totalCalcium',
      'adjustedCalcium',
      'ionisedCalcium',
      'phosphate'
    ];
    for (const analyte of analytes) {
      const own = rows
        .filter((row) => row.analytes.includes(analyte))
        .sort((one, other) => compare(ageInDays(one.fromAge), ageInDays(other.fromAge)));
      own.slice(1).forEach((row, index) => {
        const before = own[index]!;
        expect(before.toAge).toBeDefined();
        expect(compare(ageInDays(before.toAge!), ageInDays(row.fromAge))).toBeLessThanOrEqual(0);
      });
      expect(own.every(({ low, high }) => low < high)).toBe(true);
    }
  });
});

describe('where a set has no row', () => {
  test.each([
    ['us-pedsap', 'phosphate', { value: 6, unit: 'd' }],
    ['us-pedsap', 'phosphate', { value: 365, unit: 'd' }],
    ['us-pedsap', 'phosphate', { value: 20, unit: 'a' }],
    ['us-pedsap', 'ionisedCalcium', { value: 40, unit: 'a' }],
    ['us-national-jewish', 'phosphate', { value: 365, unit: 'd' }],
    ['us-national-jewish', 'totalCalcium', { value: 40, unit: 'a' }],
    ['us-national-jewish', 'adjustedCalcium', { value: 5, unit: 'a' }],
    ['us-national-jewish', 'ionisedCalcium', { value: 16, unit: 'a' }]
  ] as [PrintedInterval['set'], CalciumOrPhosphate, Age][])(
    '%s, %s at %j, uk-consensus judges, and the answer depends on the interval',
    (set, analyte, age) => {
      const judged = statusOf({ set, analyte }, age, 2, 'mmol/L');
      expect(judged).toMatchObject({ source: 'uk-consensus', dependsOnSet: true });
    }
  );

  test.each(['uk-consensus', 'us-pedsap', 'us-national-jewish'] as const)(
    '%s has none for ionised calcium under 16 years, nor has any other',
    (set) => {
      const at = (age: Age) => statusOf({ set, analyte: 'ionisedCalcium' }, age, 1.2, 'mmol/L');
      expect(at({ value: 15.99, unit: 'a' })).toBeUndefined();
      expect(at({ value: 3, unit: 'mo' })).toBeUndefined();
    }
  );
});

test('every interval names sources that stand in the bibliography', () => {
  const known = new Set(bibliography.map(({ id }) => id));
  for (const { sources } of Object.values(INTERVALS).flat()) {
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter((id) => !known.has(id))).toEqual([]);
  }
});
