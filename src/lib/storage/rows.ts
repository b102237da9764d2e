import type Dexie from 'dexie';
import { changed } from '$lib/core/casebook/row';
import type { Outcome } from '$lib/core/casebook/outcome';
import type { AnyRow, RowKind, RowOf } from '$lib/core/casebook/row-schema';
import { TABLE_OF, tableOf, type Database } from './database';
import { written } from './outcome';

/** Keeps new rows, all or none. */
export function addRows(database: Database, rows: readonly AnyRow[]): Promise<Outcome> {
  const tables = [...new Set(rows.map(({ kind }) => TABLE_OF[kind]))];
  return written(database, () =>
    database.transaction('rw', tables, async () => {
      for (const row of rows) await tableOf(database, row.kind).add(row);
    })
  );
}

/** A change of a row, or how to make one from the row as it stands. */
export type Change<Row> = Partial<Row> | ((row: Row) => Partial<Row>);

/** Changes a row as it stands now, whichever tab wrote it last. */
export function changeRow<Kind extends RowKind>(
  database: Database,
  kind: Kind,
  id: string,
  now: number,
  change: Change<RowOf<Kind>>
): Promise<Outcome> {
  return written(database, () =>
    database.transaction('rw', TABLE_OF[kind], () => changeNow(database, kind, id, now, change))
  );
}

/** The same within a transaction that the caller has opened. */
export async function changeNow<Kind extends RowKind>(
  database: Dexie,
  kind: Kind,
  id: string,
  now: number,
  change: Change<RowOf<Kind>>
): Promise<void> {
  const table = tableOf<RowOf<Kind>>(database, kind);
  const row = await table.get(id);
  if (!row) throw new Error(`No ${kind} ${id}`);
  await table.put(changed(row, now, typeof change === 'function' ? change(row) : change));
}

/** A row that is not in the trash. Reads throw when they fail: that is never "none". */
export async function readRow<Kind extends RowKind>(
  database: Database,
  kind: Kind,
  id: string
): Promise<RowOf<Kind> | undefined> {
  const row = await tableOf<RowOf<Kind>>(database, kind).get(id);
  return row?.deletedAt === 0 ? row : undefined;
}

/** All rows of a kind that are not in the trash, in the order they were made. */
export async function readRows<Kind extends RowKind>(
  database: Database,
  kind: Kind
): Promise<RowOf<Kind>[]> {
  const rows = await tableOf<RowOf<Kind>>(database, kind).where('deletedAt').equals(0).toArray();
  return rows.filter((row) => row.kind === kind);
}
