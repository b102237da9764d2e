import Dexie, { liveQuery } from 'dexie';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Note } from '$lib/core/casebook/row-schema';
import { UNWATCHED } from '$lib/core/casebook/work';
import { mergeCases, readCaseFile, readCases } from '../case-file';
import { createDatabase, type Database } from '../database';
import {
  readDrafts,
  readNote,
  readNotes,
  readNotesOnTopic,
  readVersions,
  writeDraft,
  writeNote
} from '../notes';
import { formDraft, writeFormDraft } from '../form-drafts';
import { addRows, changeRow, readRow, readRows } from '../rows';
import { readPastDexie } from '../past-dexie';
import { readEverything, readSnapshots, restoreSnapshot, takeSnapshot } from '../snapshots';
import { noteTexts } from '../note-texts';
import { emptyTrash, readTrash, throwAway } from '../trash';
import { seal } from './cipher';
import { blind } from './sealed-row';
import { lockOf, type Lock } from './lock-state';
import { openDrafts, sealDrafts } from './set-aside';
import { sealStragglers, turnOff, turnOn } from './turning';
import {
  SECRETS,
  SAVED,
  CANARY,
  newId,
  aCase,
  aNote,
  name,
  database,
  others,
  makeCasebooks,
  none,
  put,
  raw,
  readable,
  again
} from '../../../../tests/support/sealed-casebook';

makeCasebooks();

describe('with the lock on', () => {
  test('rows written before and after are sealed, but for what they are found by, and read as they were', async () => {
    const one = aCase(CANARY);
    const note = aNote(CANARY, one.id, 'surgery#risks');
    await addRows(database, [one, note]);
    await writeDraft(database, aNote(`${CANARY} draft`), 5);
    await takeSnapshot(database, { id: newId(), now: 7, app: CANARY });
    expect(await readable()).toContain(CANARY);
    expect(await turnOn(database, SECRETS, none, UNWATCHED)).toEqual(SAVED);
    const later = aNote(`${CANARY} later`, one.id, 'surgery');
    expect(await addRows(database, [later])).toEqual(SAVED);
    const text = await readable();
    for (const word of [CANARY, 'surgery', 'note', 'kind', 'revision'])
      expect(text.replaceAll('"notes"', '').replaceAll('"noteVersions"', '')).not.toContain(word);
    // Not even to which case a note belongs: the case itself is the only one to have its id.
    expect(text.split(one.id)).toHaveLength(2);
    expect(await database.table('notes').where('caseId').equals(one.id).count()).toBe(2);
    const other = await again();
    expect(await readRow(other, 'case', one.id)).toEqual(one);
    expect(await readNotesOnTopic(other, 'surgery')).toEqual(expect.arrayContaining([note, later]));
    expect(await readNotesOnTopic(other, 'surg')).toEqual([]);
    expect(await readDrafts(other, 9)).toMatchObject([{ content: { text: `${CANARY} draft` } }]);
    expect(await readSnapshots(other)).toMatchObject([{ createdAt: 7 }]);
  });

  test('how many rows there are, and when they changed, is all that can be told', async () => {
    /** The same number of rows, of the same times; what they are differs in everything else. */
    const filled = async (at: string, isTelling: boolean) => {
      const one = createDatabase(at);
      others.push(one);
      onTestFinished(() => Dexie.delete(at));
      const cases = [aCase('one'), aCase('two')] as const;
      const caseId = isTelling ? cases[0].id : '';
      const notes = Array.from({ length: 150 }, (_, nth) =>
        aNote(isTelling ? `a text of some length ${nth}` : '', caseId, isTelling ? 'surgery#a' : '')
      );
      await addRows(one, [...cases, ...notes]);
      await turnOn(one, SECRETS, none, UNWATCHED);
      const rows = [aNote('late', caseId), aNote('later', caseId)] as const;
      await addRows(one, rows);
      for (const { id } of rows) await changeRow(one, 'note', id, 9, { pinnedAt: +isTelling });
      await throwAway(one, 'note', rows[1].id, 9, isTelling ? 9 : 0);
      await writeDraft(one, isTelling ? rows[0] : aNote(''), 5);
      const form = isTelling ? `visit:${caseId}` : 'case';
      await writeFormDraft(one, form, { remark: isTelling ? CANARY : '' }, 5);
      one.close();
    };
    const told = async (at: string) =>
      Object.fromEntries(
        Object.entries(await raw(at)).map(([table, rows]) => [
          table,
          rows
            .filter((row) => (row as { id: string }).id !== 'vault')
            .map((row) => JSON.stringify(row, (key, value: unknown) => shown(key, value)))
            .toSorted()
        ])
      );
    const shown = (key: string, value: unknown) => {
      if (value instanceof Uint8Array) return value.length;
      if (key === 'stamps') return (value as unknown[]).length;
      if (key === 'id') return /^index:/.test(value as string) ? value : (value as string).length;
      return value;
    };
    await filled(`${name}-a`, true);
    await filled(`${name}-b`, false);
    const [one, other] = [await told(`${name}-a`), await told(`${name}-b`)];
    expect(one).toEqual(other);
    expect(one.notes).toHaveLength(152);
    expect(new Set(one.notes).size).toBe(1);
    expect(one.drafts).toHaveLength(2);
  });

  test.each([1, 2])(
    'rows that were sealed in format %i are read, found, and sealed anew',
    async (format) => {
      await turnOn(database, SECRETS, none, UNWATCHED);
      const one = aCase('one');
      const [first, second] = [aNote('first', one.id), aNote('second', one.id)];
      await addRows(database, [one, second]);
      const { keys, vault } = lockOf(database) as Extract<Lock, { state: 'unlocked' }>;
      const { deletedAt, id, pinnedAt, topic, updatedAt } = first;
      const caseId = format === 1 ? one.id : await blind(keys, 'notes', 'caseId', one.id);
      const open = { caseId, deletedAt, id, pinnedAt, topic, updatedAt };
      const about = JSON.stringify(['calcinote row', format, 'notes', 1, Object.entries(open)]);
      const json = new TextEncoder().encode(JSON.stringify(first));
      const plain = new Uint8Array(4 + json.length);
      new DataView(plain.buffer).setUint32(0, json.length);
      plain.set(json, 4);
      const sealed = await seal(keys.rows, plain, about);
      await put('notes', { ...open, content: new Uint8Array([format, 1, ...sealed]) });
      await put('settings', { ...vault, format: undefined });

      const later = await again();
      const ofCase = async () => (await readCaseFile(later, one.id))?.rows;
      const both = [first, second].toSorted((a, b) => (a.id < b.id ? -1 : 1));
      expect(await ofCase()).toEqual(both);
      expect(await later.table('notes').where('caseId').equals(one.id).count()).toBe(2);
      expect(await readNotes(later, 5)).toHaveLength(2);
      await sealStragglers(later);
      expect((await raw()).notes).not.toContainEqual(expect.objectContaining({ pinnedAt: 0 }));
      expect(await ofCase()).toEqual(both);
      // Written by an older page once more, it is still one row.
      await put('notes', { ...open, content: new Uint8Array([format, 1, ...sealed]) });
      expect(await ofCase()).toEqual(both);
    }
  );

  test('what happens at once within a transaction, and what is broken off, leaves every row found', async () => {
    await turnOn(database, SECRETS, none, UNWATCHED);
    const notes = Array.from({ length: 300 }, (_, at) => aNote(`note ${at}`));
    const table = database.table<Note>('notes');
    await database.transaction('rw', table, () =>
      Promise.all(notes.map((note) => table.add(note)))
    );
    expect(await table.where('deletedAt').equals(0).count()).toBe(300);
    const failed = database.transaction('rw', table, async () => {
      await table.bulkPut(notes.map((note) => ({ ...note, deletedAt: 5 })));
      expect(await table.where('deletedAt').equals(5).count()).toBe(300);
      throw new Error('broken off');
    });
    await expect(failed).rejects.toThrow('broken off');
    expect(await readTrash(database)).toEqual([]);
    expect(await table.where('deletedAt').equals(0).count()).toBe(300);
    expect(
      (await (await again()).table('notes').where('deletedAt').equals(0).toArray()).length
    ).toBe(300);
    await table.clear();
    expect(await table.where('deletedAt').equals(0).count()).toBe(0);
  });

  test('over any order of changes in two pages, the same is found as without the lock', async () => {
    const plain = createDatabase(`${name}-plain`);
    others.push(plain);
    onTestFinished(() => Dexie.delete(`${name}-plain`));
    await turnOn(database, SECRETS, none, UNWATCHED);
    const pages = [database, await again()] as const;
    let seed = 7;
    const below = (most: number) => {
      seed = (seed * 48271) % 2147483647;
      return seed % most;
    };
    const cases = Array.from({ length: 4 }, (_, at) => aCase(`case ${at}`, 1000 + at));
    for (const one of [plain, database]) await addRows(one, cases);
    const notes: Note[] = [];
    for (let step = 1; step <= 120; step += 1) {
      const [kind, time] = [below(8), 2000 + step];
      const aCaseId = cases[below(4)]?.id as string;
      const noteId = notes[below(notes.length || 1)]?.id ?? '';
      const note = aNote(`note ${step}`, below(2) ? aCaseId : '', below(3) ? '' : 'surgery#risks');
      if (kind < 3) notes.push(note);
      for (const one of [plain, pages[below(2)] as Database]) {
        if (kind < 3) await addRows(one, [note]);
        else if (kind === 3) await throwAway(one, 'note', noteId, time, step % 2 ? time : 0);
        else if (kind === 4) await changeRow(one, 'note', noteId, time, { pinnedAt: step % 2 });
        else if (kind === 5) await changeRow(one, 'note', noteId, time, { caseId: aCaseId });
        else if (kind === 6) await one.table('notes').delete(noteId);
        else await changeRow(one, 'case', aCaseId, time, { archivedAt: step % 2 });
      }
      if (step % 10) continue;
      const seen = (one: Database) =>
        Promise.all([
          readNotes(one, 5),
          readNotes(one, 500),
          readCases(one, { most: 3 }),
          readTrash(one),
          readRows(one, 'note'),
          readNotesOnTopic(one, 'surgery').then((all) => all.map(({ id }) => id).toSorted()),
          ...cases.map(({ id }) => readCaseFile(one, id)),
          ...cases.map(({ id }) => one.table('notes').where('caseId').equals(id).count())
        ]);
      const expected = await seen(plain);
      for (const page of pages) expect(await seen(page)).toEqual(expected);
    }
    expect(notes.length).toBeGreaterThan(20);
  });

  test('who watches a case hears of what is written on it, in whichever page', async () => {
    await turnOn(database, SECRETS, none, UNWATCHED);
    const [one, two] = [aCase('one'), aCase('two')];
    await addRows(database, [one, two]);
    const heard: string[][] = [];
    const watching = liveQuery(() => readCaseFile(database, one.id)).subscribe((file) =>
      heard.push(file?.rows.map(({ id }) => id) ?? [])
    );
    onTestFinished(() => watching.unsubscribe());
    await vi.waitFor(() => expect(heard).toEqual([[]]));
    await addRows(database, [aNote('elsewhere', two.id)]);
    const note = aNote('here', one.id);
    await addRows(database, [note]);
    await vi.waitFor(() => expect(heard.at(-1)).toEqual([note.id]));
    const later = await again();
    const another = aNote('from another tab', one.id);
    await addRows(later as Database, [another]);
    await vi.waitFor(() => expect(heard.at(-1)).toEqual([note.id, another.id].toSorted()));
  });

  test('all that the casebook does is as without', async () => {
    await turnOn(database, SECRETS, none, UNWATCHED);
    const [one, two] = [aCase('one'), aCase('two', 2000)];
    expect(await addRows(database, [one, two])).toEqual(SAVED);
    const note = aNote('first', one.id);
    expect(await writeNote(database, note, '', newId(), 10)).toEqual(SAVED);
    const second = { ...note, content: { text: 'second', tags: [] } };
    expect(await writeNote(database, second, 'first', newId(), 10_000_000)).toEqual(SAVED);
    expect((await readNote(database, note.id))?.note.content.text).toBe('second');
    expect(await readVersions(database, note.id)).toMatchObject([{ content: { text: 'first' } }]);
    expect(await readNotes(database, 5)).toMatchObject([{ title: 'second' }]);
    expect(await noteTexts(database).find('second', 5)).toMatchObject([{ id: note.id }]);
    const archived = await changeRow(database, 'case', two.id, 3000, { archivedAt: 3000 });
    expect(archived).toEqual(SAVED);
    expect(await readCases(database, { most: 9 })).toHaveLength(1);
    expect(await mergeCases(database, one.id, two.id, 4000)).toEqual(SAVED);
    expect((await readCaseFile(database, two.id))?.rows).toMatchObject([{ id: note.id }]);
    expect(await throwAway(database, 'note', note.id, 5000)).toEqual(SAVED);
    expect((await readTrash(database)).map(({ id }) => id)).toContain(note.id);
    expect(await takeSnapshot(database, { id: 's', now: 6000, app: '1' })).toEqual(SAVED);
    const then = await readEverything(database);
    expect(await emptyTrash(database, 1e12)).toEqual(SAVED);
    expect(await readRows(database, 'note')).toEqual([]);
    const back = { id: 't', now: 7000, app: '1' };
    expect(await restoreSnapshot(database, 's', back)).toEqual(SAVED);
    expect(await readEverything(database)).toEqual(then);
  });

  test('nothing is read or written without the passphrase', async () => {
    await turnOn(database, SECRETS, none, UNWATCHED);
    const one = aCase('one');
    await addRows(database, [one]);
    const other = await again('quatre mots sans liens');
    expect(lockOf(other).state).toBe('locked');
    const before = await raw();
    const LOCKED = { saved: false, reason: 'locked' };
    expect(await addRows(other, [aCase('two')])).toEqual(LOCKED);
    expect(await throwAway(other, 'case', one.id, 9)).toEqual(LOCKED);
    await expect(readRow(other, 'case', one.id)).rejects.toThrow(/locked/);
    expect(await raw()).toEqual(before);
  });

  test('drafts that the disk would not take wait sealed, and open with the same key alone', async () => {
    const draft = formDraft('visit:1', { remark: CANARY }, 5);
    expect(await sealDrafts(database, [draft])).toBeUndefined();
    await turnOn(database, SECRETS, none, UNWATCHED);
    const sealed = (await sealDrafts(database, [draft])) as string;
    expect(atob(JSON.parse(sealed)[0].content)).not.toContain(CANARY);
    expect(await openDrafts(await again(), sealed)).toEqual([draft]);
    await turnOff(database, UNWATCHED);
    await turnOn(database, SECRETS, none, UNWATCHED);
    await expect(openDrafts(database, sealed)).rejects.toThrow();
  });

  test('what is there can leave the device without being opened, with what it takes to open it', async () => {
    await turnOn(database, SECRETS, none, UNWATCHED);
    await addRows(database, [aCase(CANARY)]);
    database.close();
    const { rows } = await readPastDexie({ name });
    const vault = rows.find(({ id }) => id === 'vault') as unknown as { ways: object } | undefined;
    expect(rows).toHaveLength(2);
    expect(vault?.ways).toHaveProperty('passphrase.key', expect.stringMatching(/^[\w+/=]+$/));
    expect(JSON.stringify(rows)).not.toContain(CANARY);
  });
});
