import { type Decimal, compare, decimal, multiply } from './decimal';
import type { AgeUnit } from './units';

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
