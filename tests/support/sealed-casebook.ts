import type { Note } from '../../src/lib/core/casebook/row-schema';
import { createDatabase, type Database } from '../../src/lib/storage/database';
import { lockOf, setLock } from '../../src/lib/storage/lock/lock-state';
import { openVault } from '../../src/lib/storage/lock/vault';
import { aNote as aNoteTagged, name, others } from './casebooks';

export { SAVED, aCase, database, makeCasebooks, name, newId, others } from './casebooks';

export const SECRETS = { passphrase: 'quatre mots sans lien', recovery: 'ABCD-EFGH' };
export const CANARY = 'kanarienvogel';
export const aNote = (text: string, caseId = '', topic = ''): Note =>
  aNoteTagged(text, caseId, topic, [CANARY]);

export const none = async () => {};

/** A connection past the app. */
const connect = (at = name) =>
  new Promise<IDBDatabase>((done) => {
    const opening = indexedDB.open(at);
    opening.onsuccess = () => done(opening.result);
  });

/** A change past the app, as somebody who has the files could make it. */
async function spoil(table: string, how: (store: IDBObjectStore) => void): Promise<void> {
  const opened = await connect();
  const store = opened.transaction(table, 'readwrite').objectStore(table);
  how(store);
  await new Promise((done) => (store.transaction.oncomplete = done));
  opened.close();
}
export const put = (table: string, row: unknown) => spoil(table, (store) => store.put(row));
export const removeRaw = (table: string, id: string) => spoil(table, (store) => store.delete(id));

/** As the browser has them. */
export async function raw(at = name): Promise<Record<string, unknown[]>> {
  const opened = await connect(at);
  const tables: Record<string, unknown[]> = {};
  for (const table of opened.objectStoreNames) {
    tables[table] = await new Promise((done) => {
      const asked = opened.transaction(table).objectStore(table).getAll();
      asked.onsuccess = () => done(asked.result);
    });
  }
  opened.close();
  return tables;
}

/** Everything that could be read by somebody who has the files. */
export const readable = async () => {
  const { settings, ...tables } = await raw();
  void settings;
  return JSON.stringify(tables, (_, value: unknown) =>
    value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value
  );
};

/** As after the app was started again, with the passphrase. */
export async function again(passphrase = SECRETS.passphrase): Promise<Database> {
  const other = createDatabase(name);
  others.push(other);
  await other.open();
  const lock = lockOf(other);
  if (lock.state !== 'locked') throw new Error(lock.state);
  const keys = await openVault(lock.vault, 'passphrase', passphrase);
  if (keys) setLock(other, { state: 'unlocked', vault: lock.vault, keys });
  return other;
}

/** Changes a stored row past the app, as somebody who has the files could. */
export function change<Row>(table: string, id: string, to: (row: Row) => unknown): Promise<void> {
  return spoil(table, (store) => {
    const asked = store.get(id);
    asked.onsuccess = () => store.put(to(asked.result as Row));
  });
}
