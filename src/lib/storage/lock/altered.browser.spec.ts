import { describe, expect, test } from 'vitest';
import type { Note } from '$lib/core/casebook/row-schema';
import { UNWATCHED } from '$lib/core/casebook/work';
import { readCases } from '../case-file';
import { readNote, readNotes } from '../notes';
import { reasonOf } from '../outcome';
import { addRows, changeRow, readRow } from '../rows';
import { readEverything } from '../snapshots';
import { findDamaged, removeDamaged } from './damage';
import { lockOf } from './lock-state';
import { goOn, sealStragglers, turnOff, turnOn } from './turning';
import { limitsOf, type Vault } from './vault';
import {
  SECRETS,
  SAVED,
  CANARY,
  aCase,
  aNote,
  database,
  makeCasebooks,
  none,
  put,
  raw,
  removeRaw,
  readable,
  again,
  change
} from '../../../../tests/support/sealed-casebook';

makeCasebooks();

describe('changed by somebody who has the files', () => {
  test('a row in the place of another, or with an open field changed, is refused', async () => {
    await turnOn(database, SECRETS, none, UNWATCHED);
    const [one, two] = [aNote('one'), aNote('two')];
    await addRows(database, [one, two]);
    const [first, last] = (await raw()).notes as [Note, Note];
    await put('notes', { ...first, content: last.content });
    await put('notes', { ...last, deletedAt: 1 });
    const other = await again();
    await expect(readRow(other, 'note', first.id)).rejects.toThrow();
    await expect(readRow(other, 'note', last.id)).rejects.toThrow();
  });

  test('a row that was changed does not open, is told from one that is absent, and can be given up', async () => {
    await turnOn(database, SECRETS, none, UNWATCHED);
    const [one, other] = [aNote('one'), aNote('other')];
    await addRows(database, [one, other]);
    database.close();
    await change<{ content: Uint8Array }>('notes', one.id, (row) => {
      const content = row.content.slice();
      content[20]! ^= 1;
      return { ...row, content };
    });
    const later = await again();
    const asked = await readNotes(later, 10).catch((error: unknown) => error);
    expect(reasonOf(asked)).toBe('damaged');
    expect((await readNote(later, other.id))?.note).toEqual(other);
    expect(await changeRow(later, 'note', one.id, 2, { pinnedAt: 1 })).toEqual({
      saved: false,
      reason: 'damaged'
    });
    expect(await turnOff(later, UNWATCHED)).toEqual({ saved: false, reason: 'damaged' });
    const damaged = await findDamaged(later, UNWATCHED);
    expect(damaged).toEqual([{ table: 'notes', id: one.id }]);
    expect(await removeDamaged(later, damaged)).toEqual(SAVED);
    expect(await findDamaged(later, UNWATCHED)).toEqual([]);
    expect((await readNotes(later, 10)).map(({ id }) => id)).toEqual([other.id]);
    expect(await goOn(later, UNWATCHED)).toEqual(SAVED);
    expect(lockOf(later).state).toBe('off');
  });

  test('a row that was put back as it was before is noticed, however it is read, and can be given up', async () => {
    await turnOn(database, SECRETS, none, UNWATCHED);
    const [one, other] = [aNote('one'), aNote('other')];
    await addRows(database, [one, other]);
    const [before] = (await raw()).notes!.filter((row) => (row as Note).id === one.id);
    expect(await changeRow(database, 'note', one.id, 2, { pinnedAt: 2 })).toEqual(SAVED);
    expect((await readNote(database, one.id))?.note.pinnedAt).toBe(2);
    await put('notes', before);
    for (const page of [database, await again()]) {
      for (const read of [readRow(page, 'note', one.id), readNotes(page, 9), readEverything(page)])
        expect(reasonOf(await read.catch((error: unknown) => error))).toBe('damaged');
      expect(await changeRow(page, 'note', one.id, 3, { pinnedAt: 0 })).toEqual({
        saved: false,
        reason: 'damaged'
      });
      expect(await readRow(page, 'note', other.id)).toEqual(other);
    }
    await sealStragglers(database);
    const damaged = await findDamaged(database, UNWATCHED);
    expect(damaged).toEqual([{ table: 'notes', id: one.id }]);
    expect(await removeDamaged(database, damaged)).toEqual(SAVED);
    expect(await readEverything(await again())).toEqual([other]);
  });

  test('a row that was deleted and put back is not taken up again', async () => {
    await turnOn(database, SECRETS, none, UNWATCHED);
    const [one, other] = [aNote('one'), aNote('other')];
    await addRows(database, [one, other]);
    const before = (await raw()).notes!.find((row) => (row as Note).id === one.id);
    await database.table('notes').delete(one.id);
    await put('notes', before);
    const later = await again();
    await sealStragglers(later);
    expect((await readNotes(later, 9)).map(({ id }) => id)).toEqual([other.id]);
    const asked = await readRow(later, 'note', one.id).catch((error: unknown) => error);
    expect(reasonOf(asked)).toBe('damaged');
    expect(await findDamaged(later, UNWATCHED)).toEqual([{ table: 'notes', id: one.id }]);
  });

  test('what changes and is read within one transaction is not taken for altered', async () => {
    await turnOn(database, SECRETS, none, UNWATCHED);
    const notes = Array.from({ length: 30 }, (_, at) => aNote(`note ${at}`));
    await addRows(database, notes);
    const table = database.table<Note>('notes');
    // Read one by one: some before and some after what is written meanwhile.
    const ids = Array.from({ length: 20 }, () => notes.map(({ id }) => id)).flat();
    await database.transaction('rw', table, () =>
      Promise.all(
        notes.flatMap((note, at) => [
          table.get(note.id),
          table.put({ ...note, pinnedAt: at }),
          table.bulkGet(ids),
          table.where('deletedAt').equals(0).toArray()
        ])
      )
    );
    expect((await readRow(await again(), 'note', notes[7]!.id))?.pinnedAt).toBe(7);
  });

  test('a row that is missing is noticed, and can be given up', async () => {
    await turnOn(database, SECRETS, none, UNWATCHED);
    const [only, one, other] = [aCase('only'), aNote('one'), aNote('other')];
    await addRows(database, [only, one, other]);
    await removeRaw('notes', one.id);
    const later = await again();
    const asked = await readNotes(later, 10).catch((error: unknown) => error);
    expect(reasonOf(asked)).toBe('damaged');
    await removeRaw('cases', only.id);
    const cases = await readCases(later, { most: 9 }).catch((error: unknown) => error);
    expect(reasonOf(cases)).toBe('damaged');
    expect(await removeDamaged(later, [{ table: 'cases', id: only.id }])).toEqual(SAVED);
    await sealStragglers(later);
    const missing = await findDamaged(later, UNWATCHED);
    expect(missing).toEqual([{ table: 'notes', id: one.id }]);
    expect(await removeDamaged(later, missing)).toEqual(SAVED);
    expect((await readNotes(later, 10)).map(({ id }) => id)).toEqual([other.id]);
    expect(await findDamaged(later, UNWATCHED)).toEqual([]);
  });

  test.each([
    [
      'changed',
      (id: string) =>
        change('settings', id, (row) => ({ ...(row as object), content: new Uint8Array(40) }))
    ],
    ['gone', (id: string) => removeRaw('settings', id)]
  ])('what rows are found by is made again when it is %s', async (_, spoil) => {
    await turnOn(database, SECRETS, none, UNWATCHED);
    const notes = [aNote('one'), aNote('other')];
    await addRows(database, notes);
    await spoil('index:notes:0');
    const later = await again();
    const asked = await readNotes(later, 10).catch((error: unknown) => error);
    expect(reasonOf(asked)).toBe('damaged');
    await sealStragglers(later);
    expect(await readNotes(later, 10)).toHaveLength(2);
    await removeRaw('settings', 'index:notes:head');
    const last = await again();
    await sealStragglers(last);
    expect(await readNotes(last, 10)).toHaveLength(2);
  });

  test('a row and the index, both altered, keep neither from being mended', async () => {
    await turnOn(database, SECRETS, none, UNWATCHED);
    const [one, other] = [aNote('one'), aNote('other')];
    await addRows(database, [one, other]);
    await change<{ content: Uint8Array }>('notes', one.id, (row) => ({
      ...row,
      content: new Uint8Array([9, ...row.content.slice(1)])
    }));
    await removeRaw('settings', 'index:notes:0');
    const later = await again();
    await sealStragglers(later).catch(() => undefined);
    const damaged = await findDamaged(later, UNWATCHED);
    expect(damaged).toEqual([{ table: 'notes', id: one.id }]);
    expect(await removeDamaged(later, damaged)).toEqual(SAVED);
    expect((await readNotes(later, 10)).map(({ id }) => id)).toEqual([other.id]);
  });

  test('a vault that somebody without the keys has set to open rows has none written in the open, and no lock that stays open', async () => {
    await turnOn(database, SECRETS, none, UNWATCHED);
    database.close();
    await change<Vault>('settings', 'vault', (vault) => ({
      ...vault,
      state: 'opening',
      openingMark: 'guessed',
      limits: { idleMs: Number.MAX_SAFE_INTEGER, hiddenMs: Number.NaN }
    }));
    const later = await again();
    const note = aNote(CANARY);
    expect(await addRows(later, [note])).toEqual(SAVED);
    expect(await readable()).not.toContain(CANARY);
    expect((await readNote(later, note.id))?.note).toEqual(note);
    const { vault } = lockOf(later) as { vault: Vault };
    expect(limitsOf(vault)).toEqual({ idleMs: 1_800_000, hiddenMs: 0 });
  });

  test('what stands in the open nevertheless is found and sealed', async () => {
    await turnOn(database, SECRETS, none, UNWATCHED);
    const late = aNote(CANARY);
    await put('notes', late);
    const other = await again();
    expect(await readRow(other, 'note', late.id)).toEqual(late);
    await sealStragglers(other);
    expect(await readable()).not.toContain(CANARY);
    expect(await readRow(other, 'note', late.id)).toEqual(late);
  });
});
