import Dexie from 'dexie';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readBackup } from '$lib/core/casebook/backup';
import { idFrom } from '$lib/core/casebook/id';
import { newRow } from '$lib/core/casebook/row';
import type { AnyRow, Case, LabValue, Note } from '$lib/core/casebook/row-schema';
import type { Work } from '$lib/core/casebook/work';
import { exportRows, importRows, readLastBackup, rememberBackup } from './backup';
import { ROW_TABLES, createDatabase, tableOf, type Database } from './database';
import { sha256 } from './digest';
import { pack, unpack } from './packing';
import { addRows, changeRow } from './rows';
import { readSnapshots, restoreSnapshot, takeSnapshot } from './snapshots';
import { throwAway } from './trash';
import { backupText } from '../../../tests/support/backup-text';

const newId = (now: number) => idFrom(now, crypto.getRandomValues(new Uint8Array(10)));
const aCase = (pseudonym: string): Case =>
  newRow('case', newId(1000), 1000, { archivedAt: 0, content: { pseudonym } });
const aNote = (text: string, caseId = ''): Note =>
  newRow('note', newId(1), 1, {
    caseId,
    assessmentId: '',
    topic: '',
    pinnedAt: 0,
    content: { text, tags: [] }
  });
const aValue = (value: number, caseId = ''): LabValue =>
  newRow('lab-value', newId(1), 1, {
    caseId,
    on: '2026-11-25',
    content: { analyte: 'phosphate', value, unit: 'mmol/L' }
  });
const NOW = Date.UTC(2026, 10, 25, 14);
const DAY_MS = 86_400_000;
const SAVED = { saved: true };
const about = (now = NOW) => ({ id: newId(now), now, app: '0.1.0' });
const everything = () => exportRows(database, 'all');

let name: string;
let database: Database;

beforeEach(() => {
  name = `spec-${crypto.randomUUID()}`;
  database = createDatabase(name);
});
afterEach(async () => {
  vi.unstubAllGlobals();
  database.close();
  await Dexie.delete(name);
});

async function wipe() {
  for (const table of ROW_TABLES) await database.table(table).clear();
}

test('what was exported comes back as it was on a device that has nothing, the trash with it', async () => {
  const one = aCase('lit 12 \ud800 🫀');
  await addRows(database, [one, aNote('a\u0000b', one.id), aValue(1.2, one.id), aNote('alone')]);
  const thrown = aNote('thrown away');
  await addRows(database, [thrown]);
  await throwAway(database, 'note', thrown.id, NOW);
  const before = await everything();
  const text = await backupText(
    before,
    { madeAt: new Date(NOW).toISOString(), app: '0.1.0', scope: 'all' },
    sha256
  );
  await wipe();
  const read = await readBackup(text, sha256);
  if (!read.ok) throw new Error(read.reason);
  expect(await importRows(database, read.backup.rows, about())).toEqual(SAVED);
  const after = await everything();
  expect(after).toEqual(before);
  expect(after).toHaveLength(5);
});

test('of one case what belongs to it is exported and nothing else', async () => {
  const [one, other] = [aCase('one'), aCase('other')];
  const [note, value] = [aNote('of one', one.id), aValue(1, one.id)];
  await addRows(database, [one, other, note, value, aNote('of other', other.id)]);
  const rows = await exportRows(database, { caseId: one.id });
  expect(new Set(rows.map(({ id }) => id))).toEqual(new Set([one.id, note.id, value.id]));
});

test('an import that fails halfway changes nothing and leaves no snapshot', async () => {
  await addRows(database, [aCase('before')]);
  const before = await everything();
  const treatment = newRow('treatment', newId(1), 1, {
    caseId: '',
    startedOn: '',
    stoppedOn: '',
    content: { name: '', dose: '', effect: '', adverse: '' }
  });
  // The last table that is written: by then the others have been.
  const put = Reflect.get(IDBObjectStore.prototype, 'put') as IDBObjectStore['put'];
  const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...args
  ) {
    if (this.name === 'treatments') throw new DOMException('full', 'QuotaExceededError');
    return put.apply(this, args);
  });
  const outcome = await importRows(database, [aCase('new'), aNote('new'), treatment], about());
  expect(spy.mock.calls.length).toBeGreaterThan(2);
  spy.mockRestore();
  expect(outcome).toEqual({ saved: false, reason: 'quota' });
  expect(await everything()).toEqual(before);
  expect(await readSnapshots(database)).toEqual([]);
});

test.each([0.1, 0.4, 0.7, 0.99])(
  'an import that is cancelled at %d of its way changes nothing and leaves no snapshot',
  async (end) => {
    await addRows(database, [aCase('before'), aNote('before')]);
    const before = await everything();
    const work: Work = {
      tell(share) {
        if (share >= end) throw new DOMException('Cancelled', 'AbortError');
      },
      pause: () => new Promise((done) => setTimeout(done))
    };
    const incoming = Array.from({ length: 30 }, (_, at) => aNote(`new ${at}`));
    const outcome = await importRows(database, incoming, about(), undefined, work);
    expect(outcome).toEqual({ saved: false, reason: 'aborted' });
    expect(await everything()).toEqual(before);
    expect(await readSnapshots(database)).toEqual([]);
  }
);

test('an import is undone, and what was undone can be had back', async () => {
  const [here, gone] = [aNote('here'), aNote('to be thrown away')];
  await addRows(database, [here, gone]);
  const before = await everything();
  const incoming: AnyRow[] = [
    { ...here, revision: 2, content: { text: 'there', tags: [] } },
    { ...gone, revision: 2, deletedAt: NOW },
    aCase('there')
  ];
  const [importing, undoing] = [about(), about(NOW + 1)];
  await importRows(database, incoming, importing);
  const imported = await everything();
  expect(new Set(imported)).toEqual(new Set(incoming));
  expect(await restoreSnapshot(database, importing.id, undoing)).toEqual(SAVED);
  expect(await everything()).toEqual(before);
  expect(await restoreSnapshot(database, undoing.id, about(NOW + 2))).toEqual(SAVED);
  expect(await everything()).toEqual(imported);
});

test('what the reader does not want is not imported', async () => {
  const [wanted, not] = [aNote('wanted'), aNote('not')];
  await importRows(database, [wanted, not], about(), new Set([not.id]));
  expect(await everything()).toEqual([wanted]);
});

test('a row that takes the id of another kind leaves no double behind', async () => {
  const here = aCase('here');
  await addRows(database, [here]);
  const incoming: AnyRow = { ...aNote('there'), id: here.id, revision: 2 };
  await importRows(database, [incoming], about());
  expect(await everything()).toEqual([incoming]);
});

test('what another tab writes while an import is prepared is in it and in its snapshot', async () => {
  const here = aNote('here');
  await addRows(database, [here]);
  const other = createDatabase(name);
  const importing = about();
  const digest = crypto.subtle.digest.bind(crypto.subtle);
  const spy = vi.spyOn(crypto.subtle, 'digest').mockImplementationOnce(async (...args) => {
    await changeRow(other, 'note', here.id, NOW, { content: { text: 'meanwhile', tags: [] } });
    return digest(...args);
  });
  expect(await importRows(database, [aCase('there')], importing)).toEqual(SAVED);
  spy.mockRestore();
  other.close();
  expect((await tableOf<Note>(database, 'note').get(here.id))?.content.text).toBe('meanwhile');
  await restoreSnapshot(database, importing.id, about(NOW + 1));
  expect((await everything()).map(({ content }) => content)).toEqual([
    { text: 'meanwhile', tags: [] }
  ]);
});

test('an import that another tab never lets through is not called saved', async () => {
  const here = aNote('here');
  await addRows(database, [here]);
  const other = createDatabase(name);
  const digest = crypto.subtle.digest.bind(crypto.subtle);
  const spy = vi.spyOn(crypto.subtle, 'digest').mockImplementation(async (...args) => {
    await changeRow(other, 'note', here.id, NOW, {});
    return digest(...args);
  });
  const outcome = await importRows(database, [aCase('there')], about());
  spy.mockRestore();
  other.close();
  expect(outcome).toEqual({ saved: false, reason: 'aborted' });
  expect((await everything()).map(({ kind }) => kind)).toEqual(['note']);
});

test('a snapshot that is not there or was spoilt restores nothing', async () => {
  await addRows(database, [aNote('here')]);
  const before = await everything();
  const spoilt = newId(NOW);
  await database.snapshots.add({
    id: spoilt,
    createdAt: NOW,
    content: { file: new TextEncoder().encode('{"format":"calcinote-backup","rows":[]}') }
  });
  for (const id of [spoilt, newId(NOW)])
    expect(await restoreSnapshot(database, id, about())).toEqual({
      saved: false,
      reason: 'unknown'
    });
  expect(await everything()).toEqual(before);
});

test('three snapshots of today stay and one of each day before, ten in all', async () => {
  for (let day = 12; day >= 0; day -= 1)
    for (const earlier of [3, 2, 1, 0])
      await takeSnapshot(database, about(NOW - day * DAY_MS - earlier));
  const times = (await readSnapshots(database)).map(({ createdAt }) => NOW - createdAt);
  const days = Array.from({ length: 7 }, (_, before) => (before + 1) * DAY_MS);
  expect(times).toEqual([0, 1, 2, ...days]);
});

test('a text is packed where the browser can and unpacked in either case', async () => {
  const text = 'calcinosis 🫀 '.repeat(1000);
  const bytes = new TextEncoder().encode(text);
  const packed = await pack(bytes);
  vi.stubGlobal('CompressionStream', undefined);
  const plain = await pack(bytes);
  expect(packed.length).toBeLessThan(plain.length / 10);
  expect(await unpack(packed)).toBe(text);
  expect(await unpack(plain)).toBe(text);
});

test('when a backup last left the device is remembered', async () => {
  expect(await readLastBackup(database)).toBeUndefined();
  expect(await rememberBackup(database, NOW)).toEqual(SAVED);
  expect(await readLastBackup(database)).toBe(NOW);
});
