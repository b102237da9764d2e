import type { Findings } from '../classifier/findings';
import type { RowKind, RowOf } from './row-schema';

/** What a row of a kind has beside what every row has. */
export type Body<Kind extends RowKind> = Omit<
  RowOf<Kind>,
  'id' | 'kind' | 'createdAt' | 'updatedAt' | 'revision' | 'deletedAt'
>;

/** A new row; clock and id are the caller's. */
export function newRow<Kind extends RowKind>(
  kind: Kind,
  id: string,
  now: number,
  body: Body<Kind>
): RowOf<Kind> {
  const row = { id, kind, createdAt: now, updatedAt: now, revision: 1, deletedAt: 0, ...body };
  return row as unknown as RowOf<Kind>;
}

/** The row with a change, one revision on. A clock that was set back does not make it older than it was. */
export function changed<Any extends { updatedAt: number; revision: number }>(
  row: Any,
  now: number,
  change: Partial<Any>
): Any {
  return {
    ...row,
    ...change,
    updatedAt: Math.max(now, row.updatedAt),
    revision: row.revision + 1
  };
}

/** The day of the oldest dated sample (ISO), or empty where none is dated. */
export function oldestSample({ labs = {} }: Findings): string {
  const days = Object.values(labs).flatMap((lab) => lab?.sampledOn ?? []);
  return days.toSorted()[0] ?? '';
}
