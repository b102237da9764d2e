import { ageInDays, OLDEST_AGE } from './age';
import { convertDecimal, firstUnit } from './convert';
import { type Decimal, compare, decimal, multiply, toNumber } from './decimal';
import { AGE_UNITS, UNITS, type AgeUnit, type Analyte } from './units';

/** Both ends belong to the window. */
export interface Window {
  low: Decimal;
  high: Decimal;
}

function window(low: string, high: string): Window {
  return { low: decimal(low), high: decimal(high) };
}

/**
 * Windows in the analyte's first unit, set by us (clinical specification 2026.1, section 4,
 * "Plausibility"): they warn, they never reject.
 */
const CALCIUM = { possible: window('1.25', '4.00'), ordinary: window('1.90', '3.20') };
const WINDOWS = {
  totalCalcium: CALCIUM,
  adjustedCalcium: CALCIUM,
  ionisedCalcium: { possible: window('0.50', '2.20'), ordinary: window('0.90', '1.60') },
  phosphate: { possible: window('0.40', '3.00'), ordinary: window('0.50', '2.50') },
  albumin: { possible: window('10', '60'), ordinary: window('20', '55') },
  creatinine: { possible: window('15', '2500'), ordinary: window('30', '900') }
};
export type Windowed = keyof typeof WINDOWS;
export const WINDOWED = Object.keys(WINDOWS) as Windowed[];

/** Phosphate in a disease or load that raises it, or under one year of age. */
export const PHOSPHATE_POSSIBLE_WITH_LOAD = window('0.40', '6.00');
/** Phosphate under 16 years or with the age not known. */
export const PHOSPHATE_POSSIBLE_UNDER_16 = window('0.40', '3.40');

/** Above "possible" up to here, in mmol/L, total or adjusted calcium counts: it may be a crisis. */
const CALCIUM_NEVER_A_SLIP = window('4.00', '6.50');

export interface Quantity {
  analyte: Analyte;
  value: number;
  unit: string;
}

export type Plausibility =
  | { kind: 'possible' }
  | { kind: 'unusual' }
  /** The same digits would be an ordinary figure in another unit, as another kind of calcium, or both. */
  | { kind: 'slip'; readings: Quantity[] };

export function isWindowed(analyte: Analyte): analyte is Windowed {
  return analyte in WINDOWS;
}

function isWithin(value: Decimal, { low, high }: Window): boolean {
  return compare(value, low) >= 0 && compare(value, high) <= 0;
}

function inFirstUnit({ analyte, value, unit }: Quantity): Decimal {
  return convertDecimal(analyte, decimal(value), unit, firstUnit(analyte));
}

export function isWithinWindow(quantity: Quantity, possible: Window): boolean {
  return isWithin(inFirstUnit(quantity), possible);
}

export function possibleWindow(analyte: Windowed): Window {
  return WINDOWS[analyte].possible;
}

function isOrdinary(quantity: Quantity): boolean {
  return (
    isWindowed(quantity.analyte) &&
    isWithin(inFirstUnit(quantity), WINDOWS[quantity.analyte].ordinary)
  );
}

const OTHER_KIND: Partial<Record<Analyte, Analyte>> = {
  totalCalcium: 'ionisedCalcium',
  adjustedCalcium: 'ionisedCalcium',
  ionisedCalcium: 'totalCalcium'
};

/**
 * Judges a figure against the window of what is possible for it.
 * @param possible the window to use where the context widens the usual one
 */
export function plausibility(
  quantity: Quantity & { analyte: Windowed },
  possible = possibleWindow(quantity.analyte)
): Plausibility {
  const { analyte, value, unit } = quantity;
  const amount = inFirstUnit(quantity);
  if (isWithin(amount, possible)) return { kind: 'possible' };
  if (
    (analyte === 'totalCalcium' || analyte === 'adjustedCalcium') &&
    unit === 'mmol/L' &&
    isWithin(amount, CALCIUM_NEVER_A_SLIP)
  )
    return { kind: 'unusual' };
  const kinds = [analyte, OTHER_KIND[analyte]].filter((kind) => kind !== undefined);
  const readings = kinds
    .flatMap((kind) =>
      UNITS[kind].map((other) => ({ analyte: kind, value, unit: other as string }))
    )
    // As it was entered it is not possible, so not ordinary either.
    .filter(isOrdinary);
  return readings.length > 0 ? { kind: 'slip', readings } : { kind: 'unusual' };
}

const SHIFTS = ['0.1', '0.01', '10', '100'].map(decimal);

/** The figures that a decimal sign moved by one or two places would make ordinary. */
export function decimalShifts(quantity: Quantity & { analyte: Windowed }): Quantity[] {
  return SHIFTS.map((shift) => ({
    ...quantity,
    value: toNumber(multiply(decimal(quantity.value), shift))
  })).filter(isOrdinary);
}

/** What a person could mean at all, in the first unit, for analytes without a window (set by us). */
const READABLE: Record<Exclude<Analyte, Windowed>, Window> = {
  egfr: window('0', '250'),
  pth: window('0.05', '1000'),
  vitaminD25: window('2', '2500'),
  calciumPhosphateProduct: window('0.5', '30')
};

/** Whether a figure could be meant for this analyte and unit: decides between `1,234` read two ways. */
export function isReadable(
  { analyte, unit }: { analyte: Analyte | 'age'; unit: string },
  value: number
): boolean {
  if (analyte === 'age')
    return (
      (AGE_UNITS as readonly string[]).includes(unit) &&
      compare(ageInDays({ value, unit: unit as AgeUnit }), ageInDays(OLDEST_AGE)) <= 0
    );
  const quantity = { analyte, value, unit };
  if (analyte === 'phosphate') return isWithinWindow(quantity, PHOSPHATE_POSSIBLE_WITH_LOAD);
  return isWithinWindow(
    quantity,
    isWindowed(analyte) ? possibleWindow(analyte) : READABLE[analyte]
  );
}
