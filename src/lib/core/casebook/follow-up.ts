import type { LabId } from '../classifier/vocabulary';
import { convert } from '../quantities/convert';
import { UNITS } from '../quantities/units';
import type { LabValue, LesionVisit, Treatment } from './row-schema';

/** What was measured on one day (ISO). */
export interface Point {
  on: string;
  value: number;
}

export const MEASURES = ['length', 'area', 'pain', 'hindrance'] as const;
export type Measure = (typeof MEASURES)[number];

/** UCUM, or the scale of a score. */
export const UNIT_OF_MEASURE: Record<Measure, string> = {
  length: 'mm',
  area: 'mm2',
  pain: '/10',
  hindrance: '/10'
};

type Seen = LesionVisit['content'];
type Dated = Pick<LesionVisit, 'on' | 'createdAt' | 'deletedAt'>;

/** What has a day and is not in the trash, the oldest first. */
function inOrder<Row extends Dated>(rows: readonly Row[]): Row[] {
  return rows
    .filter(({ on, deletedAt }) => on && !deletedAt)
    .toSorted((one, other) =>
      one.on === other.on ? one.createdAt - other.createdAt : one.on < other.on ? -1 : 1
    );
}

/**
 * The ellipse area of a lesion in mm²: π/4 × length × width, as for a lesion whose two diameters stand upright on each
 * other. It is computed, not measured, and the page that shows it says so. Without both diameters there is none.
 */
export function areaOf({ lengthMm, widthMm }: Seen): number | undefined {
  if (lengthMm === undefined || widthMm === undefined) return undefined;
  return (Math.PI / 4) * (lengthMm * widthMm);
}

const MEASURED: Record<Measure, (seen: Seen) => number | undefined> = {
  length: ({ lengthMm }) => lengthMm,
  area: areaOf,
  pain: ({ pain }) => pain,
  hindrance: ({ hindrance }) => hindrance
};

/** One measure of one lesion in the order of its days. A visit that did not look at it, or has no day, has no point. */
export function seriesOf(
  rows: readonly LesionVisit[],
  lesionId: string,
  measure: Measure
): Point[] {
  return inOrder(rows.filter((row) => row.lesionId === lesionId)).flatMap(({ on, content }) => {
    const value = MEASURED[measure](content);
    return value === undefined ? [] : { on, value };
  });
}

export type LeftOutReason = 'no-day' | 'unit-not-known';

export interface ValueSeries {
  unit: string;
  /** In `unit`; `printed` is what the laboratory wrote, where that was another unit. */
  points: (Point & { printed?: { value: number; unit: string } })[];
  leftOut: { id: string; on: string; value: number; unit: string; reason: LeftOutReason }[];
}

/**
 * The values of one analyte in one unit: that of the newest whose unit the analyte has. Units are never mixed; a value
 * that cannot be converted is left out, with the reason. Nothing when there is no dated value.
 */
export function valueSeries(values: readonly LabValue[], analyte: LabId): ValueSeries | undefined {
  const own = values.filter(({ content, deletedAt }) => content.analyte === analyte && !deletedAt);
  const dated = inOrder(own);
  const known = dated.filter(({ content }) => isUnitOf(analyte, content.unit));
  const unit = (known.at(-1) ?? dated.at(-1))?.content.unit;
  if (unit === undefined) return undefined;

  const isShown = ({ on, content }: LabValue) =>
    on !== '' && (content.unit === unit || isUnitOf(analyte, content.unit));
  return {
    unit,
    points: dated
      .filter(isShown)
      .map(({ on, content: { value, unit: from } }) =>
        from === unit
          ? { on, value }
          : { on, value: convert(analyte, value, from, unit), printed: { value, unit: from } }
      ),
    leftOut: own
      .filter((row) => !isShown(row))
      .map(({ id, on, content }) => ({
        id,
        on,
        value: content.value,
        unit: content.unit,
        reason: on ? 'unit-not-known' : 'no-day'
      }))
  };
}

const isUnitOf = (analyte: LabId, unit: string): boolean =>
  (UNITS[analyte] as readonly string[]).includes(unit);

export const FOLLOWED = [
  'length',
  'width',
  'area',
  'morphology',
  'ulcer',
  'infection',
  'pain',
  'hindrance'
] as const;
export type Followed = (typeof FOLLOWED)[number];
type Known = number | string;

const answered = (answer: Seen['ulcer']) => (answer === 'unknown' ? undefined : answer);
const KNOWN: Record<Followed, (seen: Seen) => Known | undefined> = {
  ...MEASURED,
  width: ({ widthMm }) => widthMm,
  morphology: ({ morphology }) => morphology,
  ulcer: ({ ulcer }) => answered(ulcer),
  infection: ({ infection }) => answered(infection)
};

export interface Changes {
  /** The days that are compared. */
  from: string;
  to: string;
  changed: { of: Followed; from: Known; to: Known }[];
  /** Known on one of the two days alone: whether it changed is not known. */
  incomparable: { of: Followed; from?: Known; to?: Known }[];
}

/**
 * The last visit of a lesion against the one before. What was not looked at, or not known, is never taken for "no" or
 * for none: it has not changed, it cannot be compared. Nothing before there are two dated visits.
 */
export function changesSince(visits: readonly LesionVisit[]): Changes | undefined {
  const [before, last] = inOrder(visits).slice(-2);
  if (!before || !last) return undefined;
  const changes: Changes = { from: before.on, to: last.on, changed: [], incomparable: [] };
  for (const of of FOLLOWED) {
    const [from, to] = [KNOWN[of](before.content), KNOWN[of](last.content)];
    if (from === to) continue;
    if (from === undefined) changes.incomparable.push({ of, to: to as Known });
    else if (to === undefined) changes.incomparable.push({ of, from });
    else changes.changed.push({ of, from, to });
  }
  return changes;
}

/** A treatment within a window of time. */
export interface Band {
  id: string;
  name: string;
  dose: string;
  /** ISO days within the window. */
  from: string;
  to: string;
  startedBefore: boolean;
  /** It was stopped after the window, or its end is not known. */
  goesOn: boolean;
}

/**
 * The treatments that were given within a window, clipped to it, in the order in which they were started. One without a
 * first day has no place in time, and one that ends before it starts is a slip: neither has a band.
 */
export function bandsOf(treatments: readonly Treatment[], from: string, to: string): Band[] {
  return treatments
    .filter(({ startedOn, stoppedOn, deletedAt }) => {
      const end = stoppedOn || to;
      return !deletedAt && startedOn && startedOn <= to && end >= from && startedOn <= end;
    })
    .toSorted((one, other) => (one.startedOn < other.startedOn ? -1 : 1))
    .map(({ id, startedOn, stoppedOn, content: { name, dose } }) => ({
      id,
      name,
      dose,
      from: startedOn < from ? from : startedOn,
      to: stoppedOn && stoppedOn < to ? stoppedOn : to,
      startedBefore: startedOn < from,
      goesOn: !stoppedOn || stoppedOn > to
    }));
}
