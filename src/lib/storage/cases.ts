import { changed, type Case } from '$lib/core/casebook/row';
import type { Database } from './database';
import { written, type Outcome } from './outcome';

/** Keeps a new case. */
export function addCase(database: Database, row: Case): Promise<Outcome> {
  return written(database, () => database.cases.add(row));
}

/** Changes a case as it stands now, whichever tab wrote it last. */
export function changeCase(
  database: Database,
  id: string,
  now: number,
  change: Partial<Pick<Case, 'content' | 'archivedAt' | 'deletedAt'>>
): Promise<Outcome> {
  return written(database, () =>
    database.transaction('rw', database.cases, async () => {
      const row = await database.cases.get(id);
      if (!row) throw new Error(`No case ${id}`);
      await database.cases.put(changed<Case>(row, now, change));
    })
  );
}

/** Cases that are not in the trash, the last changed first. Throws when they cannot be read: that is not "none". */
export async function readCases(database: Database): Promise<Case[]> {
  const rows = await database.cases.where('deletedAt').equals(0).sortBy('updatedAt');
  return rows.reverse();
}
