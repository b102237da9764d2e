import type { Findings } from '$lib/core/classifier/findings';
import {
  ANSWERS,
  CONDITIONS,
  DAMAGES,
  EXPOSURES,
  LABS,
  PATTERNS,
  REPORTED,
  SEXES,
  SIGNS,
  type Answer,
  type ConditionId,
  type DamageId,
  type ExposureId,
  type LabId,
  type PatternId,
  type Reported,
  type SignId
} from '$lib/core/classifier/vocabulary';
import { isIntervalChoice } from '$lib/core/intervals/custom';
import { AGE_UNITS, UNITS, type AgeUnit } from '$lib/core/quantities/units';

export type Sex = (typeof SEXES)[number];
export const CALCIUM_KINDS = ['totalCalcium', 'adjustedCalcium', 'ionisedCalcium'] as const;
export type CalciumKind = (typeof CALCIUM_KINDS)[number];

/** A figure as it was typed: the texts, and the unit they were typed in, are never rewritten by us. */
export interface LabEntry {
  text: string;
  /** The unit of `text`, `low` and `high`. */
  unit: string;
  /** The unit in which the field shows them. */
  shownUnit: string;
  low: string;
  high: string;
  reported: Reported | '';
  sampledOn: string;
  confirmed: boolean;
  beforeTreatment: boolean;
  /** Which of the two readings of an ambiguous text was meant. */
  picked?: number | undefined;
}

export interface ExposureEntry {
  status: Answer;
  atLesionSite?: Answer;
  extravasation?: Answer;
}

/** Everything on the Classify page, in the form in which it was entered. */
export interface EntryData {
  age: { text: string; unit: AgeUnit; picked?: number | undefined };
  sex: Sex | '';
  /** The kinds of calcium that have a field, in the order of the fields. */
  calciums: CalciumKind[];
  labs: Partial<Record<LabId, LabEntry>>;
  /** "Calcium or phosphate given at this site?" */
  givenAtSite: Answer | '';
  exposures: Partial<Record<ExposureId, ExposureEntry>>;
  noOtherExposures: boolean;
  conditions: Partial<Record<ConditionId, Answer>>;
  noOtherConditions: boolean;
  damageBefore: Answer | '';
  damage: DamageId[];
  patterns: PatternId[];
  noPattern: boolean;
  depositConfirmed: Answer | '';
  signs: Partial<Record<SignId, Answer>>;
  noOtherSigns: boolean;
  /** Intervals that came with a link: they go before the reader's own. */
  intervals?: NonNullable<Findings['intervals']>;
}

export function emptyEntry(): EntryData {
  return {
    age: { text: '', unit: 'a' },
    sex: '',
    calciums: ['totalCalcium'],
    labs: {},
    givenAtSite: '',
    exposures: {},
    noOtherExposures: false,
    conditions: {},
    noOtherConditions: false,
    damageBefore: '',
    damage: [],
    patterns: [],
    noPattern: false,
    depositConfirmed: '',
    signs: {},
    noOtherSigns: false
  };
}

export function emptyLab(unit: string): LabEntry {
  return {
    text: '',
    unit,
    shownUnit: unit,
    low: '',
    high: '',
    reported: '',
    sampledOn: '',
    confirmed: false,
    beforeTreatment: false
  };
}

type Loose = Record<string, unknown>;

function loose(value: unknown): Loose {
  return typeof value === 'object' && value !== null ? (value as Loose) : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function oneOf<T extends string, Default>(options: readonly T[], value: unknown, other: Default) {
  return options.find((option) => option === value) ?? other;
}

function listOf<T extends string>(options: readonly T[], value: unknown): T[] {
  return Array.isArray(value) ? options.filter((option) => value.includes(option)) : [];
}

function recordOf<T extends string, V>(ids: readonly T[], value: unknown, parse: (v: Loose) => V) {
  const record = loose(value);
  return Object.fromEntries(
    ids.flatMap((id) => (Object.hasOwn(record, id) ? [[id, parse(record[id] as Loose)]] : []))
  ) as Partial<Record<T, V>>;
}

function parseLab(lab: LabId, stored: unknown): LabEntry {
  const entry = loose(stored);
  const unit = oneOf<string, string>(UNITS[lab], entry.unit, UNITS[lab][0]);
  return {
    text: text(entry.text),
    unit,
    shownUnit: oneOf<string, string>(UNITS[lab], entry.shownUnit, unit),
    low: text(entry.low),
    high: text(entry.high),
    reported: oneOf(REPORTED, entry.reported, ''),
    sampledOn: /^\d{4}-\d\d-\d\d$/.test(text(entry.sampledOn)) ? text(entry.sampledOn) : '',
    confirmed: entry.confirmed === true,
    beforeTreatment: entry.beforeTreatment === true,
    ...(typeof entry.picked === 'number' && { picked: entry.picked })
  };
}

function parseExposure(stored: unknown): ExposureEntry {
  const entry = loose(stored);
  const atLesionSite = oneOf(ANSWERS, entry.atLesionSite, undefined);
  const extravasation = oneOf(ANSWERS, entry.extravasation, undefined);
  return {
    status: oneOf(ANSWERS, entry.status, 'unknown'),
    ...(atLesionSite && { atLesionSite }),
    ...(extravasation && { extravasation })
  };
}

const parseAnswer = (value: unknown): Answer => oneOf(ANSWERS, value, 'unknown');

/** What the tab kept, field by field; whatever is not understood is as if it had not been entered. */
export function parseEntry(stored: unknown): EntryData {
  const entry = loose(stored);
  const age = loose(entry.age);
  const labs = loose(entry.labs);
  const calciums = listOf(CALCIUM_KINDS, entry.calciums);
  const order = Array.isArray(entry.calciums) ? (entry.calciums as unknown[]) : [];
  return {
    age: {
      text: text(age.text),
      unit: oneOf(AGE_UNITS, age.unit, 'a'),
      ...(typeof age.picked === 'number' && { picked: age.picked })
    },
    sex: oneOf(SEXES, entry.sex, ''),
    calciums:
      calciums.length > 0
        ? calciums.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
        : ['totalCalcium'],
    labs: Object.fromEntries(
      LABS.filter((lab) => Object.hasOwn(labs, lab)).map((lab) => [lab, parseLab(lab, labs[lab])])
    ),
    givenAtSite: oneOf(ANSWERS, entry.givenAtSite, ''),
    exposures: recordOf(EXPOSURES, entry.exposures, parseExposure),
    noOtherExposures: entry.noOtherExposures === true,
    conditions: recordOf(CONDITIONS, entry.conditions, parseAnswer),
    noOtherConditions: entry.noOtherConditions === true,
    damageBefore: oneOf(ANSWERS, entry.damageBefore, ''),
    damage: listOf(DAMAGES, entry.damage),
    patterns: listOf(PATTERNS, entry.patterns),
    noPattern: entry.noPattern === true,
    depositConfirmed: oneOf(ANSWERS, entry.depositConfirmed, ''),
    signs: recordOf(SIGNS, entry.signs, parseAnswer),
    noOtherSigns: entry.noOtherSigns === true,
    ...(isIntervalChoice(entry.intervals) && {
      intervals: entry.intervals as NonNullable<Findings['intervals']>
    })
  };
}
