import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import ucumPackage, { type ConversionOptions } from '@lhncbc/ucum-lhc';
import { convert, convertDecimal, displayDecimals, firstUnit, roundHalfUp } from './convert';
import { decimal, toText } from './decimal';
import { UNITS, type Analyte } from './units';

const ucum = ucumPackage.UcumLhcUtils.getInstance();

/**
 * The substance as a chemist knows it, in g/mol, so that the factors of the specification are held
 * against molar masses and not against themselves. PTH(1-84) has 9425 g/mol and 25-hydroxyvitamin D3
 * 400.64; laboratories round them, and the specification gives the rounded factor.
 */
const SUBSTANCE: Partial<Record<Analyte, ConversionOptions>> = {
  totalCalcium: { molecularWeight: 40.078, charge: 2 },
  adjustedCalcium: { molecularWeight: 40.078, charge: 2 },
  ionisedCalcium: { molecularWeight: 40.078, charge: 2 },
  phosphate: { molecularWeight: 30.974 },
  creatinine: { molecularWeight: 10_000 / 88.42 },
  pth: { molecularWeight: 9430 },
  vitaminD25: { molecularWeight: 1000 / 2.496 }
};

function byUcum(analyte: Analyte, value: number, from: string, to: string): number {
  const { status, toVal, msg } = ucum.convertUnitTo(from, value, to, SUBSTANCE[analyte] ?? {});
  if (status !== 'succeeded') throw new Error(`${analyte} ${from} ${to}: ${msg.join()}`);
  return toVal;
}

const PAIRS = (Object.keys(UNITS) as Analyte[]).flatMap((analyte) =>
  UNITS[analyte].flatMap((from) => UNITS[analyte].map((to) => [analyte, from, to] as const))
);
const OF_ONE_SUBSTANCE = PAIRS.filter(([analyte]) => analyte !== 'calciumPhosphateProduct');

describe('conversion agrees with a UCUM library to 1e-9', () => {
  test.each(OF_ONE_SUBSTANCE)('of %s from %s to %s', (analyte, from, to) => {
    for (const value of [0.01, 0.5, 1, 2.35, 9.42, 40, 150, 2500]) {
      const expected = byUcum(analyte, value, from, to);
      expect(Math.abs(convert(analyte, value, from, to) / expected - 1)).toBeLessThanOrEqual(1e-9);
    }
  });

  test('of the product, whose factor is that of calcium times that of phosphate, rounded', () => {
    const calcium = byUcum('totalCalcium', 1, 'mmol/L', 'mg/dL');
    const phosphate = byUcum('phosphate', 1, 'mmol/L', 'mg/dL');
    expect(convert('calciumPhosphateProduct', 1, 'mmol2/L2', 'mg2/dL2')).toBe(12.414);
    expect(calcium * phosphate).toBeCloseTo(12.414, 3);
  });

  test('and its molar masses are those of the substances, as laboratories round them', () => {
    const creatinine = 4 * 12.011 + 7 * 1.008 + 3 * 14.007 + 15.999;
    const calcidiol = 27 * 12.011 + 44 * 1.008 + 2 * 15.999;
    const parathyrin = 9425;
    const isNear = (analyte: Analyte, mass: number) =>
      Math.abs(SUBSTANCE[analyte]!.molecularWeight! / mass - 1) < 1e-3;
    expect(isNear('creatinine', creatinine)).toBe(true);
    expect(isNear('vitaminD25', calcidiol)).toBe(true);
    expect(isNear('pth', parathyrin)).toBe(true);
  });
});

describe('the factors of the specification', () => {
  test.each([
    ['totalCalcium', 1, 'mmol/L', 'mg/dL', 4.0078],
    ['adjustedCalcium', 1, 'mmol/L', 'meq/L', 2],
    ['ionisedCalcium', 2, 'meq/L', 'mg/dL', 4.0078],
    ['phosphate', 1, 'mmol/L', 'mg/dL', 3.0974],
    ['creatinine', 1, 'mg/dL', 'umol/L', 88.42],
    ['pth', 1, 'pmol/L', 'ng/L', 9.43],
    ['pth', 65, 'pg/mL', 'ng/L', 65],
    ['vitaminD25', 1, 'ng/mL', 'nmol/L', 2.496],
    ['vitaminD25', 30, 'ug/L', 'ng/mL', 30],
    ['albumin', 4.1, 'g/dL', 'g/L', 41],
    ['calciumPhosphateProduct', 5, 'mmol2/L2', 'mg2/dL2', 62.07],
    ['egfr', 59.9, 'mL/min/{1.73_m2}', 'mL/min/{1.73_m2}', 59.9]
  ] as [Analyte, number, string, string, number][])(
    '%s: %d %s in %s is %d %s',
    (analyte, value, from, to, expected) => {
      expect(convert(analyte, value, from, to)).toBe(expected);
    }
  );
});

test('a figure converted and converted back is the same figure', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...PAIRS),
      fc.integer({ min: 1, max: 9_999_999 }),
      fc.integer({ min: 0, max: 4 }),
      ([analyte, from, to], digits, scale) => {
        const value = Number(`${digits}e-${scale}`);
        const back = convert(analyte, convert(analyte, value, from, to), to, from);
        expect(roundHalfUp(back, scale)).toBe(roundHalfUp(value, scale));
        expect(Math.abs(back / value - 1)).toBeLessThanOrEqual(1e-12);
      }
    )
  );
});

describe('rounding happens once, in the conversion', () => {
  test.each([
    ['totalCalcium', '2.60', 'mmol/L', 'mg/dL', 1, '10.4'],
    ['totalCalcium', '10.8', 'mg/dL', 'mmol/L', 2, '2.69'],
    ['totalCalcium', '2.605', 'mmol/L', 'mmol/L', 2, '2.61'],
    ['pth', '6.54', 'ng/L', 'pg/mL', 1, '6.5'],
    ['phosphate', '4.5', 'mg/dL', 'mmol/L', 2, '1.45']
  ] as [Analyte, string, string, string, number, string][])(
    '%s %s %s in %s to %d decimals is %s',
    (analyte, value, from, to, decimals, expected) => {
      expect(toText(convertDecimal(analyte, decimal(value), from, to, decimals))).toBe(expected);
    }
  );

  test('and without it a figure in its own unit stays as it was written', () => {
    expect(convertDecimal('totalCalcium', decimal('2.6054321'), 'mmol/L', 'mmol/L')).toEqual({
      digits: 26_054_321n,
      scale: 7
    });
  });
});

test.each([
  ['totalCalcium', 'g/L', 'mmol/L', 'g/L is not a unit of totalCalcium'],
  ['totalCalcium', 'mmol/L', 'g/L', 'g/L is not a unit of totalCalcium'],
  ['phosphate', 'meq/L', 'mmol/L', 'meq/L is not a unit of phosphate']
] as [Analyte, string, string, string][])(
  '%s cannot be converted from %s to %s',
  (analyte, from, to, message) => {
    expect(() => convert(analyte, 1, from, to)).toThrow(new RangeError(message));
  }
);

test('the first unit of each analyte is that of the windows and formulas', () => {
  expect(
    Object.fromEntries((Object.keys(UNITS) as Analyte[]).map((a) => [a, firstUnit(a)]))
  ).toEqual({
    totalCalcium: 'mmol/L',
    adjustedCalcium: 'mmol/L',
    ionisedCalcium: 'mmol/L',
    phosphate: 'mmol/L',
    albumin: 'g/L',
    creatinine: 'umol/L',
    egfr: 'mL/min/{1.73_m2}',
    pth: 'pmol/L',
    vitaminD25: 'nmol/L',
    calciumPhosphateProduct: 'mmol2/L2'
  });
});

test.each([
  ['mmol/L', 2],
  ['mg/dL', 1],
  ['meq/L', 2],
  ['g/L', 0],
  ['g/dL', 1],
  ['umol/L', 0],
  ['mL/min/{1.73_m2}', 0],
  ['pmol/L', 1],
  ['ng/L', 0],
  ['pg/mL', 0],
  ['nmol/L', 0],
  ['ng/mL', 0],
  ['ug/L', 0],
  ['mmol2/L2', 2],
  ['mg2/dL2', 1],
  ['furlong', 0],
  ['constructor', 0]
])('a figure in %s is shown with %d decimals', (unit, decimals) => {
  expect(displayDecimals(unit)).toBe(decimals);
});

test.each([
  [2.345, 2, '2.35'],
  [1.005, 2, '1.01'],
  [2.3, 2, '2.30'],
  [1e-7, 2, '0.00'],
  [9.4183, 1, '9.4']
])('%d to %d decimals reads %s', (value, decimals, text) => {
  expect(roundHalfUp(value, decimals)).toBe(text);
});
