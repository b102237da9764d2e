import type Dexie from 'dexie';
import { supersede } from './database';
import { dropThemeMarks, hasThemeMark } from './theme-mark';

/** What every key of ours begins with, in both storages of the browser; Kit keeps there how far a page was scrolled. */
const OURS = /^(calcinote\.|sveltekit:)/;
/** Another tab lets go of the database when it is asked to; one that is frozen does not. */
const LONGEST_MS = 3000;
const ANSWER_MS = 3000;

/** What could still be found after everything was erased. */
export type Left = 'casebook' | 'preferences' | 'theme';

/**
 * Erases all that a person has left on this device, without reading a row, and looks whether it is gone. The app itself stays.
 * This page reads and writes nothing afterwards.
 *
 * @param tell told what is still there, nothing when all is erased; told once more where another tab let go only later
 */
export async function eraseEverything(
  database: Dexie,
  tell: (left: Left[]) => void
): Promise<void> {
  supersede(database);
  let isDeleted = false;
  const deleted = deleteDatabase(database.name).then(() => (isDeleted = true));
  for (const storage of storages()) for (const key of keysOf(storage)) storage.removeItem(key);
  await dropThemeMarks().catch(() => undefined);
  await Promise.race([deleted, after(LONGEST_MS)]);
  const isWaiting = !isDeleted;
  tell(await whatIsLeft(database.name));
  if (!isWaiting) return;
  await deleted;
  tell(await whatIsLeft(database.name));
}

async function whatIsLeft(name: string): Promise<Left[]> {
  const left: Left[] = [];
  if (await isThere(name)) left.push('casebook');
  if (storages().some((storage) => keysOf(storage).length > 0)) left.push('preferences');
  if (await hasThemeMark().catch(() => true)) left.push('theme');
  return left;
}

/** Ends once the browser has answered, however long another tab keeps the database. */
async function deleteDatabase(name: string): Promise<void> {
  if (typeof indexedDB === 'undefined') return;
  await new Promise<void>((done) => {
    const deleting = indexedDB.deleteDatabase(name);
    deleting.onsuccess = deleting.onerror = () => done();
  }).catch(() => undefined);
}

/** A browser that does not tell, or waits for another tab to let go, is taken to have kept it. */
async function isThere(name: string): Promise<boolean> {
  if (typeof indexedDB === 'undefined') return false;
  const all = await Promise.race([allDatabases(), after<undefined>(ANSWER_MS)]);
  return all?.some((database) => database.name === name) ?? true;
}

async function allDatabases(): Promise<IDBDatabaseInfo[] | undefined> {
  try {
    return await indexedDB.databases();
  } catch {
    return undefined;
  }
}

const after = <Nothing>(ms: number) =>
  new Promise<Nothing>((done) => setTimeout(done as () => void, ms));

/** A browser that keeps nothing has none. */
function storages(): Storage[] {
  try {
    return [localStorage, sessionStorage];
  } catch {
    return [];
  }
}

const keysOf = (storage: Storage) => Object.keys(storage).filter((key) => OURS.test(key));
