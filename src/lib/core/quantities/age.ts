import { type Decimal, compare, decimal, multiply } from './decimal';
import { AGE_UNITS, type AgeUnit } from './units';

export interface Age {
  value: number;
  unit: AgeUnit;
}

/** 1 a = 12 mo = 365.25 d and 1 wk = 7 d (clinical specification 2026.1, section 2). */
const DAYS: Record<AgeUnit, Decimal> = {
  a: decimal('365.25'),
  mo: decimal('30.4375'),
  wk: decimal(7),
  d: decimal(1)
};

export const OLDEST_AGE: Age = { value: 130, unit: 'a' };

export function ageInDays(age: Age): Decimal {
  return multiply(decimal(age.value), DAYS[age.unit]);
}

/** Whether an age is below a limit; the limit itself is not below. An age that is not known is not. */
export function isYounger(days: Decimal | undefined, limit: Age): boolean {
  return days !== undefined && compare(days, ageInDays(limit)) < 0;
}

/** The age in days, where it is well formed. */
export function daysOf(age: unknown): Decimal | undefined {
  const { value, unit } = (typeof age === 'object' && age !== null ? age : {}) as Partial<Age>;
  if (!Number.isFinite(value) || value! < 0) return undefined;
  if (!(AGE_UNITS as readonly unknown[]).includes(unit)) return undefined;
  return ageInDays({ value, unit } as Age);
}

/** Whether it is more than anybody's age, in whatever unit. */
export function isTooOld(age: unknown): boolean {
  const days = daysOf(age);
  return days !== undefined && compare(days, ageInDays(OLDEST_AGE)) > 0;
}
