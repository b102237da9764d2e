import Dexie from 'dexie';
import { afterEach, beforeEach } from 'vitest';
import { idFrom } from '../../src/lib/core/casebook/id';
import { newRow } from '../../src/lib/core/casebook/row';
import type { Case, Note } from '../../src/lib/core/casebook/row-schema';
import { createDatabase, type Database } from '../../src/lib/storage/database';

export const SAVED = { saved: true };
export const newId = (now = 1) => idFrom(now, crypto.getRandomValues(new Uint8Array(10)));
export const aCase = (pseudonym: string, now = 1000): Case =>
  newRow('case', newId(now), now, { archivedAt: 0, content: { pseudonym } });
export const aNote = (text: string, caseId = '', topic = '', tags: string[] = []): Note =>
  newRow('note', newId(), 1, {
    caseId,
    assessmentId: '',
    topic,
    pinnedAt: 0,
    content: { text, tags }
  });

/** The casebook of the test that runs, and other connections, which are closed after it. */
export let name: string;
export let database: Database;
export let others: Dexie[];

/** Call once in a file: each of its tests then has a casebook of its own, open and without a lock. */
export function makeCasebooks(): void {
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
}
