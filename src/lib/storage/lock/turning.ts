import type { Dexie, Table } from 'dexie';
import { UNWATCHED, type Work } from '$lib/core/casebook/work';
import type { Outcome } from '$lib/core/casebook/outcome';
import { written } from '../outcome';
import { findRows, type Chunk } from './find-rows';
import { isSealed, isSealedNow, type Row } from './sealed-row';
import { DamagedError, LockedError } from './errors';
import { indexPrefix } from './sealed-index';
import { lockOf, setLock } from './lock-state';
import { sealAhead } from './sealed-table';
import { VAULT, inState, isWhole, makeVault, type Keys, type Vault, type Way } from './vault';

const MOST_PASSES = 5;

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
  const kept = await changeVault(database, lock, (vault) => inState(vault, 'opening', lock.keys));
  return kept.saved ? goOn(database, work) : kept;
}

/** Takes all rows to what the vault says, from wherever a sudden end has left them. Cancelled, it takes them back. */
export async function goOn(database: Dexie, work: Work): Promise<Turned> {
  const lock = lockOf(database);
  if (lock.state !== 'unlocked' || lock.vault.state === 'sealed') return { saved: true };
  const { vault } = lock;
  let cancelled = false;
  const outcome = await written(database, () =>
    rewriteRows(database, vault.state === 'sealing', work).catch((error: unknown) => {
      if (!isCancelled(work)) throw error;
      cancelled = true;
    })
  );
  if (!outcome.saved) return outcome;
  if (cancelled) {
    const back = vault.state === 'sealing' ? 'opening' : 'sealing';
    const kept = await changeVault(database, lock, (now) => inState(now, back, lock.keys));
    const undone = kept.saved ? await goOn(database, UNWATCHED) : kept;
    return undone.saved ? { saved: false, reason: 'cancelled' } : undone;
  }
  return vault.state === 'sealing'
    ? changeVault(database, lock, (now) => inState(now, 'sealed', lock.keys))
    : forgetVault(database, vault);
}

function isCancelled(work: Work): boolean {
  try {
    work.tell(0);
    return false;
  } catch {
    return true;
  }
}

/** Until none is left that another page, which did not know yet, wrote the other way meanwhile. */
async function rewriteRows(database: Dexie, isSealing: boolean, work: Work): Promise<void> {
  const isSought = isSealing ? (row: unknown) => !isSealedNow(row) : isSealed;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const chunks = await findRows(database, isSought);
    if (chunks.length === 0) return;
    for (const [at, chunk] of chunks.entries()) {
      await (isSealing ? sealChunk : rewriteChunk)(database, chunk);
      if (pass === 0) work.tell((at + 1) / chunks.length);
      await work.pause();
    }
  }
  throw new Error('Another page keeps writing the other way');
}

/** Written as they are, in whichever way rows are written now. */
async function rewriteChunk(database: Dexie, { table, ids }: Chunk): Promise<void> {
  await database.transaction('rw', table, async () =>
    database.table(table).bulkPut(await rowsAt(database.table(table), ids))
  );
}

/** What was changed while it was being sealed is written as it is then. */
async function sealChunk(database: Dexie, { table, ids }: Chunk): Promise<void> {
  const before = await rowsAt(database.table(table), ids);
  await sealAhead(database, table, before);
  await database.transaction('rw', table, async () => {
    const now = await database.table(table).bulkGet(before.map(({ id }) => id));
    const rows = now.map((row, at) => (isSame(row, before[at]) ? before[at] : row));
    await database.table(table).bulkPut(rows.filter((row) => row !== undefined));
  });
}

async function rowsAt(table: Table, ids: string[]): Promise<Row[]> {
  return (await table.bulkGet(ids)).filter((row) => row !== undefined) as Row[];
}

function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return one === other;
  if (one instanceof Uint8Array && other instanceof Uint8Array)
    return one.length === other.length && one.every((byte, at) => byte === other[at]);
  // No array of pairs, as it is asked of every row: what is thrown away is cleared up in one go, for which the page stands still.
  const names = Object.keys(one) as (keyof typeof one)[];
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => name in other && isSame(one[name], other[name]))
  );
}

/** Seals what a page that did not know of the lock has written since, and what was sealed in an earlier format. */
export async function sealStragglers(database: Dexie): Promise<void> {
  const lock = lockOf(database);
  if (lock.state !== 'unlocked' || lock.vault.state !== 'sealed') return;
  // First, as a row that does not open ends the rewriting.
  for (const table of database.tables)
    if (INDEXED in table.schema.idxByName) await indexAgain(database, table);
  await rewriteRows(database, true, UNWATCHED);
  const { vault: now } = lockOf(database) as typeof lock;
  if (!isWhole(now))
    await changeVault(database, lock, (vault) => inState(vault, 'sealed', lock.keys));
}

/** A field that every row of a case or of the trash has, and by which all of them are found. */
const INDEXED = 'deletedAt';

/**
 * Makes rows found again that are there and are not found, where what they are found by was changed from outside, or they were sealed
 * in an earlier format. One that a whole index does not tell of was put there by somebody else: it is left, and counts as damaged.
 */
async function indexAgain(database: Dexie, table: Table): Promise<void> {
  if (await isSpoilt(database, table)) await forgetIndex(database, table);
  const lock = lockOf(database);
  if (lock.state !== 'unlocked' || isWhole(lock.vault)) return;
  const known = new Set(await table.where(INDEXED).aboveOrEqual(0).primaryKeys());
  const all = (await table.toCollection().primaryKeys()) as string[];
  for (const id of all.filter((one) => !known.has(one)))
    await rewriteChunk(database, { table: table.name, ids: [id] }).catch((error: unknown) => {
      // It is found where all of them are tried.
      if (!(error instanceof DamagedError)) throw error;
    });
}

/** Whether the index does not open, or is not there although there are rows. */
async function isSpoilt(database: Dexie, table: Table): Promise<boolean> {
  try {
    await table.where(INDEXED).aboveOrEqual(0).count();
    const isThere = await database.table('settings').get(`${indexPrefix(table.name)}head`);
    return !isThere && (await table.count()) > 0;
  } catch (error) {
    if (error instanceof DamagedError) return true;
    throw error;
  }
}

/** Until all of them are told of again, rows are read that the index does not know. */
async function forgetIndex(database: Dexie, table: Table): Promise<void> {
  const lock = lockOf(database);
  if (lock.state !== 'unlocked') throw new LockedError('The casebook is locked');
  const kept = await changeVault(database, lock, (vault) => ({ ...vault, format: undefined }));
  if (!kept.saved) throw new Error('The vault could not be changed');
  await database.table('settings').where('id').startsWith(indexPrefix(table.name)).delete();
}

/** Keeps what became of the vault, as it stands now in whichever tab; never that of another key. */
export async function changeVault(
  database: Dexie,
  { vault: known, keys }: { vault: Vault; keys: Keys },
  change: (vault: Vault) => Vault
): Promise<Outcome> {
  let changed: Vault | undefined;
  const outcome = await written(database, () =>
    database.transaction('rw', 'settings', async () => {
      const vault = (await database.table('settings').get(VAULT)) as Vault | undefined;
      if (vault?.keyId !== known.keyId) throw new LockedError('It is another vault');
      changed = change(vault);
      await database.table('settings').put(changed);
    })
  );
  if (outcome.saved && changed) setLock(database, { state: 'unlocked', vault: changed, keys });
  return outcome;
}

/** Keeps a new vault, where there is none, and from then on what is written follows it. */
async function keepVault(database: Dexie, vault: Vault, keys: Keys): Promise<Outcome> {
  const outcome = await written(database, () =>
    database.transaction('rw', 'settings', async () => {
      if (await database.table('settings').get(VAULT)) throw new LockedError('There is a vault');
      await database.table('settings').add(vault);
    })
  );
  if (outcome.saved) setLock(database, { state: 'unlocked', vault, keys });
  return outcome;
}

/** Only once no row is sealed, while every page writes open rows: else the one key to them would be lost. */
async function forgetVault(database: Dexie, { keyId }: Vault): Promise<Outcome> {
  const outcome = await written(database, async () => {
    if ((await findRows(database, isSealed)).length > 0)
      throw new Error('Some rows are still sealed');
    await database.transaction('rw', 'settings', async () => {
      const vault = (await database.table('settings').get(VAULT)) as Vault | undefined;
      if (vault?.keyId !== keyId || vault.state !== 'opening')
        throw new LockedError('Another page has turned the lock');
      await database.table('settings').delete(VAULT);
      await database.table('settings').where('id').startsWith(indexPrefix()).delete();
    });
  });
  if (outcome.saved) setLock(database, { state: 'off' });
  return outcome;
}
