import type { Dexie, Table } from 'dexie';
import type { Outcome } from '$lib/core/casebook/outcome';
import type { Work } from '$lib/core/casebook/work';
import { written } from '../outcome';
import { findRows } from './find-rows';
import { DamagedError, LockedError } from './errors';
import { lockOf } from './lock-state';
import { isSealed } from './sealed-row';

/**
 * A row whose seal does not open, as a bit of it was changed or it was put where another stood; one that was put back as it was before;
 * or one that is missing.
 */
export interface Damaged {
  table: string;
  id: string;
}

/**
 * Tries each sealed row. One that does not open keeps what it belongs to from being read: nobody is to take it for absent. What rows
 * are found by must be whole (`sealStragglers`).
 */
export async function findDamaged(database: Dexie, work: Work): Promise<Damaged[]> {
  if (lockOf(database).state !== 'unlocked') throw new LockedError('The casebook is locked');
  const damaged: Damaged[] = [];
  for (const { table, ids } of await findRows(database, isSealed)) {
    for (const id of await damagedAmong(database.table(table), ids)) damaged.push({ table, id });
    await work.pause();
  }
  return [...damaged, ...(await findMissing(database))];
}

async function damagedAmong(table: Table, ids: string[]): Promise<string[]> {
  const error: unknown = await table.bulkGet(ids).then(
    () => undefined,
    (reason: unknown) => reason
  );
  if (error === undefined) return [];
  const id = error instanceof DamagedError ? error.id : undefined;
  if (id === undefined || !ids.includes(id)) throw error;
  const others = ids.filter((one) => one !== id);
  return [id, ...(await damagedAmong(table, others))];
}

/** Rows that the index tells of and the disk does not have. An index that does not open is made again by itself. */
async function findMissing(database: Dexie): Promise<Damaged[]> {
  const missing: Damaged[] = [];
  for (const table of database.tables) {
    if (!('deletedAt' in table.schema.idxByName)) continue;
    const [found, all] = await database.transaction('r', table, () =>
      Promise.all([
        table.where('deletedAt').aboveOrEqual(0).primaryKeys(),
        table.toCollection().primaryKeys()
      ])
    );
    const there = new Set(all);
    for (const id of found as string[]) if (!there.has(id)) missing.push({ table: table.name, id });
  }
  return missing;
}

/** Removes them for good, all or none: everything else can be read again then. */
export function removeDamaged(database: Dexie, damaged: readonly Damaged[]): Promise<Outcome> {
  const tables = [...new Set(damaged.map(({ table }) => table))];
  return written(database, () =>
    database.transaction('rw', tables, async () => {
      for (const { table, id } of damaged) await database.table(table).delete(id);
    })
  );
}
