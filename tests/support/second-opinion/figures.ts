/** Section 4 (calcium and phosphate status), in its order. */

import {
  add,
  compare,
  decimalsOf,
  exact,
  over,
  roundHalfUp,
  subtract,
  times,
  toNumber,
  type Exact
} from './exact';
import type {
  Answer,
  Caution,
  CustomRow,
  DerivedInterval,
  DerivedStatus,
  Findings,
  LabEntry,
  Limits,
  Reading
} from './types';

// ---------------------------------------------------------------------------------------------------------------------
// Ages. Section 2: "1 a = 12 mo = 365.25 d, 1 wk = 7 d; age bands are from inclusive, to exclusive; "0-5 d" means under 6 d."

export function days(value: number | string, unit: string): Exact {
  const v = exact(value);
  if (unit === 'd') return v;
  if (unit === 'wk') return times(v, exact('7'));
  if (unit === 'mo') return over(times(v, exact('365.25')), exact('12'));
  return times(v, exact('365.25'));
}
export function ageInDays(age: { value?: unknown; unit?: unknown } | undefined): Exact | null {
  if (age === undefined || age.value === undefined) return null;
  return days(age.value as number, age.unit as string);
}
export function isUnder(age: Exact | null, value: string, unit: string): boolean {
  return age !== null && compare(age, days(value, unit)) < 0;
}

// ---------------------------------------------------------------------------------------------------------------------
// Answers of a list. Section 2: "`otherExposures: "none"` and `otherConditions: "none"` mean: every id of the list that is
// not answered is a no. Explicit answers always win."

export function exposureStatus(f: Findings, id: string): Answer {
  const entry = (f.exposures ?? []).find((e) => e.id === id);
  if (entry !== undefined) return entry.status ?? 'unknown';
  return f.otherExposures === 'none' ? 'no' : 'unknown';
}
export function conditionStatus(f: Findings, id: string): Answer {
  const entry = (f.conditions ?? []).find((e) => e.id === id);
  if (entry !== undefined) return entry.status ?? 'unknown';
  return f.otherConditions === 'none' ? 'no' : 'unknown';
}
export function signIs(f: Findings, id: string): boolean {
  return (f.signs ?? []).some((s) => s.id === id && s.status === 'yes');
}

// ---------------------------------------------------------------------------------------------------------------------
// Units. "**Conversion**: calcium 1 mmol/L = 4.0078 mg/dL = 2 meq/L; phosphate 1 mmol/L = 3.0974 mg/dL; creatinine
// 1 mg/dL = 88.42 umol/L; ... albumin 1 g/dL = 10 g/L; product 1 mmol2/L2 = 12.414 mg2/dL2."
// Each number says how many of the unit make one base unit (mmol/L, g/L, umol/L, mmol2/L2).

const CALCIUM: Record<string, string> = { 'mmol/L': '1', 'mg/dL': '4.0078', 'meq/L': '2' };
function unitsPerBase(analyte: string, unit: string): Exact {
  if (analyte === 'totalCalcium' || analyte === 'adjustedCalcium' || analyte === 'ionisedCalcium')
    return exact(CALCIUM[unit] ?? '1');
  if (analyte === 'phosphate') return exact(unit === 'mg/dL' ? '3.0974' : '1');
  if (analyte === 'albumin') return unit === 'g/dL' ? exact('0.1') : exact('1');
  if (analyte === 'creatinine')
    return unit === 'mg/dL' ? over(exact('1'), exact('88.42')) : exact('1');
  if (analyte === 'calciumPhosphateProduct') return exact(unit === 'mg2/dL2' ? '12.414' : '1');
  if (analyte === 'pth') return exact(unit === 'pmol/L' ? '1' : '9.43');
  if (analyte === 'vitaminD25')
    return unit === 'nmol/L' ? exact('1') : over(exact('1'), exact('2.496'));
  return exact('1');
}
export function convert(analyte: string, value: Exact, from: string, to: string): Exact {
  if (from === to) return value;
  return times(over(value, unitsPerBase(analyte, from)), unitsPerBase(analyte, to));
}
function toBase(analyte: string, value: number, unit: string): Exact {
  return over(exact(value), unitsPerBase(analyte, unit));
}

/** "that unit's display decimals (mmol/L 2, mg/dL 1, meq/L 2)"; the other units have none named: compared exactly. */
const DISPLAY_DECIMALS: Record<string, number> = { 'mmol/L': 2, 'mg/dL': 1, 'meq/L': 2 };

// ---------------------------------------------------------------------------------------------------------------------
// "**Equality, one rule**: value and limit are compared as they are displayed. The limit is converted into the unit entered;
// then both are rounded half up to that unit's display decimals ..., or to the decimals of either limit of a printed or custom
// interval in that unit if those are more; then compared in decimal arithmetic. A value equal to the limit is inside."

type Range = {
  low: string | null;
  high: string | null;
  unit: string;
  source: string;
  limitDecimals: number;
};
type Compared = { status: 'low' | 'normal' | 'high'; value: Exact; high: Exact | null };

function compareWithRange(analyte: string, value: Exact, unit: string, range: Range): Compared {
  let decimals = DISPLAY_DECIMALS[unit];
  if (decimals !== undefined && range.unit === unit && range.limitDecimals > decimals)
    decimals = range.limitDecimals;
  const shown = (x: Exact): Exact => (decimals === undefined ? x : roundHalfUp(x, decimals));
  const v = shown(value);
  const low =
    range.low === null ? null : shown(convert(analyte, exact(range.low), range.unit, unit));
  const high =
    range.high === null ? null : shown(convert(analyte, exact(range.high), range.unit, unit));
  let status: Compared['status'] = 'normal';
  if (low !== null && compare(v, low) < 0) status = 'low';
  if (high !== null && compare(v, high) > 0) status = 'high';
  return { status, value: v, high };
}

/** "Thresholds given per unit (3.00, 12.0, 6.00; 3.50, 14.0, 7.00; 2.60, 10.4, 5.20; 5.64, 70) are those figures, never converted." */
export type Threshold = Record<string, string>;
const RAISED_UNDER_ONE_YEAR: Threshold = { 'mmol/L': '3.00', 'mg/dL': '12.0', 'meq/L': '6.00' };
const NOT_RAISED_UNDER_ONE_YEAR: Threshold = { 'mmol/L': '2.60', 'mg/dL': '10.4', 'meq/L': '5.20' };
const LOW_AT_ANY_AGE: Threshold = { 'mmol/L': '1.75', 'mg/dL': '7.0', 'meq/L': '3.50' };

export function againstThreshold(value: Exact, unit: string, threshold: Threshold): number {
  return compare(roundHalfUp(value, DISPLAY_DECIMALS[unit] ?? 0), exact(threshold[unit] ?? '0'));
}

function printedRange(limits: Limits, unit: string, source: string): Range {
  return {
    low: limits.low === undefined ? null : String(limits.low),
    high: limits.high === undefined ? null : String(limits.high),
    unit,
    source,
    limitDecimals: Math.max(
      limits.low === undefined ? 0 : decimalsOf(limits.low),
      limits.high === undefined ? 0 : decimalsOf(limits.high)
    )
  };
}

// ---------------------------------------------------------------------------------------------------------------------
// The table of built-in sets. "Ages such as "1-3 a" are completed years."

type BuiltIn = {
  set: string;
  kind: 'calcium' | 'ionised' | 'phosphate';
  from: Exact;
  to: Exact | null;
  low: string;
  high: string;
  unit: string;
};
function row(
  set: string,
  kind: BuiltIn['kind'],
  from: Exact,
  to: Exact | null,
  low: string,
  high: string,
  unit: string
): BuiltIn {
  return { set, kind, from, to, low, high, unit };
}
const a = (n: number): Exact => days(n, 'a');
const BUILT_IN: BuiltIn[] = [
  row('uk-consensus', 'calcium', a(16), null, '2.20', '2.60', 'mmol/L'),
  row('uk-consensus', 'calcium', a(1), a(16), '8.8', '10.8', 'mg/dL'),
  row('uk-consensus', 'ionised', a(16), null, '1.15', '1.33', 'mmol/L'),
  row('uk-consensus', 'phosphate', a(16), null, '0.80', '1.50', 'mmol/L'),
  row('uk-consensus', 'phosphate', a(1), a(16), '0.90', '1.80', 'mmol/L'),
  row('uk-consensus', 'phosphate', days(4, 'wk'), a(1), '1.30', '2.40', 'mmol/L'),
  row('uk-consensus', 'phosphate', days(0, 'd'), days(4, 'wk'), '1.30', '2.60', 'mmol/L'),
  row('us-pedsap', 'calcium', a(1), a(12), '8.8', '10.8', 'mg/dL'),
  row('us-pedsap', 'calcium', a(12), null, '8.4', '10.2', 'mg/dL'),
  row('us-pedsap', 'phosphate', days(0, 'd'), days(6, 'd'), '4.5', '9.0', 'mg/dL'),
  row('us-pedsap', 'phosphate', a(1), a(4), '3.8', '6.5', 'mg/dL'),
  row('us-pedsap', 'phosphate', a(4), a(12), '3.2', '5.8', 'mg/dL'),
  row('us-pedsap', 'phosphate', a(12), a(16), '2.9', '5.4', 'mg/dL'),
  row('us-pedsap', 'phosphate', a(16), a(20), '2.4', '4.7', 'mg/dL'),
  row('us-national-jewish', 'phosphate', a(1), a(5), '3.4', '5.9', 'mg/dL'),
  row('us-national-jewish', 'phosphate', a(5), a(10), '2.9', '5.9', 'mg/dL'),
  row('us-national-jewish', 'phosphate', a(10), a(15), '3.3', '6.2', 'mg/dL'),
  row('us-national-jewish', 'phosphate', a(15), null, '2.5', '4.6', 'mg/dL')
];
const SET_NAMES = ['uk-consensus', 'us-pedsap', 'us-national-jewish'];

function covers(from: Exact, to: Exact | null, age: Exact): boolean {
  return compare(age, from) >= 0 && (to === null || compare(age, to) < 0);
}
function kindOf(key: string): BuiltIn['kind'] {
  if (key === 'phosphate') return 'phosphate';
  return key === 'ionisedCalcium' ? 'ionised' : 'calcium';
}
function builtInRange(set: string, key: string, age: Exact): Range | null {
  const found = BUILT_IN.find(
    (r) => r.set === set && r.kind === kindOf(key) && covers(r.from, r.to, age)
  );
  return found === undefined
    ? null
    : { low: found.low, high: found.high, unit: found.unit, source: set, limitDecimals: 0 };
}

/** "a row for `totalCalcium` also judges adjusted unless there is one for it" */
function customRows(f: Findings, key: string): CustomRow[] {
  const rows = f.intervals?.custom ?? [];
  const own = rows.filter((r) => r.analyte === key);
  if (own.length === 0 && key === 'adjustedCalcium')
    return rows.filter((r) => r.analyte === 'totalCalcium');
  return own;
}
function customFrom(r: CustomRow): Exact {
  return ageInDays(r.fromAge) ?? exact('0');
}
function customTo(r: CustomRow): Exact | null {
  return ageInDays(r.toAge);
}
function customRange(f: Findings, key: string, age: Exact): Range | null {
  const found = customRows(f, key).find((r) => covers(customFrom(r), customTo(r), age));
  return found === undefined ? null : printedRange(found, found.unit, 'custom');
}

// ---------------------------------------------------------------------------------------------------------------------
// Plausibility, the last part of section 4.

/** Section 2: `when: "before-treatment"`: "shown, but every rule of sections 4 to 7 ignores it". */
export function usedLab(f: Findings, key: string): LabEntry | null {
  const entry = f.labs?.[key];
  if (entry === undefined || entry.when === 'before-treatment') return null;
  if (entry.value === undefined && entry.reported === undefined) return null;
  return entry;
}

type Window = { possible: [string, string]; ordinary: [string, string] };
function windowFor(f: Findings, key: string): Window | null {
  const age = ageInDays(f.subject?.age);
  if (key === 'totalCalcium' || key === 'adjustedCalcium')
    return { possible: ['1.25', '4.00'], ordinary: ['1.90', '3.20'] };
  if (key === 'ionisedCalcium') return { possible: ['0.50', '2.20'], ordinary: ['0.90', '1.60'] };
  if (key === 'phosphate') {
    // "0.40-3.00; up to 6.00 with renal failure, dialysis, tumour lysis, familial tumoral calcinosis, hypoparathyroidism, phosphate load or
    // parenteral phosphate, or age under 1 a; up to 3.40 under 16 a or age unknown"
    let high = '3.00';
    if (age === null || isUnder(age, '16', 'a')) high = '3.40';
    if (isUnder(age, '1', 'a')) high = '6.00';
    for (const id of [
      'renal-failure',
      'dialysis',
      'tumour-lysis',
      'familial-tumoral-calcinosis',
      'hypoparathyroidism-or-pseudo'
    ]) {
      if (conditionStatus(f, id) === 'yes') high = '6.00';
    }
    for (const id of ['phosphate-load', 'parenteral-phosphate']) {
      if (exposureStatus(f, id) === 'yes') high = '6.00';
    }
    return { possible: ['0.40', high], ordinary: ['0.50', '2.50'] };
  }
  if (key === 'albumin') return { possible: ['10', '60'], ordinary: ['20', '55'] };
  if (key === 'creatinine') return { possible: ['15', '2500'], ordinary: ['30', '900'] };
  return null;
}
function within(value: Exact, limits: [string, string]): boolean {
  return compare(value, exact(limits[0])) >= 0 && compare(value, exact(limits[1])) <= 0;
}

export type Plausibility = {
  use: boolean;
  caution: 'possible-unit-slip' | 'unusual-value' | null;
  readings: Reading[];
};

export function plausibility(f: Findings, key: string): Plausibility {
  const fine: Plausibility = { use: true, caution: null, readings: [] };
  const entry = usedLab(f, key);
  const window = windowFor(f, key);
  if (entry === null || entry.value === undefined || entry.unit === undefined || window === null)
    return fine;
  const value = toBase(key, entry.value, entry.unit);
  if (within(value, window.possible)) return fine;

  // "`confirmed` removes both cautions."
  if (entry.confirmed === true) return fine;

  // "Total or adjusted calcium above 4.00 up to 6.50 mmol/L, entered in mmol/L, is never a suspected slip: `unusual-value`, it counts"
  const total = key === 'totalCalcium' || key === 'adjustedCalcium';
  if (
    total &&
    entry.unit === 'mmol/L' &&
    compare(value, exact('4.00')) > 0 &&
    compare(value, exact('6.50')) <= 0
  ) {
    return { use: true, caution: 'unusual-value', readings: [] };
  }

  // "A value outside "possible" for which another unit, another kind of calcium, or both, with the same digits would be "ordinary""
  // Total and adjusted share one window, so they are one kind here; the other kind is ionised.
  const kinds = total
    ? [key, 'ionisedCalcium']
    : key === 'ionisedCalcium'
      ? [key, 'totalCalcium']
      : [key];
  const units: Record<string, string[]> = {
    phosphate: ['mmol/L', 'mg/dL'],
    albumin: ['g/L', 'g/dL'],
    creatinine: ['umol/L', 'mg/dL']
  };
  const readings: Reading[] = [];
  for (const kind of kinds) {
    for (const unit of units[kind] ?? ['mmol/L', 'mg/dL', 'meq/L']) {
      if (kind === key && unit === entry.unit) continue;
      const asRead = windowFor(f, kind);
      if (asRead !== null && within(toBase(kind, entry.value, unit), asRead.ordinary))
        readings.push({ analyte: kind, unit });
    }
  }
  // "Outside "possible" with no such reading: caution `unusual-value`, the value counts."
  if (readings.length === 0) return { use: true, caution: 'unusual-value', readings: [] };

  // "unless its printed interval lies inside "possible" (... the value then carries `unusual-value` and counts)"
  if (entry.interval !== undefined) {
    const limits = [entry.interval.low, entry.interval.high].filter(
      (x): x is number => x !== undefined
    );
    if (
      limits.length > 0 &&
      limits.every((x) => within(toBase(key, x, entry.unit ?? ''), window.possible))
    ) {
      return { use: true, caution: 'unusual-value', readings: [] };
    }
  }
  // "is a suspected slip: caution `possible-unit-slip` with the readings that would fit; the figure is **not used**"
  return { use: false, caution: 'possible-unit-slip', readings };
}

/** The figure of an entry, when there is one and it may be used. */
export function usableFigure(f: Findings, key: string): { value: Exact; unit: string } | null {
  const entry = usedLab(f, key);
  if (entry === null || entry.value === undefined || entry.unit === undefined) return null;
  if (!plausibility(f, key).use) return null;
  return { value: exact(entry.value), unit: entry.unit };
}

// ---------------------------------------------------------------------------------------------------------------------
// Judging one value.

export type Judged = {
  status: 'low' | 'normal' | 'high' | 'not-raised' | 'unknown';
  /** why the status is unknown */
  why: 'nothing-entered' | 'slip' | 'no-interval' | 'between-bounds' | 'age' | null;
  interval: DerivedInterval | null;
  marginal: boolean;
  dependsOnInterval: boolean;
  flagDisagrees: boolean;
  byFlag: boolean;
};
function judged(status: Judged['status'], part: Partial<Judged>): Judged {
  return {
    status,
    why: null,
    interval: null,
    marginal: false,
    dependsOnInterval: false,
    flagDisagrees: false,
    byFlag: false,
    ...part
  };
}
function shownInterval(range: Range): DerivedInterval {
  const shown: DerivedInterval = { unit: range.unit, source: range.source };
  if (range.low !== null) shown.low = Number(range.low);
  if (range.high !== null) shown.high = Number(range.high);
  return shown;
}

/**
 * "`marginal-value`: the deciding value is judged against an interval, exceeds its upper limit as compared, and by no more than 5 % of it (equal
 * counts; ...)". 5 % more than the limit is 21/20 of it.
 */
function isMarginal(value: Exact, high: Exact | null): boolean {
  return (
    high !== null &&
    compare(value, high) > 0 &&
    compare(times(value, exact('20')), times(high, exact('21'))) <= 0
  );
}

/** Ruling on note 38: without an upper limit only "low" is settled; else the next source judges. */
function settles(key: string, value: Exact, unit: string, range: Range): boolean {
  return range.high !== null || compareWithRange(key, value, unit, range).status === 'low';
}

/** A figure judged by the printed interval alone. */
function judgeByPrinted(
  key: string,
  value: Exact,
  unit: string,
  limits: Limits,
  flag: string | undefined
): Judged {
  const range = printedRange(limits, unit, 'printed');
  const result = compareWithRange(key, value, unit, range);
  return judged(result.status, {
    interval: shownInterval(range),
    marginal: isMarginal(result.value, result.high),
    // "Flag and interval disagree: the printed interval decides, caution `laboratory-flag-disagrees`."
    flagDisagrees: flag !== undefined && flag !== result.status
  });
}

/** The built-in sets that cover the age, aside from `not`, and say otherwise on raised or not. */
function anotherSetSaysOtherwise(
  key: string,
  value: Exact,
  unit: string,
  age: Exact,
  raised: boolean,
  not: string
): boolean {
  return SET_NAMES.some((set) => {
    if (set === not) return false;
    const range = builtInRange(set, key, age);
    return (
      range !== null && (compareWithRange(key, value, unit, range).status === 'high') !== raised
    );
  });
}

/** "else the `custom` interval for that analyte and age; else the chosen built-in set" */
function judgeByAge(
  f: Findings,
  key: string,
  customKey: string,
  value: Exact,
  unit: string
): Judged {
  const age = ageInDays(f.subject?.age);
  const chosen = f.intervals?.set ?? 'uk-consensus';

  if (age !== null) {
    const custom = customRange(f, customKey, age);
    if (custom !== null && settles(key, value, unit, custom)) {
      const result = compareWithRange(key, value, unit, custom);
      return judged(result.status, {
        interval: shownInterval(custom),
        marginal: isMarginal(result.value, result.high)
      });
    }
    // "Where the chosen set has no row for that analyte and age, `uk-consensus` judges, with caution `depends-on-laboratory-interval`"
    const own = builtInRange(chosen, key, age);
    const range = own ?? builtInRange('uk-consensus', key, age);
    if (range !== null) {
      const result = compareWithRange(key, value, unit, range);
      return judged(result.status, {
        interval: shownInterval(range),
        marginal: isMarginal(result.value, result.high),
        // "no printed interval, flag or custom interval, and another built-in set that covers that analyte and age would say otherwise on raised or not"
        dependsOnInterval:
          own === null ||
          anotherSetSaysOtherwise(key, value, unit, age, result.status === 'high', range.source)
      });
    }
    // "**Total or adjusted calcium under 1 year** has no citable interval: 3.00 mmol/L (12.0 mg/dL) and above is raised, 2.60 mmol/L and below is
    // not raised, between is unknown ... Where only that outer bound judged, the status is `not-raised`. Below 1.75 mmol/L ... is low at any age"
    if ((key === 'totalCalcium' || key === 'adjustedCalcium') && isUnder(age, '1', 'a')) {
      const outer = (bound: Threshold, side: 'low' | 'high'): DerivedInterval => ({
        [side]: Number(bound[unit]),
        unit,
        source: 'outer-bound'
      });
      if (againstThreshold(value, unit, LOW_AT_ANY_AGE) < 0)
        return judged('low', { interval: outer(LOW_AT_ANY_AGE, 'low') });
      if (againstThreshold(value, unit, RAISED_UNDER_ONE_YEAR) >= 0)
        return judged('high', { interval: outer(RAISED_UNDER_ONE_YEAR, 'high') });
      if (againstThreshold(value, unit, NOT_RAISED_UNDER_ONE_YEAR) <= 0)
        return judged('not-raised', { interval: outer(NOT_RAISED_UNDER_ONE_YEAR, 'high') });
      // Ruling on note 37: the bound judged, and found it unknown; it does not yield.
      return judged('unknown', { why: 'between-bounds' });
    }
    return judged('unknown', { why: 'no-interval' });
  }

  // "**Age unknown**: judged for every age band that has an interval; if they disagree on raised or not, the status is unknown and `subject.age` is
  // missing." "Ionised calcium with age unknown is unknown."
  if (key === 'ionisedCalcium') return judged('unknown', { why: 'age' });
  // "The bands are those of `custom`, then of the chosen set, then of `uk-consensus` for ages not covered". Brute force: every age at which any row
  // begins or ends is the first age of a stretch in which nothing changes; each stretch is judged at that first age.
  const rows = customRows(f, customKey);
  const starts: Exact[] = [];
  const addStart = (start: Exact | null): void => {
    if (start !== null && !starts.some((other) => compare(other, start) === 0)) starts.push(start);
  };
  addStart(exact('0'));
  for (const r of rows) {
    addStart(customFrom(r));
    addStart(customTo(r));
  }
  for (const r of BUILT_IN.filter((b) => b.kind === kindOf(key))) {
    addStart(r.from);
    addStart(r.to);
  }
  let anyHigh = false;
  let anyNotHigh = false;
  let allLow = true;
  let depends = false;
  let topRange: Range | null = null;
  let top: Compared | null = null;
  let bottomRange: Range | null = null;
  let bottom: Compared | null = null;
  for (const start of starts) {
    if (compare(start, days('130', 'a')) > 0) continue;
    const ofTheirs = customRange(f, customKey, start);
    const custom = ofTheirs !== null && settles(key, value, unit, ofTheirs) ? ofTheirs : null;
    const own = builtInRange(chosen, key, start);
    const range = custom ?? own ?? builtInRange('uk-consensus', key, start);
    if (range === null) continue;
    const result = compareWithRange(key, value, unit, range);
    if (result.status === 'high') anyHigh = true;
    else anyNotHigh = true;
    if (result.status !== 'low') allLow = false;
    // "(`depends-on-laboratory-interval` if `uk-consensus` filled in and there is no custom row)"
    if (custom === null && own === null && rows.length === 0) depends = true;
    // "`depends-on-laboratory-interval` if another set says otherwise in any band."
    if (
      custom === null &&
      anotherSetSaysOtherwise(key, value, unit, start, result.status === 'high', range.source)
    )
      depends = true;
    // The highest limit (for the margin) and the lowest one (shown when nothing is raised).
    if (
      result.high !== null &&
      (top === null || top.high === null || compare(result.high, top.high) > 0)
    ) {
      top = result;
      topRange = range;
    }
    if (
      bottom === null ||
      (result.high !== null && (bottom.high === null || compare(result.high, bottom.high) < 0))
    ) {
      bottom = result;
      bottomRange = range;
    }
  }
  if (anyHigh && anyNotHigh) return judged('unknown', { why: 'age' });
  if (anyHigh && top !== null && topRange !== null) {
    // "a margin is taken against the highest limit exceeded"
    return judged('high', {
      interval: shownInterval(topRange),
      marginal: isMarginal(top.value, top.high),
      dependsOnInterval: depends
    });
  }
  // "Low only if every band says low"
  if (bottomRange !== null)
    return judged(allLow ? 'low' : 'normal', {
      interval: shownInterval(bottomRange),
      dependsOnInterval: depends
    });
  return judged('unknown', { why: 'no-interval' });
}

/** "**Which interval decides**: the one printed with the value; else the laboratory's own flag; else `custom`; else the chosen built-in set." */
export function judgeEntry(f: Findings, key: string): Judged {
  const entry = usedLab(f, key);
  if (entry === null) return judged('unknown', { why: 'nothing-entered' });
  const figure = usableFigure(f, key);
  if (
    figure !== null &&
    entry.interval !== undefined &&
    settles(key, figure.value, figure.unit, printedRange(entry.interval, figure.unit, 'printed'))
  )
    return judgeByPrinted(key, figure.value, figure.unit, entry.interval, entry.reported);
  if (entry.reported !== undefined)
    return judged(entry.reported, { byFlag: true, interval: { source: 'laboratory-flag' } });
  if (figure === null) return judged('unknown', { why: 'slip' });
  return judgeByAge(f, key, key, figure.value, figure.unit);
}

/**
 * "Computed adjustment, Payne 1973, after conversion: Ca mmol/L + 0.02 x (40 - albumin g/L). It is converted back into the unit of the total, rounded half
 * up to its display decimals"
 */
export function computedAdjusted(f: Findings): { value: Exact; unit: string } | null {
  const total = usableFigure(f, 'totalCalcium');
  const albumin = usableFigure(f, 'albumin');
  if (total === null || albumin === null) return null;
  const calcium = convert('totalCalcium', total.value, total.unit, 'mmol/L');
  const albuminGramsPerLitre = convert('albumin', albumin.value, albumin.unit, 'g/L');
  const adjusted = add(calcium, times(exact('0.02'), subtract(exact('40'), albuminGramsPerLitre)));
  return {
    value: roundHalfUp(
      convert('totalCalcium', adjusted, 'mmol/L', total.unit),
      DISPLAY_DECIMALS[total.unit] ?? 2
    ),
    unit: total.unit
  };
}
/** "and judged like an entered value by the interval that would judge the total (not by the total's flag)" */
function judgeComputed(f: Findings): Judged {
  const computed = computedAdjusted(f);
  if (computed === null) return judged('unknown', { why: 'nothing-entered' });
  const interval = f.labs?.['totalCalcium']?.interval;
  if (
    interval !== undefined &&
    settles(
      'totalCalcium',
      computed.value,
      computed.unit,
      printedRange(interval, computed.unit, 'printed')
    )
  )
    return judgeByPrinted('totalCalcium', computed.value, computed.unit, interval, undefined);
  return judgeByAge(f, 'totalCalcium', 'totalCalcium', computed.value, computed.unit);
}

// ---------------------------------------------------------------------------------------------------------------------
// "**Kidneys** are impaired: `renal-failure` or `dialysis` yes, eGFR below 60 or reported low, or creatinine above its printed or custom interval or
// reported high. Not impaired: none of these, and eGFR 60 and above or reported normal, or creatinine normal by such an interval or as reported, or both
// diseases answered no. Else unknown."

export function kidneys(f: Findings): 'impaired' | 'not-impaired' | 'unknown' {
  const renal = conditionStatus(f, 'renal-failure');
  const dialysis = conditionStatus(f, 'dialysis');
  const egfr = usedLab(f, 'egfr');
  // "an eGFR figure goes before its flag"
  let egfrSays = 'nothing';
  if (egfr !== null && egfr.value !== undefined)
    egfrSays = compare(exact(egfr.value), exact('60')) < 0 ? 'impaired' : 'normal';
  else if (egfr?.reported === 'low') egfrSays = 'impaired';
  else if (egfr?.reported === 'normal') egfrSays = 'normal';
  // "Creatinine is judged as printed, then flag, then custom; ... creatinine reported low says nothing."
  let creatinineSays = 'nothing';
  const creatinine = usedLab(f, 'creatinine');
  if (creatinine !== null) {
    const figure = usableFigure(f, 'creatinine');
    let status = 'unknown';
    if (figure !== null && creatinine.interval !== undefined)
      status = judgeByPrinted(
        'creatinine',
        figure.value,
        figure.unit,
        creatinine.interval,
        undefined
      ).status;
    else if (creatinine.reported !== undefined) status = creatinine.reported;
    else if (figure !== null) status = creatinineByCustom(f, figure.value, figure.unit);
    if (status === 'high') creatinineSays = 'impaired';
    if (status === 'normal') creatinineSays = 'normal';
  }
  if (
    renal === 'yes' ||
    dialysis === 'yes' ||
    egfrSays === 'impaired' ||
    creatinineSays === 'impaired'
  )
    return 'impaired';
  if (egfrSays === 'normal' || creatinineSays === 'normal' || (renal === 'no' && dialysis === 'no'))
    return 'not-impaired';
  return 'unknown';
}
function creatinineByCustom(f: Findings, value: Exact, unit: string): string {
  const age = ageInDays(f.subject?.age);
  const statuses: string[] = [];
  for (const r of customRows(f, 'creatinine')) {
    // With the age unknown every custom row is a band.
    if (age !== null && !covers(customFrom(r), customTo(r), age)) continue;
    statuses.push(
      compareWithRange('creatinine', value, unit, printedRange(r, r.unit, 'custom')).status
    );
  }
  if (statuses.length === 0) return 'unknown';
  if (statuses.every((s) => s === 'high')) return 'high';
  if (statuses.some((s) => s === 'high')) return 'unknown';
  return statuses.every((s) => s === 'low') ? 'low' : 'normal';
}

// ---------------------------------------------------------------------------------------------------------------------
// "**Which calcium decides**"

/** "adjustment is unreliable (albumin below 20 g/L; kidneys impaired; age under 28 days; `paraprotein` or `acid-base-disturbance` yes)" */
export function adjustmentUnreliable(f: Findings): boolean {
  const albumin = usableFigure(f, 'albumin');
  if (
    albumin !== null &&
    compare(convert('albumin', albumin.value, albumin.unit, 'g/L'), exact('20')) < 0
  )
    return true;
  if (kidneys(f) === 'impaired') return true;
  if (isUnder(ageInDays(f.subject?.age), '28', 'd')) return true;
  return (
    conditionStatus(f, 'paraprotein') === 'yes' ||
    conditionStatus(f, 'acid-base-disturbance') === 'yes'
  );
}

export type Decided = {
  derived: DerivedStatus;
  /** what the fact can be: 'high' is raised, 'low' and 'normal' are not */
  possible: ('low' | 'normal' | 'high')[];
  /** paths of the value that decides */
  inputs: string[];
  /** what to ask when the status is unknown */
  ask: string | null;
  /** cautions that touch this fact, and low-calcium / low-phosphate */
  cautions: Caution[];
};

function isRaised(j: Judged): boolean {
  return j.status === 'high';
}
function possibleOf(status: string): Decided['possible'] {
  if (status === 'unknown') return ['high', 'normal'];
  return [status === 'high' ? 'high' : status === 'low' ? 'low' : 'normal'];
}

/** The cautions of a value that decides. */
function cautionsOfDeciding(
  f: Findings,
  j: Judged,
  inputs: string[],
  key: string,
  computed: boolean
): Caution[] {
  const cautions: Caution[] = [];
  const age = ageInDays(f.subject?.age);
  if (j.flagDisagrees) cautions.push({ id: 'laboratory-flag-disagrees', inputs });
  if (j.dependsOnInterval) cautions.push({ id: 'depends-on-laboratory-interval', inputs });
  if (j.marginal) cautions.push({ id: 'marginal-value', inputs });
  // "**Low** ... adds `low-calcium` / `low-phosphate` (judged on the deciding value)"
  if (j.status === 'low')
    cautions.push({ id: key === 'phosphate' ? 'low-phosphate' : 'low-calcium', inputs });
  // "A status that rests on `reported` without any printed limit, under 16 years or age unknown, adds `reported-interval-unknown`"
  const printed = f.labs?.[key]?.interval !== undefined;
  if (!computed && j.byFlag && !printed && (age === null || isUnder(age, '16', 'a')))
    cautions.push({ id: 'reported-interval-unknown', inputs });
  return cautions;
}

export function decideCalcium(f: Findings): Decided {
  // "ionised; else adjusted as reported by the laboratory; else total with albumin (adjusted value computed); else total alone."
  const ionised = judgeEntry(f, 'ionisedCalcium');
  const adjusted = judgeEntry(f, 'adjustedCalcium');
  const computed = judgeComputed(f);
  const total = judgeEntry(f, 'totalCalcium');
  const order: { name: string; key: string; inputs: string[]; j: Judged }[] = [
    { name: 'ionisedCalcium', key: 'ionisedCalcium', inputs: ['labs.ionisedCalcium'], j: ionised },
    {
      name: 'adjustedCalcium',
      key: 'adjustedCalcium',
      inputs: ['labs.adjustedCalcium'],
      j: adjusted
    },
    {
      name: 'computedAdjustedCalcium',
      key: 'totalCalcium',
      inputs: ['labs.totalCalcium', 'labs.albumin'],
      j: computed
    },
    { name: 'totalCalcium', key: 'totalCalcium', inputs: ['labs.totalCalcium'], j: total }
  ];

  // "A value that cannot be judged (no interval for that age, unconfirmed slip) yields to the next."
  // A value whose age bands disagree has intervals: it does not yield, its status is unknown and the age is missing.
  let deciding: (typeof order)[number] | null = null;
  for (const candidate of order) {
    const { status, why } = candidate.j;
    const yields =
      status === 'unknown' &&
      why !== 'between-bounds' &&
      (why !== 'age' || candidate.name === 'ionisedCalcium');
    if (!yields) {
      deciding = candidate;
      break;
    }
  }

  const unknownDerived: DerivedStatus = { status: 'unknown', basis: null, interval: null };
  const unreliable = adjustmentUnreliable(f);

  if (deciding === null || deciding.j.status === 'unknown') {
    // "if they disagree on raised or not, the status is unknown and `subject.age` is missing"
    const waitsForAge = order.some((c) => c.j.why === 'age');
    const withoutInterval = order.find((c) => c.j.why === 'no-interval');
    let ask: string;
    if (deciding?.j.why === 'between-bounds') ask = 'labs.' + deciding.key + '.interval';
    else if (waitsForAge) ask = 'subject.age';
    // "the status is unknown and the laboratory's interval is what is missing (`labs.totalCalcium.interval`)"
    else if (withoutInterval !== undefined) ask = 'labs.' + withoutInterval.key + '.interval';
    // "When no calcium is known one is asked: `labs.totalCalcium`, or `labs.ionisedCalcium` where adjustment is unreliable"
    else ask = unreliable ? 'labs.ionisedCalcium' : 'labs.totalCalcium';
    return { derived: unknownDerived, possible: ['high', 'normal'], inputs: [], ask, cautions: [] };
  }

  const cautions: Caution[] = [];
  const adjustedDecides =
    deciding.name === 'adjustedCalcium' || deciding.name === 'computedAdjustedCalcium';
  // "Adjusted and total disagree on raised or not: the adjusted decides, provisionally, caution `adjusted-and-total-calcium-disagree`"
  if (adjustedDecides && total.status !== 'unknown' && isRaised(total) !== isRaised(deciding.j)) {
    const inputs = [...new Set([...deciding.inputs, 'labs.totalCalcium'])];
    cautions.push({ id: 'adjusted-and-total-calcium-disagree', inputs });
    // "If moreover adjustment is unreliable ..., C is **unknown**", "and ionised calcium is what to order"
    if (unreliable)
      return {
        derived: unknownDerived,
        possible: ['high', 'normal'],
        inputs: [],
        ask: 'labs.ionisedCalcium',
        cautions
      };
  }
  // "Ionised against total or adjusted on raised or not: ionised decides, caution `ionised-and-total-calcium-disagree`"
  if (deciding.name === 'ionisedCalcium') {
    const against = order
      .slice(1)
      .filter((c) => c.j.status !== 'unknown' && isRaised(c.j) !== isRaised(ionised));
    if (against.length > 0) {
      cautions.push({
        id: 'ionised-and-total-calcium-disagree',
        inputs: [...new Set(['labs.ionisedCalcium', ...against.flatMap((c) => c.inputs)])]
      });
    }
  }
  const isComputed = deciding.name === 'computedAdjustedCalcium';
  cautions.push(...cautionsOfDeciding(f, deciding.j, deciding.inputs, deciding.key, isComputed));
  return {
    derived: {
      status: deciding.j.status,
      basis: deciding.j.byFlag ? 'reported' : deciding.name,
      interval: deciding.j.interval
    },
    possible: possibleOf(deciding.j.status),
    inputs: deciding.inputs,
    ask: null,
    cautions
  };
}

export function decidePhosphate(f: Findings): Decided {
  const j = judgeEntry(f, 'phosphate');
  if (j.status === 'unknown') {
    let ask = 'labs.phosphate';
    if (j.why === 'age') ask = 'subject.age';
    if (j.why === 'no-interval') ask = 'labs.phosphate.interval';
    return {
      derived: { status: 'unknown', basis: null, interval: null },
      possible: ['high', 'normal'],
      inputs: [],
      ask,
      cautions: []
    };
  }
  return {
    derived: { status: j.status, basis: j.byFlag ? 'reported' : 'phosphate', interval: j.interval },
    possible: possibleOf(j.status),
    inputs: ['labs.phosphate'],
    ask: null,
    cautions: cautionsOfDeciding(f, j, ['labs.phosphate'], 'phosphate', false)
  };
}

/** "Entered as a figure at or above 5.64 mmol2/L2 or 70 mg2/dL2, or reported high" */
export function productIsHigh(f: Findings): boolean {
  const entry = usedLab(f, 'calciumPhosphateProduct');
  if (entry === null) return false;
  if (entry.reported === 'high') return true;
  if (entry.value === undefined) return false;
  return compare(exact(entry.value), exact(entry.unit === 'mg2/dL2' ? '70' : '5.64')) >= 0;
}

/** "**Product** is supporting evidence: shown in both units ..., never from ionised calcium." */
export function computedProduct(f: Findings): { value: number; unit: string } | null {
  const calcium =
    usableFigure(f, 'adjustedCalcium') ?? computedAdjusted(f) ?? usableFigure(f, 'totalCalcium');
  const phosphate = usableFigure(f, 'phosphate');
  if (calcium === null || phosphate === null) return null;
  const product = times(
    convert('totalCalcium', calcium.value, calcium.unit, 'mmol/L'),
    convert('phosphate', phosphate.value, phosphate.unit, 'mmol/L')
  );
  return { value: toNumber(product, 2), unit: 'mmol2/L2' };
}

/** Section 6: "PTH raised (printed interval or reported)". */
export function pthRaised(f: Findings): boolean {
  const entry = usedLab(f, 'pth');
  if (entry === null) return false;
  if (entry.value !== undefined && entry.unit !== undefined && entry.interval !== undefined) {
    return (
      judgeByPrinted('pth', exact(entry.value), entry.unit, entry.interval, undefined).status ===
      'high'
    );
  }
  return entry.reported === 'high';
}
