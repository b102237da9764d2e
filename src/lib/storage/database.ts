import Dexie, { type EntityTable, type Table } from 'dexie';
import type { AnyRow, Note, RowKind } from '$lib/core/casebook/row-schema';
import { readBeforeUpgrades } from './before-upgrade';
import { DATABASE_NAME, DEXIE_FACTOR } from './database-name';
import { watchTransactions } from './leaving';
import { sealRows, type FindKeys } from './lock/sealing';
import { CASEBOOK } from './migrations/001-casebook';

export const SCHEMA_VERSION = 1;

/** What is being typed on a note, from before the note has it: enough to make the note from. */
export interface NoteDraft {
  id: string;
  updatedAt: number;
  note: Omit<Note, 'content'>;
  content: Note['content'];
}

/** What was typed into a form that has not been sent. */
export interface FormDraft {
  id: string;
  updatedAt: number;
  content: { fields: Record<string, string> };
}

/** A copy of all rows that the app made by itself, as a backup file. */
export interface Snapshot {
  id: string;
  createdAt: number;
  content: { file: Uint8Array<ArrayBuffer> };
}

/** Under which id the time of the last backup stands. */
export const LAST_BACKUP = 'last-backup';

export interface Meta {
  id: string;
  at: number;
}

export type Database = Dexie & {
  drafts: Table<NoteDraft | FormDraft, string>;
  snapshots: EntityTable<Snapshot, 'id'>;
  meta: EntityTable<Meta, 'id'>;
};

/** In which table a kind of row is kept. Renaming one here leaves its rows behind. */
export const TABLE_OF: Record<RowKind, keyof typeof CASEBOOK> = {
  case: 'cases',
  assessment: 'assessments',
  note: 'notes',
  'note-version': 'noteVersions',
  'checklist-template': 'checklistTemplates',
  'checklist-run': 'checklistRuns',
  lesion: 'measurements',
  'lesion-visit': 'measurements',
  'lab-value': 'measurements',
  treatment: 'treatments'
};
export const ROW_TABLES = [...new Set(Object.values(TABLE_OF))];

export function tableOf<Row = AnyRow>(database: Dexie, kind: RowKind): Table<Row, string> {
  return database.table(TABLE_OF[kind]);
}

/**
 * Opens nothing yet: Dexie connects with the first read or write.
 *
 * @param findKeys of an open vault, where somebody keeps them
 */
export function createDatabase(
  name = DATABASE_NAME,
  findKeys: FindKeys = () => Promise.resolve(undefined)
): Database {
  const database = new Dexie(name, {
    cache: 'immutable',
    // "Saved" is said when a transaction completed: by then it must be on the disk, not on its way there.
    chromeTransactionDurability: 'strict'
  }) as Database;
  database.version(SCHEMA_VERSION).stores(CASEBOOK);
  watchTransactions(database);
  sealRows(database, SCHEMA_VERSION, findKeys);
  const tellBlocked = () => {
    blocked.add(database);
    listeners.get(database)?.forEach((tell) => tell());
  };
  readBeforeUpgrades(database, SCHEMA_VERSION, tellBlocked);
  // Dexie would open again by itself, and this tab, with its older code, write rows that the newer one has left behind.
  // `false` keeps its own handler, which allows that, from running after this one.
  database.on('versionchange', () => {
    supersede(database);
    return false;
  });
  // Since version 4 Dexie opens a database that is newer than the code without a word.
  database.on(
    'ready',
    () => {
      if (database.backendDB().version <= SCHEMA_VERSION * DEXIE_FACTOR) return;
      superseded.add(database);
      throw new Dexie.VersionError('The database is newer than this version of the app');
    },
    true
  );
  // Dexie waits without a word while another tab keeps an older version open, and goes on once it lets go.
  database.on('blocked', tellBlocked);
  database.on('ready', () => void blocked.delete(database), true);
  return database;
}

const blocked = new WeakSet<Dexie>();
const listeners = new WeakMap<Dexie, Set<() => void>>();

/** Whether opening waits for another tab, which keeps an older version open. */
export function isBlocked(database: Dexie): boolean {
  return blocked.has(database);
}

/** Calls the listener when opening has to wait for another tab. Returns how to end that. */
export function onBlocked(database: Dexie, listener: () => void): () => void {
  const all = listeners.get(database) ?? new Set();
  listeners.set(database, all.add(listener));
  return () => void all.delete(listener);
}

const superseded = new WeakSet<Dexie>();

/** From now on this page neither reads nor writes the database. */
export function supersede(database: Dexie): void {
  superseded.add(database);
  database.close({ disableAutoOpen: true });
}

/** Whether a newer version of the app has asked for the database: this tab then neither reads nor writes it again. */
export function isSuperseded(database: Dexie): boolean {
  return superseded.has(database);
}
