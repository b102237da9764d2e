import { unseal, writeBackup } from '$lib/core/casebook/backup';
import type { Outcome } from '$lib/core/casebook/outcome';
import type { AnyRow } from '$lib/core/casebook/row-schema';
import { keepOf } from '$lib/core/casebook/rotation';
import { UNWATCHED, stretch, type Work } from '$lib/core/casebook/work';
import { ROW_TABLES, TABLE_OF, type Database, type Snapshot } from './database';
import { sha256 } from './digest';
import { written } from './outcome';
import { pack, unpack } from './packing';

/** The id that a new snapshot gets, the time, and the version of the app. */
export interface SnapshotAbout {
  id: string;
  now: number;
  app: string;
}

/** Every row there is, those in the trash among them, as of one moment. */
export function readEverything(database: Database): Promise<AnyRow[]> {
  return database.transaction('r', ROW_TABLES, () => rowsOfAllTables(database));
}

/** Rows that are read in one go: all at once would hold up the page. */
const READ_AT_ONCE = 200;

async function rowsOfAllTables(database: Database): Promise<AnyRow[]> {
  const all: AnyRow[] = [];
  for (const name of ROW_TABLES) {
    const table = database.table<AnyRow>(name);
    for (let rows: AnyRow[] = []; ;) {
      const last = rows.at(-1);
      const beyond = last ? table.where(':id').above(last.id) : table.toCollection();
      rows = await beyond.limit(READ_AT_ONCE).toArray();
      all.push(...rows);
      if (rows.length < READ_AT_ONCE) break;
    }
  }
  return all;
}

/** Whether there is a row at all, of whatever kind. */
export async function hasRows(database: Database): Promise<boolean> {
  for (const name of ROW_TABLES) if ((await database.table(name).count()) > 0) return true;
  return false;
}

/** Snapshots, the newest first. */
export async function readSnapshots(database: Database): Promise<Snapshot[]> {
  return database.snapshots.orderBy('createdAt').reverse().toArray();
}

/** Keeps a copy of all rows as they are; older copies make room. */
export function takeSnapshot(
  database: Database,
  about: SnapshotAbout,
  work: Work = UNWATCHED
): Promise<Outcome> {
  return written(database, async () => {
    const snapshot = await snapshotOf(await readEverything(database), about, work);
    await database.transaction('rw', 'snapshots', () => addSnapshot(database, snapshot));
  });
}

async function snapshotOf(
  rows: AnyRow[],
  { id, now, app }: SnapshotAbout,
  work: Work
): Promise<Snapshot> {
  const madeAt = new Date(now).toISOString();
  const backup = await writeBackup(rows, { madeAt, app, scope: 'all' }, sha256, work);
  return { id, createdAt: now, content: { file: await pack(backup) } };
}

async function addSnapshot(database: Database, snapshot: Snapshot): Promise<void> {
  await database.snapshots.add(snapshot);
  const times = (await database.snapshots.orderBy('createdAt').keys()) as number[];
  const kept = keepOf(times, snapshot.createdAt);
  await database.snapshots.where('createdAt').noneOf(kept).delete();
}

/**
 * Everything as it was when a snapshot was taken. What was there until now becomes a snapshot itself, so that this, too, can
 * be undone.
 */
export function restoreSnapshot(
  database: Database,
  snapshotId: string,
  about: SnapshotAbout,
  work: Work = UNWATCHED
): Promise<Outcome> {
  const plan = async (_before: AnyRow[], planning: Work) => {
    const snapshot = await database.snapshots.get(snapshotId);
    if (!snapshot) throw new Error(`No snapshot ${snapshotId}`);
    const unsealed = await unseal(await unpack(snapshot.content.file), sha256, planning);
    if (!unsealed.ok) throw new Error(`The snapshot is ${unsealed.reason}`);
    return unsealed.value.rows as AnyRow[];
  };
  return replaceRows(database, about, plan, work);
}

/** Rows on their way to the disk together. */
const AT_ONCE = 500;

/** How often it is begun anew when another tab writes meanwhile. */
const MOST_ATTEMPTS = 3;

/**
 * Puts all rows into another state, after a snapshot of the one they are in: in one transaction, both or neither.
 * @param plan from the rows as they are to the rows as they shall be; one that stays is the same object
 */
export function replaceRows(
  database: Database,
  about: SnapshotAbout,
  plan: (before: AnyRow[], work: Work) => Promise<AnyRow[]>,
  work: Work = UNWATCHED
): Promise<Outcome> {
  return written(database, async () => {
    for (let attempts = 0; attempts < MOST_ATTEMPTS; attempts += 1) {
      // Whatever is not a request to the database ends a transaction, so all of it is done before.
      const before = await readEverything(database);
      const after = await plan(before, stretch(work, 0, 0.3));
      const snapshot = await snapshotOf(before, about, stretch(work, 0.3, 0.6));
      const isDone = await database.transaction('rw', [...ROW_TABLES, 'snapshots'], async () => {
        if (stateOf(await rowsOfAllTables(database)) !== stateOf(before)) return false;
        await addSnapshot(database, snapshot);
        await writeDifference(database, before, after, stretch(work, 0.6, 1));
        return true;
      });
      if (isDone) return;
    }
    throw new DOMException('Another tab keeps writing', 'AbortError');
  });
}

/** Every change of a row changes its revision. */
function stateOf(rows: AnyRow[]): string {
  return rows.map(({ id, revision, updatedAt }) => `${id} ${revision} ${updatedAt}`).join();
}

async function writeDifference(
  database: Database,
  before: AnyRow[],
  after: AnyRow[],
  work: Work
): Promise<void> {
  const places = new Set(after.map(({ kind, id }) => `${TABLE_OF[kind]} ${id}`));
  const stays = new Set(before);
  const changed = after.filter((row) => !stays.has(row));
  let written = 0;
  for (const name of ROW_TABLES) {
    const isHere = ({ kind }: AnyRow) => TABLE_OF[kind] === name;
    const gone = before.filter((row) => isHere(row) && !places.has(`${name} ${row.id}`));
    await database.table(name).bulkDelete(gone.map(({ id }) => id));
    const here = changed.filter(isHere);
    // Many at once: one after another, each would wait for the answer to the one before.
    for (let at = 0; at < here.length; at += AT_ONCE) {
      const together = here.slice(at, at + AT_ONCE);
      await database.table(name).bulkPut(together);
      written += together.length;
      // No pause: what is awaited beside the database ends the transaction. To cancel breaks it off.
      work.tell(written / changed.length);
    }
  }
}
