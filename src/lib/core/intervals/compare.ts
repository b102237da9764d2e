import { convertDecimal } from '../quantities/convert';
import { type Decimal, compare, decimal, multiply, round, subtract } from '../quantities/decimal';
import type { Quantity } from '../quantities/plausibility';

export interface Limits {
  low?: number | undefined;
  high?: number | undefined;
  unit: string;
}

export type Verdict = 'low' | 'normal' | 'high';

/**
 * Decimals to which value and limit are rounded before they are compared: what reads the same is
 * judged the same (clinical specification 2026.1, section 4, "Equality"). In other units figures
 * are compared as entered.
 */
const COMPARED_DECIMALS: Record<string, number> = {
  'mmol/L': 2,
  'mg/dL': 1,
  'meq/L': 2,
  'mmol2/L2': 2,
  'mg2/dL2': 1
};
const AS_ENTERED = 18;

function comparedDecimals(unit: string): number {
  return COMPARED_DECIMALS[unit] ?? AS_ENTERED;
}

/** The laboratory's own limits in the unit of the value count with the decimals they are given in. */
function decimalsBeside(limits: Limits, unit: string, isOwnLaboratorys: boolean): number {
  const decimals = comparedDecimals(unit);
  if (!isOwnLaboratorys || limits.unit !== unit) return decimals;
  return Math.max(decimals, scaleOf(limits.low), scaleOf(limits.high));
}

function scaleOf(limit: number | undefined): number {
  return limit === undefined ? 0 : decimal(limit).scale;
}

/** A value and its upper limit as they are compared. */
export interface Compared {
  verdict: Verdict;
  value: Decimal;
  high?: Decimal;
}

/**
 * Places a value below, within or above limits; a value equal to a limit is within.
 * @param isOwnLaboratorys printed or custom limits, whose own decimals count
 * @returns nothing when the upper limit is not given and the lower one does not settle it
 */
export function compareWithLimits(
  { analyte, value, unit }: Quantity,
  limits: Limits,
  isOwnLaboratorys: boolean
): Compared | undefined {
  const decimals = decimalsBeside(limits, unit, isOwnLaboratorys);
  const compared = round(decimal(value), decimals);
  const limitAsCompared = (limit: number) =>
    convertDecimal(analyte, decimal(limit), limits.unit, unit, decimals);
  const high = limits.high === undefined ? undefined : limitAsCompared(limits.high);
  if (high && compare(compared, high) > 0) return { verdict: 'high', value: compared, high };
  if (limits.low !== undefined && compare(compared, limitAsCompared(limits.low)) < 0)
    return { verdict: 'low', value: compared };
  return high && { verdict: 'normal', value: compared, high };
}

/** A figure against a threshold that is given in each unit as a figure of its own, never converted. */
export function compareWithThreshold(
  { value, unit }: Quantity,
  thresholds: Record<string, string>
): number {
  const threshold = thresholds[unit];
  if (threshold === undefined) throw new RangeError(`no threshold in ${unit}`);
  return compare(round(decimal(value), comparedDecimals(unit)), decimal(threshold));
}

const MARGIN = decimal('0.05');

/** Above its upper limit by no more than 5 % of it, as compared; equal counts (set by us). */
export function isMarginal({ verdict, value, high }: Compared): boolean {
  if (verdict !== 'high' || !high) return false;
  return compare(subtract(value, high), multiply(MARGIN, high)) <= 0;
}
