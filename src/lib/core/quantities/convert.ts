import {
  type Decimal,
  compare,
  decimal,
  divide,
  multiply,
  round,
  toNumber,
  toText
} from './decimal';
import { UNITS, type Analyte } from './units';

/**
 * How many of a unit make one of the analyte's first unit, as an exact fraction.
 * Source of the factors: clinical specification 2026.1, section 4 ("Conversion"); the molar masses
 * behind them are checked against a UCUM library in the tests.
 */
const ONE = decimal(1);
const CALCIUM = {
  'mmol/L': [ONE, ONE],
  'mg/dL': [decimal('4.0078'), ONE],
  'meq/L': [decimal(2), ONE]
};
const PTH_NG_L = [decimal('9.43'), ONE];
const VITAMIN_D_NG_ML = [ONE, decimal('2.496')];

const PER_FIRST_UNIT: Record<Analyte, Record<string, Decimal[]>> = {
  totalCalcium: CALCIUM,
  adjustedCalcium: CALCIUM,
  ionisedCalcium: CALCIUM,
  phosphate: { 'mmol/L': [ONE, ONE], 'mg/dL': [decimal('3.0974'), ONE] },
  albumin: { 'g/L': [ONE, ONE], 'g/dL': [ONE, decimal(10)] },
  creatinine: { 'umol/L': [ONE, ONE], 'mg/dL': [ONE, decimal('88.42')] },
  egfr: { 'mL/min/{1.73_m2}': [ONE, ONE] },
  pth: { 'pmol/L': [ONE, ONE], 'ng/L': PTH_NG_L, 'pg/mL': PTH_NG_L },
  vitaminD25: { 'nmol/L': [ONE, ONE], 'ng/mL': VITAMIN_D_NG_ML, 'ug/L': VITAMIN_D_NG_ML },
  calciumPhosphateProduct: { 'mmol2/L2': [ONE, ONE], 'mg2/dL2': [decimal('12.414'), ONE] }
};

/** Decimals kept when a conversion does not come out even: far below anything a laboratory prints. */
const CONVERSION_DECIMALS = 18;

function perFirstUnit(analyte: Analyte, unit: string): [Decimal, Decimal] {
  const factor = PER_FIRST_UNIT[analyte][unit];
  if (!factor) throw new RangeError(`${unit} is not a unit of ${analyte}`);
  return factor as [Decimal, Decimal];
}

/**
 * Converts a figure, rounding half up to `decimals` in the one step that may round.
 * @throws RangeError for a unit that the analyte does not have
 */
export function convertDecimal(
  analyte: Analyte,
  value: Decimal,
  from: string,
  to: string,
  decimals = CONVERSION_DECIMALS
): Decimal {
  const [fromTimes, fromOver] = perFirstUnit(analyte, from);
  const [toTimes, toOver] = perFirstUnit(analyte, to);
  if (compare(multiply(fromTimes, toOver), multiply(toTimes, fromOver)) === 0)
    return decimals < CONVERSION_DECIMALS ? round(value, decimals) : value;
  return divide(
    multiply(multiply(value, toTimes), fromOver),
    multiply(toOver, fromTimes),
    decimals
  );
}

/**
 * The same quantity in another unit of the analyte, unrounded (to 18 decimals).
 * @throws RangeError for a unit that the analyte does not have
 */
export function convert(analyte: Analyte, value: number, from: string, to: string): number {
  return toNumber(convertDecimal(analyte, decimal(value), from, to));
}

/** The unit in which windows and formulas of the specification are written. */
export function firstUnit(analyte: Analyte): string {
  return UNITS[analyte][0];
}

const DISPLAY_DECIMALS: Record<string, number> = {
  'mmol/L': 2,
  'mg/dL': 1,
  'meq/L': 2,
  'g/L': 0,
  'g/dL': 1,
  'umol/L': 0,
  'mL/min/{1.73_m2}': 0,
  'pmol/L': 1,
  'ng/L': 0,
  'pg/mL': 0,
  'nmol/L': 0,
  'ng/mL': 0,
  'ug/L': 0,
  'mmol2/L2': 2,
  'mg2/dL2': 1
};

/** Decimals with which a figure in this unit is shown when it was computed or converted; a file may bring any unit. */
export function displayDecimals(unit: string): number {
  return (Object.hasOwn(DISPLAY_DECIMALS, unit) ? DISPLAY_DECIMALS[unit] : undefined) ?? 0;
}

/** Plain decimal text of a number, rounded half up; the page puts in the reader's decimal sign. */
export function roundHalfUp(value: number, decimals: number): string {
  return toText(round(decimal(value), decimals));
}
