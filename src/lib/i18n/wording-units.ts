import type { AgeUnit, Unit } from '$lib/core/quantities/units';
import { m } from './paraglide/messages';
import { getLocale } from './paraglide/runtime';

/** UCUM codes that are printed otherwise, the same in both languages. */
const PRINTED = new Map<string, string>([
  ['meq/L', 'mEq/L'],
  ['umol/L', 'µmol/L'],
  ['ug/L', 'µg/L'],
  ['mmol2/L2', 'mmol²/L²'],
  ['mg2/dL2', 'mg²/dL²']
] satisfies [Unit, string][]);

const EGFR: Unit = 'mL/min/{1.73_m2}';

/** A UCUM unit of the findings or of the assessment, as a laboratory report prints it. */
export function unitName(unit: string): string {
  return unit === EGFR ? m.unit_egfr() : (PRINTED.get(unit) ?? unit);
}

const AGE_UNIT: Record<AgeUnit, { one: () => string; other: () => string }> = {
  a: { one: m.unit_a_one, other: m.unit_a },
  mo: { one: m.unit_mo_one, other: m.unit_mo },
  wk: { one: m.unit_wk_one, other: m.unit_wk },
  d: { one: m.unit_d_one, other: m.unit_d }
};

/** The unit of an age: in the plural by itself, agreeing with `value` where one is given. */
export function ageUnitName(unit: AgeUnit, value?: number): string {
  const singular = value !== undefined && (getLocale() === 'fr' ? value < 2 : value === 1);
  return AGE_UNIT[unit][singular ? 'one' : 'other']();
}
