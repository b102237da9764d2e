import Dexie from 'dexie';
import { DEXIE_FACTOR } from './database-name';
import { readPastDexie, type RowsAsTheyAre } from './past-dexie';

/** The opening of a page that was left while it waited can stand before this one, in Chromium and Firefox: it never answers. */
const LONGEST_MS = 4000;

const before = new WeakMap<Dexie, RowsAsTheyAre>();

/**
 * Has all rows of an older version read before the newer one is asked for. Should another tab not let go of the older version,
 * IndexedDB puts every further opening behind the one that waits, and nothing could be read any more.
 *
 * @param version the newest
 * @param onWaiting called when not even the reading gets its turn
 */
export function readBeforeUpgrades(database: Dexie, version: number, onWaiting: () => void): void {
  const open = () => Dexie.prototype.open.call(database);
  let opening: ReturnType<typeof open> | undefined;
  database.open = () =>
    (opening ??= Dexie.Promise.resolve(keepRows(database, version, onWaiting))
      .then(open)
      .finally(() => (opening = undefined)));
  database.on('ready', () => void before.delete(database), true);
}

async function keepRows(database: Dexie, version: number, onWaiting: () => void): Promise<void> {
  try {
    const all = await indexedDB.databases();
    const there = all.find(({ name }) => name === database.name)?.version;
    if (there === undefined || there >= version * DEXIE_FACTOR) return;
    const rows = await Promise.race([readPastDexie(database), tooLate()]);
    if (rows) before.set(database, rows);
    else onWaiting();
  } catch {
    // Opening goes on, and tells why it cannot.
  }
}

const tooLate = () => new Promise<undefined>((done) => setTimeout(done, LONGEST_MS));

/** What stood there before an upgrade that has not come about; nothing when none was asked for. */
export function rowsBeforeUpgrade(database: Dexie): RowsAsTheyAre | undefined {
  return before.get(database);
}
