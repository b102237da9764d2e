import Dexie, { type Transaction } from 'dexie';
import * as v from 'valibot';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ROW_SCHEMAS, type AnyRow, type Note } from '$lib/core/casebook/row-schema';
import frozen from '../../../tests/fixtures/databases/schema-1.json';
import { readCaseFile, readCases, readOpenRuns } from './case-file';
import { ROW_TABLES, createDatabase, type Database } from './database';
import { CASEBOOK } from './migrations/001-casebook';
import { readDrafts, readNote, readNotes, readVersions } from './notes';
import { readTrash } from './trash';

/** A database as version 1 of the app left it on a device: never made anew, whatever the code of today writes. */
const TABLES = Object.keys(frozen.stores);
const SNAPSHOT = { id: 'made-up', createdAt: 1 };
const SNAPSHOT_TEXT = '{"format":"calcinote-backup"}';
const ALL = { most: 99 };
type Tables = Record<string, unknown[]>;

let name: string;
let open: Dexie[];

beforeEach(async () => {
  name = `spec-${crypto.randomUUID()}`;
  open = [];
  const released = schemaOne();
  await released.transaction('rw', TABLES, async () => {
    for (const [table, rows] of Object.entries(frozen.tables))
      await released.table(table).bulkAdd(rows);
    const file = new TextEncoder().encode(SNAPSHOT_TEXT);
    await released.table('snapshots').add({ ...SNAPSHOT, content: { file } });
  });
  released.close();
});
afterEach(async () => {
  for (const one of open) one.close();
  await Dexie.delete(name);
});

function schemaOne(): Dexie {
  const database = new Dexie(name);
  open.push(database);
  database.version(frozen.schema).stores(frozen.stores);
  return database;
}

/** A later schema that nobody has written yet. */
function schemaTwo(upgrade: (transaction: Transaction) => Promise<unknown>): Dexie {
  const database = schemaOne();
  database
    .version(2)
    .stores({ notes: `${frozen.stores.notes}, length`, wards: 'id' })
    .upgrade(upgrade);
  return database;
}

function today(): Database {
  const database = createDatabase(name);
  open.push(database);
  return database;
}

async function contents(database: Dexie): Promise<Tables> {
  const tables: Tables = {};
  for (const table of Object.keys(frozen.tables))
    tables[table] = await database.table(table).toArray();
  return tables;
}

const withLength = async (transaction: Transaction): Promise<void> => {
  const notes = transaction.table<Note & { length?: number }>('notes');
  await notes.toCollection().modify((note) => {
    note.length = note.content.text.length;
  });
};

test('the tables of schema 1 are for ever those that were released', () => {
  expect(CASEBOOK).toEqual(frozen.stores);
});

test('schema 1 opens with every row unchanged, of every kind, and valid', async () => {
  const database = today();
  expect(await contents(database)).toEqual(frozen.tables);
  expect(database.backendDB().version).toBe(frozen.browserVersion);
  const rows = await Promise.all(
    ROW_TABLES.map((table) => database.table<AnyRow>(table).toArray())
  );
  for (const row of rows.flat()) expect(v.parse(ROW_SCHEMAS[row.kind], row)).toEqual(row);
  expect(new Set(rows.flat().map(({ kind }) => kind))).toEqual(new Set(Object.keys(ROW_SCHEMAS)));
  const snapshot = await database.snapshots.get(SNAPSHOT.id);
  expect(snapshot && new TextDecoder().decode(snapshot.content.file)).toBe(SNAPSHOT_TEXT);
});

test('what schema 1 holds is found by every question that the app asks', async () => {
  const database = today();
  const [one] = frozen.tables.cases;
  expect((await readCases(database, ALL)).map(({ id }) => id)).toEqual([one?.id]);
  expect(await readCases(database, { ...ALL, isArchived: true })).toHaveLength(1);
  expect((await readTrash(database)).map(({ kind }) => kind)).toEqual(['case']);
  expect(new Set((await readCaseFile(database, one!.id))?.rows.map(({ kind }) => kind))).toEqual(
    new Set([
      'assessment',
      'note',
      'checklist-run',
      'lesion',
      'lesion-visit',
      'lab-value',
      'treatment'
    ])
  );
  const [pinned, alone] = await readNotes(database, 99);
  const caseOf = async (id = '') => (await readNote(database, id))?.note.caseId;
  expect(await Promise.all([caseOf(pinned?.id), caseOf(alone?.id)])).toEqual([one?.id, '']);
  expect(await readVersions(database, pinned!.id)).toHaveLength(1);
  expect(await readOpenRuns(database, 99)).toHaveLength(1);
  expect(await readDrafts(database, Date.now())).toHaveLength(1);
});

test('a later schema takes over every row, changed only where it says so', async () => {
  const later = schemaTwo(withLength);
  expect(await contents(later)).toEqual({
    ...frozen.tables,
    notes: frozen.tables.notes.map((note) => ({ ...note, length: note.content.text.length }))
  });
  expect(later.backendDB().version).toBe(20);
});

test.each<[string, (transaction: Transaction) => void]>([
  [
    'throws',
    () => {
      throw new Error('a defect of the upgrade');
    }
  ],
  ['is aborted', (transaction) => transaction.abort()]
])('an upgrade that %s halfway leaves schema 1 whole, and the app at work', async (_, end) => {
  const later = schemaTwo(async (transaction) => {
    await withLength(transaction);
    await transaction.table('cases').clear();
    end(transaction);
  });
  await expect(later.open()).rejects.toThrow();
  const database = today();
  expect(await contents(database)).toEqual(frozen.tables);
  expect(database.backendDB().version).toBe(frozen.browserVersion);
});
