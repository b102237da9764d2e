import Dexie from 'dexie';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { idFrom } from '$lib/core/casebook/id';
import { newRow } from '$lib/core/casebook/row';
import type { Note } from '$lib/core/casebook/row-schema';
import { createDatabase, type Database } from './database';
import { noteTexts } from './note-texts';
import { addRows, changeRow } from './rows';
import { replaceRows } from './snapshots';
import { throwAway } from './trash';

const newId = (now: number) => idFrom(now, crypto.getRandomValues(new Uint8Array(10)));
const aNote = (text: string, now = 1, pinnedAt = 0): Note =>
  newRow('note', newId(now), now, {
    caseId: '',
    assessmentId: '',
    topic: '',
    pinnedAt,
    content: { text, tags: ['lit12'] }
  });

let name: string;
let database: Database;
/** As another tab has it. */
let other: Database;

beforeEach(() => {
  name = `spec-${crypto.randomUUID()}`;
  database = createDatabase(name);
  other = createDatabase(name);
});
afterEach(async () => {
  vi.restoreAllMocks();
  database.close();
  other.close();
  await Dexie.delete(name);
});

const found = async (words: string, most = 99) =>
  (await noteTexts(database).find(words, most)).map(({ title }) => title);

test('what says all words is found as it is listed: pinned first, then the last changed', async () => {
  await addRows(database, [
    aNote('Ulcère, ancien', 1),
    aNote('ulcère pinned', 2, 5),
    aNote('genou', 9),
    aNote('ULCERE, late', 3)
  ]);
  expect(await found('ulcere LIT12')).toEqual(['ulcère pinned', 'ULCERE, late', 'Ulcère, ancien']);
  expect(await found('ulcere', 2)).toEqual(['ulcère pinned', 'ULCERE, late']);
  expect(await found('ulcere genou')).toEqual([]);
});

test('a search that comes while the notes are still being read waits for all of them', async () => {
  await addRows(
    database,
    Array.from({ length: 401 }, (_, at) => aNote(`note ${at}.`, at + 1))
  );
  const preparing = noteTexts(database).prepare();
  expect(await found('400.')).toEqual(['note 400.']);
  await preparing;
});

test('what was written, changed or thrown away since, by whatever tab, is found as it is now', async () => {
  const [one, gone] = [aNote('coude'), aNote('coude gone')];
  await addRows(database, [one, gone]);
  expect(await found('coude')).toHaveLength(2);
  await changeRow(other, 'note', one.id, 2, { content: { text: 'genou', tags: [] } });
  await throwAway(database, 'note', gone.id, 3);
  await addRows(other, [aNote('coude, new')]);
  expect(await found('coude')).toEqual(['coude, new']);
  expect(await found('genou')).toEqual(['genou']);
  await throwAway(database, 'note', gone.id, 4, 0);
  expect(await found('gone')).toEqual(['coude gone']);
});

test('after an import everything is found that came with it', async () => {
  await addRows(database, [aNote('before')]);
  expect(await found('before')).toHaveLength(1);
  const rows = Array.from({ length: 60 }, (_, at) => aNote(`imported ${at}`));
  await replaceRows(database, { id: newId(1), now: 1, app: '' }, () => Promise.resolve(rows));
  expect(await found('imported')).toHaveLength(60);
  expect(await found('before')).toEqual([]);
});

test('who looks hears of the first note that says the words, and no longer once they look away', async () => {
  await addRows(database, [aNote('coude')]);
  const answers: number[] = [];
  const texts = noteTexts(database);
  expect(await found('thiosulfate')).toEqual([]);
  const end = texts.onChange(
    () => void found('thiosulfate').then(({ length }) => answers.push(length))
  );
  await addRows(other, [aNote('thiosulfate')]);
  await vi.waitFor(() => expect(answers.at(-1)).toBe(1));
  end();
  const before = answers.length;
  await addRows(other, [aNote('thiosulfate, again')]);
  expect(await found('thiosulfate')).toHaveLength(2);
  expect(answers).toHaveLength(before);
});

test('notes that cannot be read are an error, never none, and the next try reads them', async () => {
  await addRows(database, [aNote('coude')]);
  const fail = () => {
    throw new DOMException('gone', 'UnknownError');
  };
  const all = vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(fail);
  await expect(found('coude')).rejects.toThrow();
  all.mockRestore();
  expect(await found('coude')).toEqual(['coude']);
  await addRows(other, [aNote('coude, new')]);
  const get = vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(fail);
  await expect(found('coude')).rejects.toThrow();
  get.mockRestore();
  expect(await found('coude')).toHaveLength(2);
});
