import type Dexie from 'dexie';
import type { Outcome } from '$lib/core/casebook/outcome';
import type { Work } from '$lib/core/casebook/work';
import { written } from '../outcome';
import { openAsItIs } from '../past-dexie';
import { rowsOf } from './find-rows';
import { LockedError } from './errors';
import { lockOf } from './lock-state';
import { OPEN_TABLES } from './sealing';
import { isSealed, unsealRow } from './sealed-row';

/** A row whose seal does not open, as a bit of it was changed or it was put where another stood, or one that is missing. */
export interface Damaged {
  table: string;
  id: string;
}

/** Tries each sealed row. One that does not open keeps what it belongs to from being read: nobody is to take it for absent. */
export async function findDamaged(database: Dexie, work: Work): Promise<Damaged[]> {
  const lock = lockOf(database);
  if (lock.state !== 'unlocked') throw new LockedError('The casebook is locked');
  const { keys } = lock;
  const opened = await openAsItIs(database.name);
  try {
    const damaged: Damaged[] = [];
    for (const table of [...opened.objectStoreNames].filter((name) => !OPEN_TABLES.includes(name)))
      for await (const rows of rowsOf(opened, table))
        for (const row of rows.filter(isSealed)) {
          const isWhole = await unsealRow(keys, row, table).then(
            () => true,
            () => false
          );
          if (!isWhole) damaged.push({ table, id: row.id });
          await work.pause();
        }
    return [...damaged, ...(await findMissing(database))];
  } finally {
    opened.close();
  }
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
