import Dexie from 'dexie';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { idFrom } from '$lib/core/casebook/id';
import { newRow } from '$lib/core/casebook/row';
import type { Case } from '$lib/core/casebook/row-schema';
import { UNWATCHED } from '$lib/core/casebook/work';
import { createDatabase, type Database } from './database';
import { eraseEverything, type Left } from './erase';
import { lockOf } from './lock/lock-state';
import { turnOn } from './lock/turning';
import { addRows, readRow } from './rows';
import { keepThemeMark, readThemeMark } from './theme-mark';

const SECRETS = { passphrase: 'quatre mots sans lien', recovery: 'ABCD-EFGH' };
const SAVED = { saved: true };
const FOREIGN = 'of another app';
const aCase = (): Case =>
  newRow('case', idFrom(1, crypto.getRandomValues(new Uint8Array(10))), 1000, {
    archivedAt: 0,
    content: { pseudonym: 'Lit 4' }
  });

let name: string;
let database: Database;
let others: { close(): void }[];
beforeEach(async () => {
  name = `spec-${crypto.randomUUID()}`;
  database = createDatabase(name);
  others = [];
  expect(await addRows(database, [aCase()])).toEqual(SAVED);
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const other of others) other.close();
  database.close();
  await Dexie.delete(name);
  localStorage.removeItem(FOREIGN);
});

function another(): Database {
  const other = createDatabase(name);
  others.push(other);
  return other;
}

/** A tab that does not let go when it is asked to. */
const held = (): Promise<IDBDatabase> =>
  new Promise((done) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => {
      others.push(opening.result);
      done(opening.result);
    };
  });

async function erased(): Promise<Left[][]> {
  const told: Left[][] = [];
  await eraseEverything(database, (left) => told.push(left));
  return told;
}

const isThere = async (): Promise<boolean> =>
  (await indexedDB.databases()).some((one) => one.name === name);
const ours = (): string[] =>
  [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) =>
    key.startsWith('calcinote')
  );

test('rows, keys of both storages and the theme are gone, and nothing of another app is', async () => {
  localStorage.setItem('calcinote.preferences', '{"theme":"dark"}');
  localStorage.setItem('calcinote.reading', '{"favourites":["surgery"]}');
  sessionStorage.setItem('calcinote.entry', '{}');
  localStorage.setItem(FOREIGN, 'stays');
  await keepThemeMark('dark');
  await caches.open('calcinote-files');
  expect(await erased()).toEqual([[]]);
  expect(await isThere()).toBe(false);
  expect(ours()).toEqual([]);
  expect(await readThemeMark()).toBeUndefined();
  expect(localStorage.getItem(FOREIGN)).toBe('stays');
  expect(await caches.delete('calcinote-files')).toBe(true);
});

test('nothing is written afterwards, neither by this page nor by another that had it open', async () => {
  const other = another();
  const row = aCase();
  expect(await addRows(other, [row])).toEqual(SAVED);
  expect(await erased()).toEqual([[]]);
  for (const one of [database, other]) {
    expect(await addRows(one, [aCase()])).toMatchObject({ saved: false });
    await expect(readRow(one, 'case', row.id)).rejects.toThrow('closed');
  }
  expect(await isThere()).toBe(false);
});

test('a tab that does not let go is told, the rest is gone, and it goes on by itself', async () => {
  localStorage.setItem('calcinote.preferences', '{}');
  const holding = await held();
  const told: Left[][] = [];
  const erasing = eraseEverything(database, (left) => told.push(left));
  await expect.poll(() => told, { timeout: 15_000 }).toEqual([['casebook']]);
  expect(ours()).toEqual([]);
  holding.close();
  await erasing;
  expect(told).toEqual([['casebook'], []]);
  expect(await isThere()).toBe(false);
}, 30_000);

test('trying again while it waits comes to the same end', async () => {
  const holding = await held();
  const told: Left[][] = [];
  const first = eraseEverything(database, (left) => told.push(left));
  await expect.poll(() => told.length, { timeout: 15_000 }).toBe(1);
  const again = eraseEverything(database, (left) => told.push(left));
  holding.close();
  await Promise.all([first, again]);
  expect(told.at(-1)).toEqual([]);
  expect(await isThere()).toBe(false);
}, 30_000);

test('what is sealed is erased without being opened', async () => {
  await turnOn(database, SECRETS, () => Promise.resolve(), UNWATCHED);
  database.close();
  database = createDatabase(name);
  await database.open();
  expect(lockOf(database).state).toBe('locked');
  expect(await erased()).toEqual([[]]);
  expect(await isThere()).toBe(false);
}, 60_000);

test('a browser that does not say what it holds is not taken to hold nothing', async () => {
  vi.spyOn(indexedDB, 'databases').mockRejectedValue(new Error('made up'));
  expect(await erased()).toEqual([['casebook']]);
  vi.spyOn(indexedDB, 'databases').mockImplementation(() => {
    throw new TypeError('made up');
  });
  expect(await erased()).toEqual([['casebook']]);
});

test('what the browser refuses to remove is told', async () => {
  localStorage.setItem('calcinote.reading', '{}');
  await keepThemeMark('dark');
  vi.spyOn(Storage.prototype, 'removeItem').mockImplementation(() => undefined);
  vi.spyOn(CacheStorage.prototype, 'delete').mockRejectedValue(new Error('made up'));
  expect(await erased()).toEqual([['preferences', 'theme']]);
  vi.restoreAllMocks();
  expect(await erased()).toEqual([[]]);
});
