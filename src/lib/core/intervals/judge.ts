import { isYounger, type Age } from '../quantities/age';
import { type Decimal, compare } from '../quantities/decimal';
import type { Quantity } from '../quantities/plausibility';
import type { IntervalSetId, IntervalSource, Reported, Status } from '../classifier/vocabulary';
import {
  compareWithLimits,
  compareWithThreshold,
  isMarginal,
  type Compared,
  type Limits
} from './compare';
import { bandAt, bandsOfEveryAge, type Band, type CustomRow } from './bands';
import type { CalciumOrPhosphate } from './sets';

/** A laboratory's figure with what the laboratory said of it. */
export interface Entry {
  quantity?: (Quantity & { analyte: CalciumOrPhosphate }) | undefined;
  printed?: Limits | undefined;
  reported?: Reported | undefined;
}

/** What the person chose to judge by, and the age that selects the band. */
export interface IntervalChoice {
  set: IntervalSetId;
  custom: readonly CustomRow[];
  /** Not known when absent. */
  ageInDays: Decimal | undefined;
}

export interface Judgement {
  status: Status;
  source?: IntervalSource;
  limits?: Limits;
  /** Above the upper limit by no more than 5 %. */
  isMarginal: boolean;
  /** Another built-in set would say otherwise on raised or not, or the chosen set had no row. */
  dependsOnSet: boolean;
  /** What would settle an unknown status. */
  waitsFor?: 'age' | 'interval';
}

const UNKNOWN = { status: 'unknown', isMarginal: false, dependsOnSet: false } as const;

/**
 * Judges one entry: the printed interval decides; else the laboratory's own flag; else the custom
 * interval for that analyte and age; else the chosen built-in set, and `uk-consensus` where that
 * has no row (clinical specification 2026.1, section 4).
 * @returns nothing when the entry cannot be judged at all
 */
export function judge(entry: Entry, choice: IntervalChoice): Judgement | undefined {
  const { quantity, printed, reported } = entry;
  const compared = quantity && printed && compareWithLimits(quantity, printed, true);
  if (compared) return judgement(compared, 'printed', printed);
  if (reported) return { ...UNKNOWN, status: reported, source: 'laboratory-flag' };
  if (!quantity) return undefined;
  return choice.ageInDays === undefined
    ? judgeAtEveryAge(quantity, choice)
    : judgeAtAge(quantity, choice, choice.ageInDays);
}

function judgement(compared: Compared, source: IntervalSource, limits: Limits): Judgement {
  return {
    status: compared.verdict,
    source,
    limits,
    isMarginal: isMarginal(compared),
    dependsOnSet: false
  };
}

type Judged = Quantity & { analyte: CalciumOrPhosphate };

function judgeAtAge(quantity: Judged, choice: IntervalChoice, age: Decimal): Judgement | undefined {
  const band = bandAt(age, quantity, choice);
  if (!band) return judgeByOuterBound(quantity, age);
  return {
    ...judgement(band.compared, band.source, band.limits),
    dependsOnSet: band.isFilledIn || band.isDisputed
  };
}

const ONE_YEAR: Age = { value: 1, unit: 'a' };

/** Outer bounds for total and adjusted calcium where no interval can be cited (set by us). */
const INFANT_RAISED = { 'mmol/L': '3.00', 'mg/dL': '12.0', 'meq/L': '6.00' };
const INFANT_NOT_RAISED = { 'mmol/L': '2.60', 'mg/dL': '10.4', 'meq/L': '5.20' };
const LOW_AT_ANY_AGE = { 'mmol/L': '1.75', 'mg/dL': '7.0', 'meq/L': '3.50' };

function judgeByOuterBound(quantity: Judged, age: Decimal): Judgement | undefined {
  if (quantity.analyte === 'ionisedCalcium' || !isYounger(age, ONE_YEAR)) return undefined;
  const unit = quantity.unit as keyof typeof INFANT_RAISED;
  const bound = (status: Status, limits: Omit<Limits, 'unit'>): Judgement => ({
    ...UNKNOWN,
    status,
    source: 'outer-bound',
    limits: { ...limits, unit }
  });
  if (compareWithThreshold(quantity, LOW_AT_ANY_AGE) < 0)
    return bound('low', { low: Number(LOW_AT_ANY_AGE[unit]) });
  if (compareWithThreshold(quantity, INFANT_RAISED) >= 0)
    return bound('high', { high: Number(INFANT_RAISED[unit]) });
  if (compareWithThreshold(quantity, INFANT_NOT_RAISED) <= 0)
    return bound('not-raised', { high: Number(INFANT_NOT_RAISED[unit]) });
  return { ...UNKNOWN, waitsFor: 'interval' };
}

/** With the age not known every band has its say; they must agree on raised or not. */
function judgeAtEveryAge(quantity: Judged, choice: IntervalChoice): Judgement | undefined {
  if (quantity.analyte === 'ionisedCalcium') return undefined;
  const bands = bandsOfEveryAge(quantity, choice);
  const verdicts = new Set(bands.map(({ compared }) => compared.verdict));
  if (verdicts.has('high') && verdicts.size > 1) return { ...UNKNOWN, waitsFor: 'age' };
  const isRaised = verdicts.has('high');
  const status = verdicts.size > 1 ? 'normal' : bands[0]!.compared.verdict;
  // One that calls the figure low would contradict the status that it stands beside.
  const strictest = bands
    .filter(({ compared }) => compared.verdict === status)
    .reduce((one, other) => (isHigher(other, one) === isRaised ? other : one));
  return {
    ...judgement(strictest.compared, strictest.source, strictest.limits),
    dependsOnSet: bands.some(({ isFilledIn, isDisputed }) => isFilledIn || isDisputed)
  };
}

/** A raised figure exceeds the higher limit by least; one that is not raised is nearest to the lower. */
function isHigher(one: Band, other: Band): boolean {
  const [high, than] = [one.compared.high, other.compared.high];
  return high !== undefined && than !== undefined && compare(high, than) > 0;
}
