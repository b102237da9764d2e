import Dexie from 'dexie';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { idFrom } from '$lib/core/casebook/id';
import { newRow, type Case, type Note } from '$lib/core/casebook/row';
import { addCase, changeCase, readCases } from './cases';
import { createDatabase, type Database } from './database';
import { CASEBOOK } from './migrations/001-casebook';
import { readDraft, readNotes, writeDraft, writeNote } from './notes';
import { written } from './outcome';

const newId = (now: number) => idFrom(now, crypto.getRandomValues(new Uint8Array(10)));
const aCase = (pseudonym: string, now = 1000): Case => ({
  ...newRow('case', newId(now), now, { pseudonym }),
  archivedAt: 0
});
const aNote = (caseId: string): Note => ({ ...newRow('note', newId(1), 1, { text: '' }), caseId });

let name: string;
let database: Database;
let others: Dexie[];

beforeEach(() => {
  name = `spec-${crypto.randomUUID()}`;
  database = createDatabase(name);
  others = [];
});
afterEach(async () => {
  for (const other of others) other.close();
  database.close();
  await Dexie.delete(name);
});

test('what was saved is there on a new connection', async () => {
  const row = aCase('lit 12, dossier bleu 🫀');
  expect(await addCase(database, row)).toEqual({ saved: true });
  const again = createDatabase(name);
  others.push(again);
  expect(await readCases(again)).toEqual([row]);
});

test('the case that was changed last comes first, and one in the trash is not listed', async () => {
  const [old, late, gone] = [aCase('old', 1), aCase('late', 2), aCase('gone', 3)] as const;
  for (const row of [old, late, gone]) await addCase(database, row);
  await changeCase(database, gone.id, 4, { deletedAt: 4 });
  await changeCase(database, old.id, 5, { content: { pseudonym: 'renamed' } });
  const listed = await readCases(database);
  expect(listed.map(({ content }) => content.pseudonym)).toEqual(['renamed', 'late']);
  expect(listed[0]?.revision).toBe(2);
  expect(await database.cases.get(gone.id), 'a tombstone, not a gap').toMatchObject({
    deletedAt: 4
  });
});

test('a change of a case that is not there is not called saved', async () => {
  const outcome = await changeCase(database, 'nowhere', 1, { archivedAt: 1 });
  expect(outcome).toEqual({ saved: false, reason: 'unknown' });
});

test('a draft outlives its connection until its note has taken it over', async () => {
  const note = aNote('case');
  await writeDraft(database, note.id, 'half a sent', 2);
  const again = createDatabase(name);
  others.push(again);
  expect(await readDraft(again, note.id)).toBe('half a sent');
  expect(await writeNote(again, note, 'half a sentence', 3)).toEqual({ saved: true });
  expect(await readDraft(again, note.id)).toBeUndefined();
  expect((await readNotes(again, 'case')).map(({ content }) => content.text)).toEqual([
    'half a sentence'
  ]);
});

test('when the note cannot be written the draft stays, and nobody says saved', async () => {
  const note = aNote('case');
  await writeDraft(database, note.id, 'kept', 2);
  const outcome = await written(database, () =>
    database.transaction('rw', database.notes, database.drafts, async (transaction) => {
      await database.notes.put(note);
      await database.drafts.delete(note.id);
      transaction.abort();
    })
  );
  expect(outcome).toEqual({ saved: false, reason: 'aborted' });
  expect(await readDraft(database, note.id)).toBe('kept');
  expect(await readNotes(database, 'case')).toEqual([]);
});

test('a connection that died is opened again and the write kept', async () => {
  await addCase(database, aCase('before'));
  database.backendDB().close();
  expect(await addCase(database, aCase('after'))).toEqual({ saved: true });
  expect(await readCases(database)).toHaveLength(2);
});

test('a connection that keeps dying is opened again three times and no more', async () => {
  let attempts = 0;
  const outcome = await written(database, async () => {
    attempts += 1;
    throw new DOMException('Connection to Indexed Database server lost.', 'UnknownError');
  });
  expect(outcome).toEqual({ saved: false, reason: 'connection-lost' });
  expect(attempts).toBe(4);
});

test('once a newer version has the database this tab writes nothing more', async () => {
  await addCase(database, aCase('before'));
  const newer = new Dexie(name);
  others.push(newer);
  newer.version(1).stores(CASEBOOK);
  newer.version(2).stores({ wards: 'id' });
  await newer.open();
  const outcome = await addCase(database, aCase('after'));
  expect(outcome).toEqual({ saved: false, reason: 'newer-database' });
  expect(await newer.table('cases').count()).toBe(1);
});

test('code that is older than the database neither writes into it nor changes its version', async () => {
  const newer = new Dexie(name);
  others.push(newer);
  newer.version(1).stores(CASEBOOK);
  newer.version(2).stores({ wards: 'id' });
  await newer.open();
  newer.close();
  expect(await addCase(database, aCase('late'))).toEqual({
    saved: false,
    reason: 'newer-database'
  });
  await newer.open();
  expect(await newer.table('cases').count()).toBe(0);
  expect(newer.backendDB().version).toBe(20);
});
