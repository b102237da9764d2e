import { INTERVAL_SETS, LABS } from '../classifier/vocabulary';
import { daysOf, isTooOld } from '../quantities/age';
import { compare } from '../quantities/decimal';
import { UNITS, type Analyte } from '../quantities/units';
import type { CustomRow } from './bands';

const KEYS = ['analyte', 'unit', 'low', 'high', 'fromAge', 'toAge'];
const AGE_KEYS = ['value', 'unit'];

type Loose = Record<string, unknown>;

/**
 * Whether what was kept on the device is a row of a person's own laboratory, as the input contract has it. The page that
 * opens first does without the schemas: a test holds this check against them.
 */
export function isCustomRow(kept: unknown): kept is CustomRow {
  if (!hasOnly(kept, KEYS)) return false;
  const { analyte, unit, low, high, fromAge, toAge } = kept;
  if (!(LABS as readonly unknown[]).includes(analyte)) return false;
  if (!(UNITS[analyte as Analyte] as readonly unknown[]).includes(unit)) return false;
  if ((low ?? high) === undefined || ![low, high].every(isLimit)) return false;
  if (((low ?? 0) as number) > ((high ?? Infinity) as number)) return false;
  if (![fromAge, toAge].every(isAge)) return false;
  const [from, to] = [daysOf(fromAge), daysOf(toAge)];
  return !from || !to || compare(from, to) < 0;
}

/** Whether what was kept is a choice of intervals: a set, rows of a laboratory, or both. */
export function isIntervalChoice(kept: unknown): boolean {
  if (!hasOnly(kept, ['set', 'custom'])) return false;
  const { set, custom = [] } = kept;
  const isSet = set === undefined || (INTERVAL_SETS as readonly unknown[]).includes(set);
  return isSet && Array.isArray(custom) && custom.every(isCustomRow);
}

function hasOnly(value: unknown, keys: readonly string[]): value is Loose {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).every((key) => keys.includes(key))
  );
}

function isLimit(limit: unknown): boolean {
  return limit === undefined || (typeof limit === 'number' && limit >= 0 && limit < Infinity);
}

function isAge(age: unknown): boolean {
  return (
    age === undefined || (hasOnly(age, AGE_KEYS) && daysOf(age) !== undefined && !isTooOld(age))
  );
}
