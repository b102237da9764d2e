import type { IntervalSetId } from '../../src/lib/core/classifier/vocabulary';
import type { CalciumOrPhosphate } from '../../src/lib/core/intervals/sets';
import type { Age } from '../../src/lib/core/quantities/age';

type Limits = Partial<Record<'mmol/L' | 'mg/dL' | 'meq/L', [low: number, high: number]>>;

export interface PrintedInterval {
  set: IntervalSetId;
  analyte: CalciumOrPhosphate;
  /** The first age of the band, and one just before the age that no longer belongs to it. */
  first: Age;
  last: Age;
  limits: Limits;
}

const a = (value: number): Age => ({ value, unit: 'a' });
const d = (value: number): Age => ({ value, unit: 'd' });
const OLDEST = a(130);

const ADULT_CALCIUM: Limits = { 'mmol/L': [2.2, 2.6], 'mg/dL': [8.8, 10.4], 'meq/L': [4.4, 5.2] };
const CHILD_CALCIUM: Limits = {
  'mmol/L': [2.2, 2.69],
  'mg/dL': [8.8, 10.8],
  'meq/L': [4.39, 5.39]
};
const US_CALCIUM: Limits = { 'mmol/L': [2.1, 2.55], 'mg/dL': [8.4, 10.2], 'meq/L': [4.19, 5.09] };
const IONISED: Limits = { 'mmol/L': [1.15, 1.33], 'mg/dL': [4.6, 5.3], 'meq/L': [2.3, 2.66] };

function row(
  set: IntervalSetId,
  analyte: CalciumOrPhosphate,
  first: Age,
  last: Age,
  limits: Limits
): PrintedInterval {
  return { set, analyte, first, last, limits };
}

function phosphate(
  set: IntervalSetId,
  [first, last]: [Age, Age],
  mmol: [number, number],
  mg: [number, number]
): PrintedInterval {
  return row(set, 'phosphate', first, last, { 'mmol/L': mmol, 'mg/dL': mg });
}

/**
 * The table of the clinical specification 2026.1, section 4, written out by hand with each limit as
 * it reads in each unit, so that a wrong figure in the program's own data is found.
 */
export const PRINTED: PrintedInterval[] = [
  row('uk-consensus', 'totalCalcium', a(16), OLDEST, ADULT_CALCIUM),
  row('uk-consensus', 'adjustedCalcium', a(16), OLDEST, ADULT_CALCIUM),
  row('uk-consensus', 'totalCalcium', a(1), a(15.99), CHILD_CALCIUM),
  row('uk-consensus', 'adjustedCalcium', a(1), a(15.99), CHILD_CALCIUM),
  row('uk-consensus', 'ionisedCalcium', a(16), OLDEST, IONISED),
  phosphate('uk-consensus', [a(16), OLDEST], [0.8, 1.5], [2.5, 4.6]),
  phosphate('uk-consensus', [a(1), a(15.99)], [0.9, 1.8], [2.8, 5.6]),
  phosphate('uk-consensus', [d(28), d(365)], [1.3, 2.4], [4, 7.4]),
  phosphate('uk-consensus', [d(0), d(27)], [1.3, 2.6], [4, 8.1]),
  row('us-pedsap', 'totalCalcium', a(1), a(11.99), CHILD_CALCIUM),
  row('us-pedsap', 'adjustedCalcium', a(1), a(11.99), CHILD_CALCIUM),
  row('us-pedsap', 'totalCalcium', a(12), OLDEST, US_CALCIUM),
  row('us-pedsap', 'adjustedCalcium', a(12), OLDEST, US_CALCIUM),
  phosphate('us-pedsap', [d(0), d(5.9)], [1.45, 2.91], [4.5, 9]),
  phosphate('us-pedsap', [a(1), a(3.99)], [1.23, 2.1], [3.8, 6.5]),
  phosphate('us-pedsap', [a(4), a(11.99)], [1.03, 1.87], [3.2, 5.8]),
  phosphate('us-pedsap', [a(12), a(15.99)], [0.94, 1.74], [2.9, 5.4]),
  phosphate('us-pedsap', [a(16), a(19.99)], [0.77, 1.52], [2.4, 4.7]),
  phosphate('us-national-jewish', [a(1), a(4.99)], [1.1, 1.9], [3.4, 5.9]),
  phosphate('us-national-jewish', [a(5), a(9.99)], [0.94, 1.9], [2.9, 5.9]),
  phosphate('us-national-jewish', [a(10), a(14.99)], [1.07, 2], [3.3, 6.2]),
  phosphate('us-national-jewish', [a(15), OLDEST], [0.81, 1.49], [2.5, 4.6])
];
