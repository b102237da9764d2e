import type { Collection } from 'dexie';

/** Rows read beyond those wanted, for the few that lie in the trash. */
const SPARE = 10;

/**
 * The first rows of an order, of those that are wanted. Without a filter of Dexie's, which asks the browser for one row after
 * another: these come all at once, and more of them only where too many had to be left out.
 *
 * @param ordered the rows in their order, anew with each call
 */
export async function firstRows<Row, Wanted>(
  ordered: () => Collection<Row, string>,
  most: number,
  wantedOf: (rows: Row[]) => Wanted[] | Promise<Wanted[]>
): Promise<Wanted[]> {
  for (let ahead = most + SPARE; ; ahead *= 4) {
    const rows = await ordered().limit(ahead).toArray();
    const wanted = await wantedOf(rows);
    if (wanted.length >= most || rows.length < ahead) return wanted.slice(0, most);
  }
}
