import type { Age } from '../quantities/age';
import type { IntervalSetId } from '../classifier/vocabulary';

export type CalciumOrPhosphate =
  'totalCalcium' | 'adjustedCalcium' | 'ionisedCalcium' | 'phosphate';

/** A reference interval for an age band: from inclusive, to exclusive; no `toAge` means and over. */
export interface ReferenceInterval {
  analytes: readonly CalciumOrPhosphate[];
  fromAge: Age;
  toAge?: Age;
  low: number;
  high: number;
  unit: 'mmol/L' | 'mg/dL';
  /** Ids of bibliography entries. */
  sources: readonly string[];
}

const years = (value: number): Age => ({ value, unit: 'a' });
const BIRTH = years(0);
const TOTAL_OR_ADJUSTED = ['totalCalcium', 'adjustedCalcium'] as const;
const PHOSPHATE = ['phosphate'] as const;

const UK = ['eflm-survey'];
const NEWCASTLE = ['newcastle-hospitals'];
const PEDSAP = ['pedsap-accp'];
const NATIONAL_JEWISH = ['national-jewish'];

function mmol(
  analytes: ReferenceInterval['analytes'],
  [fromAge, toAge]: [Age, Age?],
  [low, high]: [number, number],
  sources: readonly string[]
): ReferenceInterval {
  return { analytes, fromAge, ...(toAge && { toAge }), low, high, unit: 'mmol/L', sources };
}

function mg(...row: Parameters<typeof mmol>): ReferenceInterval {
  return { ...mmol(...row), unit: 'mg/dL' };
}

/**
 * The built-in reference intervals (clinical specification 2026.1, section 4). Ages such as "1-3 a"
 * are completed years. Total and adjusted calcium under one year have no citable interval.
 */
export const INTERVALS: Record<IntervalSetId, readonly ReferenceInterval[]> = {
  'uk-consensus': [
    mmol(TOTAL_OR_ADJUSTED, [years(16)], [2.2, 2.6], UK),
    mg(TOTAL_OR_ADJUSTED, [years(1), years(16)], [8.8, 10.8], PEDSAP),
    mmol(['ionisedCalcium'], [years(16)], [1.15, 1.33], ['evigrade', 'venyo-2023']),
    mmol(PHOSPHATE, [years(16)], [0.8, 1.5], [...UK, ...NEWCASTLE]),
    mmol(PHOSPHATE, [years(1), years(16)], [0.9, 1.8], NEWCASTLE),
    mmol(PHOSPHATE, [{ value: 4, unit: 'wk' }, years(1)], [1.3, 2.4], NEWCASTLE),
    mmol(PHOSPHATE, [BIRTH, { value: 4, unit: 'wk' }], [1.3, 2.6], NEWCASTLE)
  ],
  'us-pedsap': [
    mg(TOTAL_OR_ADJUSTED, [years(1), years(12)], [8.8, 10.8], PEDSAP),
    mg(TOTAL_OR_ADJUSTED, [years(12)], [8.4, 10.2], PEDSAP),
    mg(PHOSPHATE, [BIRTH, { value: 6, unit: 'd' }], [4.5, 9.0], PEDSAP),
    mg(PHOSPHATE, [years(1), years(4)], [3.8, 6.5], PEDSAP),
    mg(PHOSPHATE, [years(4), years(12)], [3.2, 5.8], PEDSAP),
    mg(PHOSPHATE, [years(12), years(16)], [2.9, 5.4], PEDSAP),
    mg(PHOSPHATE, [years(16), years(20)], [2.4, 4.7], PEDSAP)
  ],
  'us-national-jewish': [
    mg(PHOSPHATE, [years(1), years(5)], [3.4, 5.9], NATIONAL_JEWISH),
    mg(PHOSPHATE, [years(5), years(10)], [2.9, 5.9], NATIONAL_JEWISH),
    mg(PHOSPHATE, [years(10), years(15)], [3.3, 6.2], NATIONAL_JEWISH),
    mg(PHOSPHATE, [years(15)], [2.5, 4.6], NATIONAL_JEWISH)
  ]
};
