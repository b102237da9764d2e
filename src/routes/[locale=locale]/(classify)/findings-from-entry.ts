import type { CustomInterval, Findings, Lab, Labs } from '$lib/core/classifier/findings';
import {
  EXPOSURES,
  EXPOSURES_AT_SITE,
  LABS,
  SIGNS,
  type IntervalSetId,
  type LabId
} from '$lib/core/classifier/vocabulary';
import { isTooOld } from '$lib/core/quantities/age';
import { readNumber } from '$lib/core/quantities/read-number';
import type { EntryData, ExposureEntry, LabEntry } from '$lib/state/entry-data';
import { picked, readFigure, readLimit } from './figure';

export interface Intervals {
  intervalSet: IntervalSetId;
  ownIntervals: readonly CustomInterval[];
}

export interface FromEntry {
  findings: Findings;
  /** What was typed and is not surely read, as paths into the findings: left out, and said so on screen. */
  unread: string[];
}

/**
 * What was entered, as the classifier takes it: it always keeps the input contract. A figure that is not surely read is
 * not part of it.
 */
export function findingsFromEntry(entry: EntryData, intervals: Intervals): FromEntry {
  const unread: string[] = [];
  const labs = readLabs(entry, unread);
  const age = readAge(entry, unread);
  const exposures = exposuresOf(entry);
  const conditions = listed(entry.conditions);
  const signs = listed(withNos(entry.signs, entry.noOtherSigns ? SIGNS : []));
  const lesion = lesionOf(entry);
  const findings: Findings = {
    ...((age || entry.sex) && {
      subject: { ...(age && { age }), ...(entry.sex && { sex: entry.sex }) }
    }),
    intervals: entry.intervals ?? {
      set: intervals.intervalSet,
      ...(intervals.ownIntervals.length > 0 && { custom: [...intervals.ownIntervals] })
    },
    ...(Object.keys(labs).length > 0 && { labs }),
    ...(exposures.length > 0 && { exposures }),
    ...(entry.noOtherExposures && { otherExposures: 'none' as const }),
    ...(conditions.length > 0 && { conditions }),
    ...(entry.noOtherConditions && { otherConditions: 'none' as const }),
    ...(Object.keys(lesion).length > 0 && { lesion }),
    ...(signs.length > 0 && { signs })
  };
  return { findings, unread };
}

function readAge({ age }: EntryData, unread: string[]) {
  const reading = picked(readNumber(age.text, { analyte: 'age', unit: age.unit }), age.picked);
  if (reading.kind === 'read') {
    const read = { value: reading.value, unit: age.unit };
    if (!isTooOld(read)) return read;
  }
  if (reading.kind !== 'empty') unread.push('subject.age');
  return undefined;
}

function readLabs(entry: EntryData, unread: string[]): Labs {
  const labs: Record<string, Lab> = {};
  for (const lab of LABS) {
    const typed = entry.labs[lab];
    const read = typed && readLab(lab, typed, unread);
    if (read && Object.keys(read).length > 0) labs[lab] = read;
  }
  return labs as Labs;
}

function readLab(lab: LabId, typed: LabEntry, unread: string[]): Lab {
  const reading = readFigure(lab, typed);
  const hasValue = reading.kind === 'read';
  if (!hasValue && reading.kind !== 'empty') unread.push(`labs.${lab}`);
  const interval = hasValue && readInterval(lab, typed);
  if (interval === 'unread') unread.push(`labs.${lab}.interval`);
  if (!hasValue && !typed.reported) return {};
  return {
    ...(hasValue && { value: reading.value, unit: typed.unit }),
    ...(typed.reported && { reported: typed.reported }),
    ...(typeof interval === 'object' && { interval }),
    ...(typed.sampledOn && { sampledOn: typed.sampledOn }),
    ...(hasValue && typed.confirmed && { confirmed: true }),
    ...(typed.beforeTreatment && { when: 'before-treatment' as const })
  } as Lab;
}

/** The printed interval; as one limit alone would judge otherwise than both, both must be read. */
export function readInterval(
  lab: LabId,
  { low, high, unit }: Pick<LabEntry, 'low' | 'high' | 'unit'>
): { low?: number; high?: number } | 'unread' | undefined {
  const from = readLimit(lab, low, unit);
  const to = readLimit(lab, high, unit);
  const isSure = [from, to].every(({ kind }) => kind === 'read' || kind === 'empty');
  if (!isSure) return 'unread';
  const interval = {
    ...(from.kind === 'read' && { low: from.value }),
    ...(to.kind === 'read' && { high: to.value })
  };
  if (interval.low === undefined && interval.high === undefined) return undefined;
  return (interval.low ?? 0) > (interval.high ?? Infinity) ? 'unread' : interval;
}

/**
 * "No" to the one-tap question answers the exposures at the site, and no others: a systemic load that was not asked for
 * stays unknown. "Yes" counts once it is known which.
 */
function exposuresOf(entry: EntryData): NonNullable<Findings['exposures']> {
  const given = entry.givenAtSite === 'yes';
  return EXPOSURES.flatMap((id) => {
    const one = entry.exposures[id];
    const isAtSite = (EXPOSURES_AT_SITE as readonly string[]).includes(id);
    if (one && (given || !reachesSite(one)))
      return [isAtSite ? { id, ...one } : { id, status: one.status }];
    return isAtSite && entry.givenAtSite === 'no' && !entry.noOtherExposures
      ? [{ id, status: 'no' as const }]
      : [];
  });
}

function reachesSite({ status, atLesionSite, extravasation }: ExposureEntry) {
  return (
    status === 'yes' &&
    (atLesionSite === 'yes' || (extravasation === 'yes' && atLesionSite !== 'no'))
  );
}

function lesionOf(entry: EntryData): NonNullable<Findings['lesion']> {
  const isDamageListed = entry.damageBefore === 'yes' && entry.damage.length > 0;
  return {
    ...(entry.damageBefore && { damageBefore: entry.damageBefore }),
    ...(isDamageListed && { damage: [...entry.damage] }),
    ...((entry.patterns.length > 0 || entry.noPattern) && { patterns: [...entry.patterns] }),
    ...(entry.depositConfirmed && { depositConfirmed: entry.depositConfirmed })
  };
}

function withNos<T extends string, S extends string>(
  answers: Partial<Record<T, S>>,
  ids: readonly T[]
): Partial<Record<T, S | 'no'>> {
  return { ...Object.fromEntries(ids.map((id) => [id, 'no'])), ...answers } as Partial<
    Record<T, S | 'no'>
  >;
}

function listed<T extends string, S>(answers: Partial<Record<T, S>>): { id: T; status: S }[] {
  return Object.entries(answers).map(([id, status]) => ({ id: id as T, status: status as S }));
}
