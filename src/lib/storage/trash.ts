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

/** Removes for good what has been in the trash for 30 days; with a case, all that belongs to it. Forms left as long go, too. */
export function emptyTrash(database: Database, now: number): Promise<Outcome> {
  const before = now - TRASH_DAYS * DAY_MS;
  return written(database, () =>
    database.transaction('rw', [...ROW_TABLES, 'drafts'], async () => {
      await dropFormDrafts(database, before);
      const cases = await database
        .table<AnyRow>('cases')
        .where('deletedAt')
        .between(1, before, true, true)
        .primaryKeys();
      for (const name of ROW_TABLES) {
        const table = database.table<AnyRow>(name);
        await table.where('deletedAt').between(1, before, true, true).delete();
        if (table.schema.idxByName.caseId) await table.where('caseId').anyOf(cases).delete();
      }
      // By their keys alone: of each note there can be twenty.
      const versions = database.table('noteVersions');
      const versioned = await versions.orderBy('noteId').uniqueKeys();
      const notes = new Set(await database.table('notes').toCollection().primaryKeys());
      const gone = versioned.filter((noteId) => !notes.has(noteId));
      await versions
        .where('noteId')
        .anyOf(gone as string[])
        .delete();
    })
  );
}
