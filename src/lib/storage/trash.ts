import type { Table } from 'dexie';
import type { Outcome } from '$lib/core/casebook/outcome';
import type { AnyRow, RowKind, RowOf } from '$lib/core/casebook/row-schema';
import { ROW_TABLES, type Database } from './database';
import { dropFormDrafts } from './form-drafts';
import { written } from './outcome';
import { changeRow } from './rows';

/** How long what was thrown away can be brought back. */
export const TRASH_DAYS = 30;
const DAY_MS = 86_400_000;

/** Puts a row into the trash, or with `0` for `at` brings it back. */
export function throwAway<Kind extends RowKind>(
  database: Database,
  kind: Kind,
  id: string,
  now: number,
  at = now
): Promise<Outcome> {
  return changeRow(database, kind, id, now, { deletedAt: at } as Partial<RowOf<Kind>>);
}

/** Everything in the trash, the last thrown away first. */
export async function readTrash(database: Database): Promise<AnyRow[]> {
  const rows = await Promise.all(
    ROW_TABLES.map((table) => database.table<AnyRow>(table).where('deletedAt').above(0).toArray())
  );
  return rows.flat().sort((a, b) => b.deletedAt - a.deletedAt);
}

/** By their keys alone: of each note there can be twenty versions. */
const keysBy = (table: Table, field: string, id: string): Promise<string[]> =>
  table.where(field).equals(id).primaryKeys() as Promise<string[]>;

async function goneFrom(table: Table, before: number, cases: readonly string[]): Promise<string[]> {
  const lain = await table.where('deletedAt').between(1, before, true, true).primaryKeys();
  const gone = new Set(lain as string[]);
  if (table.schema.idxByName.caseId)
    for (const id of cases) for (const key of await keysBy(table, 'caseId', id)) gone.add(key);
  return [...gone];
}

async function deleteBy(table: Table, field: string, ids: readonly string[]): Promise<void> {
  for (const id of ids) await table.bulkDelete(await keysBy(table, field, id));
}

/** Removes for good what has been in the trash for 30 days; with a case, all that belongs to it. Forms left as long go, too. */
export function emptyTrash(database: Database, now: number): Promise<Outcome> {
  const before = now - TRASH_DAYS * DAY_MS;
  return written(database, () =>
    database.transaction('rw', [...ROW_TABLES, 'drafts'], async () => {
      await dropFormDrafts(database, before);
      const cases = await database
        .table<AnyRow, string>('cases')
        .where('deletedAt')
        .between(1, before, true, true)
        .primaryKeys();
      for (const name of ROW_TABLES) {
        const gone = await goneFrom(database.table(name), before, cases);
        await database.table(name).bulkDelete(gone);
        if (name === 'notes') await deleteBy(database.table('noteVersions'), 'noteId', gone);
      }
    })
  );
}
