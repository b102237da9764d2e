import type Dexie from 'dexie';
import { answerTo, openAsItIs } from '../past-dexie';
import { watch } from '../leaving';
import { OPEN_TABLES } from './sealing';

/** Rows that are looked at in one go: more would hold up the page. */
const AT_ONCE = 100;
/** Rows that are written anew in one transaction. */
const TOGETHER = 20;
/** Written in a transaction of its own: a copy of everything is long. */
const LONG_TABLES = ['snapshots'];

export interface Chunk {
  table: string;
  ids: string[];
}

/** Rows as the disk has them, those that are sought, in the pieces in which they are best written anew. */
export async function findRows(
  database: Dexie,
  isSought: (row: unknown) => boolean
): Promise<Chunk[]> {
  const opened = await openAsItIs(database.name);
  try {
    const chunks: Chunk[] = [];
    for (const table of [...opened.objectStoreNames].filter((name) => !OPEN_TABLES.includes(name)))
      for await (const rows of rowsOf(opened, table)) {
        const ids = rows.filter(isSought).map(({ id }) => id);
        const most = LONG_TABLES.includes(table) ? 1 : TOGETHER;
        for (let at = 0; at < ids.length; at += most)
          chunks.push({ table, ids: ids.slice(at, at + most) });
      }
    return chunks;
  } finally {
    opened.close();
  }
}

/** All rows of a table as the disk has them, some at a time. */
export async function* rowsOf(opened: IDBDatabase, table: string) {
  for (let last: IDBValidKey | undefined; ;) {
    const store = watch(opened.transaction(table, 'readonly')).objectStore(table);
    const beyond = last === undefined ? null : IDBKeyRange.lowerBound(last, true);
    const rows = await answerTo<{ id: string }[]>(store.getAll(beyond, AT_ONCE));
    yield rows;
    if (rows.length < AT_ONCE) return;
    last = rows.at(-1)?.id;
  }
}
