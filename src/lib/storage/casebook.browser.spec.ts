import Dexie from 'dexie';
import { afterEach, describe, expect, test } from 'vitest';
import {
  SAVED,
  aCase,
  aNote,
  database,
  makeCasebooks,
  name,
  newId,
  others
} from '../../../tests/support/casebooks';
import type { Note } from '$lib/core/casebook/row-schema';
import { mergeCases, readCaseFile, readCases } from './case-file';
import { createDatabase, tableOf, type Database } from './database';
import { CASEBOOK } from './migrations/001-casebook';
import {
  MOST_VERSIONS,
  SITTING_MS,
  readDrafts,
  readNote,
  readNotes,
  readNotesOnTopic,
  readVersions,
  writeDraft,
  writeNote
} from './notes';
import { readFormDraft, readFormsOf, sendForm, writeFormDraft } from './form-drafts';
import { written } from './outcome';
import { addRows, changeRow, readRow } from './rows';
import { TRASH_DAYS, emptyTrash, readTrash, throwAway } from './trash';

const saying = (note: Note, text: string): Note => ({ ...note, content: { text, tags: [] } });
const ALL = { most: 99 };
const DAY_MS = 86_400_000;

makeCasebooks();

/** As after the app was started again. */
function again(): Database {
  const other = createDatabase(name);
  others.push(other);
  return other;
}

test('what was saved is there on a new connection', async () => {
  const row = aCase('lit 12, dossier bleu 🫀');
  expect(await addRows(database, [row])).toEqual(SAVED);
  expect(await readCases(again(), ALL)).toEqual([row]);
});

test('the case that was changed last comes first, and one in the trash is not listed', async () => {
  const [old, late, gone] = [aCase('old', 1), aCase('late', 2), aCase('gone', 3)] as const;
  await addRows(database, [old, late, gone]);
  await throwAway(database, 'case', gone.id, 4);
  await changeRow(database, 'case', old.id, 5, { content: { pseudonym: 'renamed' } });
  const listed = await readCases(database, ALL);
  expect(listed.map(({ content }) => content.pseudonym)).toEqual(['renamed', 'late']);
  expect(listed[0]?.revision).toBe(2);
  expect((await readTrash(database)).map(({ id }) => id)).toEqual([gone.id]);
});

test('a change of a case that is not there is not called saved', async () => {
  const outcome = await changeRow(database, 'case', 'nowhere', 1, { archivedAt: 1 });
  expect(outcome).toEqual({ saved: false, reason: 'unknown' });
});

test('of several rows all are kept or none', async () => {
  const twice = aCase('twice');
  expect(await addRows(database, [aCase('first'), twice, twice])).toMatchObject({ saved: false });
  expect(await readCases(database, ALL)).toEqual([]);
});

test('two cases that were one patient become one, with everything of both', async () => {
  const [one, other] = [aCase('one'), aCase('other')];
  await addRows(database, [one, other, aNote('a', one.id), aNote('b', other.id)]);
  expect(await mergeCases(database, other.id, one.id, 9)).toEqual(SAVED);
  const file = await readCaseFile(database, one.id);
  expect(file?.rows.map(({ content }) => (content as Note['content']).text).toSorted()).toEqual([
    'a',
    'b'
  ]);
  expect(await readCaseFile(database, other.id)).toBeUndefined();
});

test('a draft outlives its connection until its note has taken it over', async () => {
  const note = aNote('half a sent', 'case');
  await writeDraft(database, note, 2);
  const later = again();
  expect(await readNote(later, note.id)).toEqual({ note, isDraft: true });
  expect(await readDrafts(later, 3)).toEqual([note]);
  expect(await writeNote(later, saying(note, 'half a sentence'), '', newId(3), 3)).toEqual(SAVED);
  expect(await readDrafts(later, 9)).toEqual([]);
  expect((await readNotes(later, 99)).map(({ title }) => title)).toEqual(['half a sentence']);
});

test('a form keeps what is typed until it is sent, and then ends with the row it was filled in for, both or neither', async () => {
  const visit = { pain: '7', remark: 'Plus dur' };
  expect(await writeFormDraft(database, 'visit:1', visit, 1)).toEqual(SAVED);
  expect(await writeFormDraft(database, 'case', { pseudonym: 'Lit 3' }, 1)).toEqual(SAVED);
  expect(await readFormDraft(database, 'visit:1')).toEqual(visit);
  expect(await readFormDraft(database, 'visit:2')).toBeUndefined();
  expect(await readFormsOf(database, 'visit')).toEqual(['1']);
  // It is no note, and none is made of it.
  expect(await readDrafts(database, 1000)).toEqual([]);

  const one = aCase('Lit 3');
  expect(await sendForm(database, 'case', one, 2)).toEqual(SAVED);
  expect(await readFormDraft(database, 'case')).toBeUndefined();
  expect(await sendForm(database, 'visit:1', one, 2)).toMatchObject({ saved: false });
  expect(await readFormDraft(database, 'visit:1')).toEqual(visit);
  const content = { pseudonym: 'Lit 4' };
  await sendForm(database, 'visit:1', { kind: 'case', id: one.id, change: { content } }, 3);
  expect((await readRow(database, 'case', one.id))?.content).toEqual(content);
  expect(await readFormsOf(database, 'visit')).toEqual([]);

  await writeFormDraft(database, 'value:1', { text: '2,3' }, 10);
  await writeFormDraft(database, 'value:2', { text: '2,4' }, 10);
  await writeFormDraft(database, 'value:2', undefined, 11);
  expect(await readFormsOf(database, 'value')).toEqual(['1']);
  await emptyTrash(database, 10 + TRASH_DAYS * DAY_MS);
  expect(await readFormsOf(database, 'value')).toEqual(['1']);
  await emptyTrash(database, 11 + TRASH_DAYS * DAY_MS);
  expect(await readFormsOf(database, 'value')).toEqual([]);
});

test('when the note cannot be written the draft stays, and nobody says saved', async () => {
  const note = aNote('kept');
  await writeDraft(database, note, 2);
  const outcome = await written(database, () =>
    database.transaction('rw', ['notes', 'drafts'], async (transaction) => {
      await tableOf<Note>(database, 'note').put(note);
      await database.drafts.delete(note.id);
      transaction.abort();
    })
  );
  expect(outcome).toEqual({ saved: false, reason: 'aborted' });
  expect(await readNote(database, note.id)).toEqual({ note, isDraft: true });
  expect(await readNotes(database, 99)).toEqual([]);
});

test('what a note said before a sitting stays, and within a sitting is not kept twice', async () => {
  const note = aNote('before');
  await writeNote(database, note, '', newId(1), 1);
  await writeNote(database, saying(note, 'within'), 'before', newId(2), 2);
  expect(await readVersions(database, note.id)).toEqual([]);
  const stored = (await readNote(database, note.id))?.note as Note;
  await writeNote(database, saying(stored, 'after'), 'within', newId(3), 3 + SITTING_MS);
  const versions = await readVersions(database, note.id);
  expect(versions.map(({ content }) => content.text)).toEqual(['within']);
});

test('what another tab wrote meanwhile is not overwritten without a trace', async () => {
  const note = aNote('first');
  await writeNote(database, note, '', newId(1), 1);
  const stored = (await readNote(database, note.id))?.note as Note;
  await writeNote(again(), saying(stored, 'of the other tab'), 'first', newId(2), 2);
  await writeNote(database, saying(stored, 'of this tab'), 'first', newId(3), 3);
  expect((await readVersions(database, note.id)).map(({ content }) => content.text)).toEqual([
    'of the other tab'
  ]);
});

test('the last twenty texts of a note are kept', async () => {
  const note = aNote('0');
  await writeNote(database, note, '', newId(1), 1);
  for (let save = 1; save <= MOST_VERSIONS + 3; save += 1) {
    const stored = (await readNote(database, note.id))?.note as Note;
    const now = save * SITTING_MS * 2;
    await writeNote(database, saying(stored, String(save)), stored.content.text, newId(now), now);
  }
  const texts = (await readVersions(database, note.id)).map(({ content }) => content.text);
  expect(texts).toHaveLength(MOST_VERSIONS);
  expect(texts[0]).toBe(String(MOST_VERSIONS + 2));
});

test('the notes on a topic are those on it and on its sections, and on no other', async () => {
  const notes = ['surgery', 'surgery#risks', 'surgery-2'].map((topic) => aNote(topic, '', topic));
  await addRows(database, notes);
  const found = await readNotesOnTopic(database, 'surgery');
  expect(found.map(({ topic }) => topic).toSorted()).toEqual(['surgery', 'surgery#risks']);
});

test('the trash is emptied of what has lain there for thirty days, with what belonged to it', async () => {
  const [old, young] = [aCase('old'), aCase('young')];
  const [note, of] = [aNote('note'), aNote('of', old.id)];
  await addRows(database, [old, young, note, of]);
  await writeNote(database, saying(note, 'later'), 'note', newId(9), 9 + SITTING_MS);
  await throwAway(database, 'case', old.id, DAY_MS);
  await throwAway(database, 'note', note.id, DAY_MS);
  await throwAway(database, 'case', young.id, 2 * DAY_MS);
  expect(await emptyTrash(database, (TRASH_DAYS + 1) * DAY_MS)).toEqual(SAVED);
  expect((await readTrash(database)).map(({ id }) => id)).toEqual([young.id]);
  expect(await database.table('notes').count()).toBe(0);
  expect(await database.table('noteVersions').count()).toBe(0);
  await throwAway(database, 'case', young.id, 3 * DAY_MS, 0);
  expect((await readCases(database, ALL)).map(({ id }) => id)).toEqual([young.id]);
});

test('a connection that died is opened again and the write kept', async () => {
  await addRows(database, [aCase('before')]);
  database.backendDB().close();
  expect(await addRows(database, [aCase('after')])).toEqual(SAVED);
  expect(await readCases(database, ALL)).toHaveLength(2);
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

/** The database as a later version of the app would have it. */
async function makeNewer(): Promise<Dexie> {
  const newer = new Dexie(name);
  others.push(newer);
  newer.version(1).stores(CASEBOOK);
  newer.version(2).stores({ wards: 'id' });
  await newer.open();
  return newer;
}

test('once a newer version has the database this tab writes nothing more', async () => {
  await addRows(database, [aCase('before')]);
  const newer = await makeNewer();
  expect(await addRows(database, [aCase('after')])).toEqual({
    saved: false,
    reason: 'newer-database'
  });
  expect(await newer.table('cases').count()).toBe(1);
});

test('code that is older than the database neither writes into it nor changes its version', async () => {
  const newer = await makeNewer();
  newer.close();
  expect(await addRows(database, [aCase('late')])).toEqual({
    saved: false,
    reason: 'newer-database'
  });
  await newer.open();
  expect(await newer.table('cases').count()).toBe(0);
  expect(newer.backendDB().version).toBe(20);
});

describe('a page that is left', () => {
  afterEach(() => dispatchEvent(new PageTransitionEvent('pageshow')));

  test('breaks off what it is writing, so that no other page waits for it', async () => {
    await addRows(database, [aCase('before')]);
    const writing = written(database, () =>
      database.transaction('rw', 'cases', async () => {
        await tableOf(database, 'case').add(aCase('half'));
        dispatchEvent(new PageTransitionEvent('pagehide'));
        await tableOf(database, 'case').count();
      })
    );
    expect(await writing).toMatchObject({ saved: false });
    expect(await readCases(again(), ALL)).toHaveLength(1);
  });

  test('begins nothing more until it comes back', async () => {
    dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(await addRows(database, [aCase('late')])).toEqual({ saved: false, reason: 'aborted' });
    dispatchEvent(new PageTransitionEvent('pageshow'));
    expect(await addRows(database, [aCase('back')])).toEqual(SAVED);
  });
});
