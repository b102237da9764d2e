import { isoDay } from '../classifier/sample-age';
import type { AnyRow } from './row-schema';

/** The day (ISO) that a row was given for what it tells of, or empty where it has none of its own. */
export function ownDayOf(row: AnyRow): string {
  if (row.kind === 'lesion-visit' || row.kind === 'lab-value') return row.on;
  return row.kind === 'treatment' ? row.startedOn : '';
}

/**
 * What was done and seen of a case, the last first: by its own day, else by the day on which it was written. A lesion is a place,
 * which its visits name.
 */
export function timelineOf(rows: readonly AnyRow[]): AnyRow[] {
  const placed = rows
    .filter(({ kind }) => kind !== 'lesion')
    .map((row) => ({ row, day: ownDayOf(row) || isoDay(new Date(row.createdAt)) }));
  placed.sort((a, b) => {
    if (a.day !== b.day) return a.day < b.day ? 1 : -1;
    return b.row.createdAt - a.row.createdAt || (a.row.id < b.row.id ? 1 : -1);
  });
  return placed.map(({ row }) => row);
}
