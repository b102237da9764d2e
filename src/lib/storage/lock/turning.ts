import type Dexie from 'dexie';
import { UNWATCHED, type Work } from '$lib/core/casebook/work';
import type { Outcome } from '$lib/core/casebook/outcome';
import { written } from '../outcome';
import { OPEN_TABLES, lockOf, setLock } from './sealing';
import { VAULT, makeVault, type Keys, type Vault, type Way } from './vault';

/** Rows that are written anew in one transaction. */
const AT_ONCE = 20;
/** Written in a transaction of its own: a copy of everything is long. */
const LONG_TABLES = ['snapshots'];

/** What became of a change of the lock. What was cancelled is as it was before. */
export type Turned = Outcome | { saved: false; reason: 'cancelled' };

/**
 * Turns the lock on: from the moment the vault is kept, all that is written is sealed, and then, step by step, all that was
 * written before. A sudden end leaves rows of both kinds, which both can be read; `goOn` takes them to the end.
 *
 * @param onKept called when the vault is kept: other pages do not know of it yet
 */
export async function turnOn(
  database: Dexie,
  secrets: Record<Way, string>,
  onKept: () => Promise<void>,
  work: Work
): Promise<Turned> {
  const [vault, keys] = await makeVault(secrets);
  const kept = await keepVault(database, vault, keys);
  if (!kept.saved) return kept;
  await onKept();
  return goOn(database, work);
}

/** Opens all rows again, step by step, and then forgets the vault. */
export async function turnOff(database: Dexie, work: Work): Promise<Turned> {
  const lock = lockOf(database);
  if (lock.state !== 'unlocked') return { saved: false, reason: 'unknown' };
  const kept = await keepVault(database, { ...lock.vault, state: 'opening' }, lock.keys);
  return kept.saved ? goOn(database, work) : kept;
}

/** Takes all rows to what the vault says, from wherever a sudden end has left them. Cancelled, it takes them back. */
export async function goOn(database: Dexie, work: Work): Promise<Turned> {
  const lock = lockOf(database);
  if (lock.state !== 'unlocked' || lock.vault.state === 'sealed') return { saved: true };
  const { vault, keys } = lock;
  let cancelled = false;
  const outcome = await written(database, () =>
    rewriteRows(database, work).catch((error: unknown) => {
      if (!isCancelled(work)) throw error;
      cancelled = true;
    })
  );
  if (!outcome.saved) return outcome;
  if (cancelled) {
    const back = vault.state === 'sealing' ? 'opening' : 'sealing';
    const kept = await keepVault(database, { ...vault, state: back }, keys);
    const undone = kept.saved ? await goOn(database, UNWATCHED) : kept;
    return undone.saved ? { saved: false, reason: 'cancelled' } : undone;
  }
  return vault.state === 'sealing'
    ? keepVault(database, { ...vault, state: 'sealed' }, keys)
    : forgetVault(database);
}

function isCancelled(work: Work): boolean {
  try {
    work.tell(0);
    return false;
  } catch {
    return true;
  }
}

async function rewriteRows(database: Dexie, work: Work): Promise<void> {
  const tables = database.tables.filter(({ name }) => !OPEN_TABLES.includes(name));
  const chunks: { name: string; ids: string[] }[] = [];
  for (const table of tables) {
    const ids = (await table.toCollection().primaryKeys()) as string[];
    const most = LONG_TABLES.includes(table.name) ? 1 : AT_ONCE;
    for (let at = 0; at < ids.length; at += most)
      chunks.push({ name: table.name, ids: ids.slice(at, at + most) });
  }
  for (const [at, { name, ids }] of chunks.entries()) {
    await database.transaction('rw', name, async () => {
      const rows = await database.table(name).bulkGet(ids);
      await database.table(name).bulkPut(rows.filter((row) => row !== undefined));
    });
    work.tell((at + 1) / chunks.length);
    await work.pause();
  }
}

/** Keeps the vault, and from then on what is written follows it. */
export async function keepVault(database: Dexie, vault: Vault, keys: Keys): Promise<Outcome> {
  const outcome = await written(database, () => database.table('settings').put(vault));
  if (outcome.saved) setLock(database, { state: 'unlocked', vault, keys });
  return outcome;
}

async function forgetVault(database: Dexie): Promise<Outcome> {
  const outcome = await written(database, () => database.table('settings').delete(VAULT));
  if (outcome.saved) setLock(database, { state: 'off' });
  return outcome;
}
