import { rowsWithin } from '$lib/core/casebook/backup';
import { merge } from '$lib/core/casebook/backup-merge';
import type { Scope } from '$lib/core/casebook/backup-schema';
import type { Outcome } from '$lib/core/casebook/outcome';
import type { AnyRow } from '$lib/core/casebook/row-schema';
import type { Work } from '$lib/core/casebook/work';
import { LAST_BACKUP, type Database } from './database';
import { sha256 } from './digest';
import { written } from './outcome';
import { readEverything, replaceRows, type SnapshotAbout } from './snapshots';

/** What a backup of that scope holds, with what lies in the trash: elsewhere it shall not come back to life. */
export async function exportRows(database: Database, scope: Scope): Promise<AnyRow[]> {
  return rowsWithin(scope, await readEverything(database));
}

/**
 * Merges rows into those that are here, all or none, after a snapshot. `restoreSnapshot` with its id undoes it.
 * @param exceptIds of rows that the reader does not want
 */
export function importRows(
  database: Database,
  rows: readonly AnyRow[],
  snapshot: SnapshotAbout,
  exceptIds?: ReadonlySet<string>,
  work?: Work
): Promise<Outcome> {
  const plan = (before: AnyRow[], planning: Work) =>
    merge(before, rows, sha256, exceptIds, planning);
  return replaceRows(database, snapshot, plan, work);
}

/** Keeps when a backup last left the device. */
export function rememberBackup(database: Database, now: number): Promise<Outcome> {
  return written(database, () => database.meta.put({ id: LAST_BACKUP, at: now }));
}

/** When a backup last left the device, or nothing where none ever did. */
export async function readLastBackup(database: Database): Promise<number | undefined> {
  return (await database.meta.get(LAST_BACKUP))?.at;
}
