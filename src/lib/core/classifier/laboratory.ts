import { judge, type IntervalChoice, type Judgement } from '../intervals/judge';
import type { Limits } from '../intervals/compare';
import type { CalciumOrPhosphate } from '../intervals/sets';
import { daysOf, isYounger } from '../quantities/age';
import type { Decimal } from '../quantities/decimal';
import {
  isWindowed,
  isWithinWindow,
  PHOSPHATE_POSSIBLE_UNDER_16,
  PHOSPHATE_POSSIBLE_WITH_LOAD,
  plausibility,
  possibleWindow,
  type Quantity,
  type Window,
  type Windowed
} from '../quantities/plausibility';
import type { Analyte } from '../quantities/units';
import { adjustForAlbumin } from './albumin-adjustment';
import type { Answers } from './answers';
import type { Findings, Lab } from './findings';
import type { ConditionId, Reported } from './vocabulary';

/** One laboratory entry as the rules may use it. */
export interface LabValue<A extends Analyte = Analyte> {
  analyte: A;
  /** Absent when no figure was entered, or it is a suspected slip that nobody confirmed. */
  quantity?: Quantity & { analyte: A };
  printed?: Limits;
  reported?: Reported;
  isUnusual: boolean;
  /** The other ways to read a suspected slip. */
  slipReadings: Quantity[];
}

export interface Laboratory {
  ageInDays: Decimal | undefined;
  choice: IntervalChoice;
  get<A extends Analyte>(analyte: A): LabValue<A> | undefined;
  /** As `judge`, each entry once. */
  judge(lab: LabValue<CalciumOrPhosphate>): Judgement | undefined;
  /**
   * Total calcium adjusted for albumin, to be judged like an entered value by the interval that
   * would judge the total, not by the total's flag; absent without usable figures of both.
   */
  adjusted: LabValue<'totalCalcium'> | undefined;
}

/**
 * What has been read and judged already. A what-if shares the entries that it leaves alone with the
 * findings it comes from, and never changes the age or the intervals: each is read and judged once.
 */
export interface Memo {
  read: Map<object, { possible: Window | undefined; lab: LabValue | undefined }>;
  judged: Map<LabValue, Judgement | undefined>;
  /** Total calcium adjusted by an albumin, as a value of its own. */
  adjusted: Map<LabValue, { albumin: LabValue; value: LabValue<'totalCalcium'> | undefined }>;
}

export function createMemo(): Memo {
  return { read: new Map(), judged: new Map(), adjusted: new Map() };
}

export function laboratoryOf(findings: Findings, answers: Answers, memo: Memo): Laboratory {
  const age = daysOf(findings.subject?.age);
  const values = new Map<Analyte, LabValue>();
  const { labs = {} } = findings;
  for (const analyte of Object.keys(labs) as Analyte[]) {
    const entry = labs[analyte];
    const lab = entry && readOnce(entry, analyte, possibleFor(analyte, answers, age), memo);
    if (lab) values.set(analyte, lab);
  }
  const choice: IntervalChoice = {
    set: findings.intervals?.set ?? 'uk-consensus',
    custom: (findings.intervals?.custom ?? []) as IntervalChoice['custom'],
    ageInDays: age
  };
  return {
    ageInDays: age,
    choice,
    get: (analyte) => values.get(analyte) as never,
    adjusted: adjustOnce(values, memo),
    judge: (lab) => {
      if (!memo.judged.has(lab)) memo.judged.set(lab, judge(lab, choice));
      return memo.judged.get(lab);
    }
  };
}

function readOnce(
  entry: Lab,
  analyte: Analyte,
  possible: Window | undefined,
  { read }: Memo
): LabValue | undefined {
  const known = read.get(entry);
  if (known && known.possible === possible) return known.lab;
  const lab = readLab(entry, analyte, possible);
  read.set(entry, { possible, lab });
  return lab;
}

function adjustOnce(
  values: ReadonlyMap<Analyte, LabValue>,
  { adjusted }: Memo
): LabValue<'totalCalcium'> | undefined {
  const total = values.get('totalCalcium') as LabValue<'totalCalcium'> | undefined;
  const albumin = values.get('albumin') as LabValue<'albumin'> | undefined;
  if (!total || !albumin) return undefined;
  const known = adjusted.get(total);
  if (known && known.albumin === albumin) return known.value;
  const value = adjustForAlbumin(total, albumin);
  adjusted.set(total, { albumin, value });
  return value;
}

/** A value taken before the exposure is shown, but no rule uses it. */
function readLab(
  { value, unit, reported, interval, confirmed, when }: Lab,
  analyte: Analyte,
  possible: Window | undefined
): LabValue | undefined {
  if (when === 'before-treatment') return undefined;
  const lab: LabValue = { analyte, isUnusual: false, slipReadings: [] };
  if (reported) lab.reported = reported;
  if (value === undefined) return lab;
  const quantity = { analyte, value, unit: unit as string };
  const printed = interval && { ...interval, unit: unit as string };
  if (printed) lab.printed = printed;
  if (confirmed || !possible || !isWindowed(analyte)) return { ...lab, quantity };
  const judged = plausibility({ ...quantity, analyte }, possible);
  if (judged.kind === 'possible') return { ...lab, quantity };
  if (judged.kind === 'slip' && !vouches(printed, analyte, possible))
    return { ...lab, slipReadings: judged.readings };
  return { ...lab, quantity, isUnusual: true };
}

/** The laboratory's own interval vouches for the unit when it lies inside what is possible. */
function vouches(printed: Limits | undefined, analyte: Windowed, possible: Window): boolean {
  if (!printed) return false;
  return [printed.low, printed.high].every(
    (limit) =>
      limit === undefined || isWithinWindow({ analyte, value: limit, unit: printed.unit }, possible)
  );
}

const RAISES_PHOSPHATE: ConditionId[] = [
  'renal-failure',
  'dialysis',
  'tumour-lysis',
  'familial-tumoral-calcinosis',
  'hypoparathyroidism-or-pseudo'
];

function possibleFor(
  analyte: Analyte,
  { condition, exposure }: Answers,
  age: Decimal | undefined
): Window | undefined {
  if (!isWindowed(analyte)) return undefined;
  if (analyte !== 'phosphate') return possibleWindow(analyte);
  const hasLoad =
    RAISES_PHOSPHATE.some((id) => condition.get(id) === 'yes') ||
    exposure.get('phosphate-load') === 'yes' ||
    exposure.get('parenteral-phosphate') === 'yes';
  if (hasLoad || isYounger(age, { value: 1, unit: 'a' })) return PHOSPHATE_POSSIBLE_WITH_LOAD;
  if (age === undefined || isYounger(age, { value: 16, unit: 'a' }))
    return PHOSPHATE_POSSIBLE_UNDER_16;
  return possibleWindow(analyte);
}
