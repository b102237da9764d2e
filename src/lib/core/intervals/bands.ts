import { ageInDays, type Age } from '../quantities/age';
import { type Decimal, compare, decimal } from '../quantities/decimal';
import type { Quantity } from '../quantities/plausibility';
import { INTERVAL_SETS, type IntervalSetId } from '../classifier/vocabulary';
import { compareWithLimits, type Compared, type Limits, type Verdict } from './compare';
import { INTERVALS, type CalciumOrPhosphate, type ReferenceInterval } from './sets';

/** A row of a person's own laboratory. Ages from inclusive, to exclusive; absent means no end. */
export interface CustomRow {
  analyte: string;
  unit: string;
  low?: number | undefined;
  high?: number | undefined;
  fromAge?: Age | undefined;
  toAge?: Age | undefined;
}

export interface Band {
  compared: Compared;
  source: 'custom' | IntervalSetId;
  limits: Limits;
  /** The chosen set had no row and `uk-consensus` stood in. */
  isFilledIn: boolean;
  /** Another built-in set that covers this age says otherwise on raised or not. */
  isDisputed: boolean;
}

export interface Choice {
  set: IntervalSetId;
  custom: readonly CustomRow[];
}

type Judged = Quantity & { analyte: CalciumOrPhosphate };

interface Span {
  from: Decimal;
  /** Absent: and over. */
  to: Decimal | undefined;
}

const BIRTH = decimal(0);

function spanOf(fromAge: Age | undefined, toAge: Age | undefined): Span {
  return { from: fromAge ? ageInDays(fromAge) : BIRTH, to: toAge && ageInDays(toAge) };
}

function covers({ from, to }: Span, age: Decimal): boolean {
  return compare(age, from) >= 0 && (to === undefined || compare(age, to) < 0);
}

const SPANS = new Map<ReferenceInterval, Span>(
  Object.values(INTERVALS)
    .flat()
    .map((row) => [row, spanOf(row.fromAge, row.toAge)])
);

function builtInRow(set: IntervalSetId, analyte: CalciumOrPhosphate, age: Decimal) {
  return INTERVALS[set].find(
    (row) => row.analytes.includes(analyte) && covers(SPANS.get(row)!, age)
  );
}

/** The person's own rows for an analyte; rows for total calcium also judge adjusted unless it has some. */
function customRowsFor(analyte: CalciumOrPhosphate, custom: readonly CustomRow[]) {
  const own = custom.filter((row) => row.analyte === analyte);
  return own.length === 0 && analyte === 'adjustedCalcium'
    ? custom.filter((row) => row.analyte === 'totalCalcium')
    : own;
}

/** The band that judges a quantity at an age, or nothing when no interval covers it. */
export function bandAt(age: Decimal, quantity: Judged, choice: Choice): Band | undefined {
  const { analyte } = quantity;
  const custom = customRowsFor(analyte, choice.custom).find((row) =>
    covers(spanOf(row.fromAge, row.toAge), age)
  );
  const byCustom = custom && compareWithLimits(quantity, custom, true);
  if (byCustom)
    return {
      compared: byCustom,
      source: 'custom',
      limits: custom,
      isFilledIn: false,
      isDisputed: false
    };
  const chosen = builtInRow(choice.set, analyte, age);
  const row = chosen ?? builtInRow('uk-consensus', analyte, age);
  const compared = row && compareWithLimits(quantity, row, false);
  if (!compared) return undefined;
  const isRaised = compared.verdict === 'high';
  const saysOtherwise = (set: IntervalSetId) => {
    const other = builtInRow(set, analyte, age);
    return (
      other !== undefined &&
      (compareWithLimits(quantity, other, false)!.verdict === 'high') !== isRaised
    );
  };
  return {
    compared,
    source: chosen ? choice.set : 'uk-consensus',
    limits: row,
    isFilledIn: !chosen,
    isDisputed: INTERVAL_SETS.some(saysOtherwise)
  };
}

/** Every age at which some band begins or ends, from birth on. */
function turningAges(analyte: CalciumOrPhosphate, custom: readonly CustomRow[]): Decimal[] {
  const builtIn = [...SPANS].flatMap(([row, span]) =>
    row.analytes.includes(analyte) ? [span] : []
  );
  const own = customRowsFor(analyte, custom).map((row) => spanOf(row.fromAge, row.toAge));
  const ages = [...builtIn, ...own].flatMap(({ from, to }) => (to ? [from, to] : [from]));
  return [BIRTH, ...ages]
    .sort(compare)
    .filter((age, index, all) => index === 0 || compare(age, all[index - 1]!) !== 0);
}

/** The bands over all ages that have an interval, for when the age is not known. */
export function bandsOfEveryAge(quantity: Judged, choice: Choice): Band[] {
  const hasCustomRow = customRowsFor(quantity.analyte, choice.custom).length > 0;
  return turningAges(quantity.analyte, choice.custom)
    .map((age) => bandAt(age, quantity, choice))
    .filter((band) => band !== undefined)
    .map((band) => ({ ...band, isFilledIn: band.isFilledIn && !hasCustomRow }));
}

/**
 * The verdict of a person's own laboratory rows alone, for analytes without a built-in interval.
 * With the age not known every row has its say; they must agree on raised or not.
 */
export function customVerdict(
  quantity: Quantity,
  custom: readonly CustomRow[],
  age: Decimal | undefined
): Verdict | undefined {
  const verdicts = custom
    .filter((row) => row.analyte === quantity.analyte)
    .filter((row) => age === undefined || covers(spanOf(row.fromAge, row.toAge), age))
    .map((row) => compareWithLimits(quantity, row, true)?.verdict);
  return new Set(verdicts).size === 1 ? verdicts[0] : undefined;
}
