import Dexie, { liveQuery } from 'dexie';
import * as v from 'valibot';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ROW_SCHEMAS, type AnyRow, type Note } from '$lib/core/casebook/row-schema';
import { Chance } from '../../../tests/support/chance';
import { Tabs } from '../../../tests/support/tabs-model';
import { createDatabase, tableOf, type Database } from './database';
import { MOST_VERSIONS, readVersions } from './notes';
import { readEverything } from './snapshots';

/** `npm run campaign` has many. */
const STEPS = Number(import.meta.env.VITE_TWO_TABS_STEPS ?? 300);
const SEEDS = Number(import.meta.env.VITE_TWO_TABS_SEEDS ?? 2);
const TABS = 3;
/** So many are on their way at once, at most. */
const MOST_AT_ONCE = 12;

let name: string;
let databases: Database[];
beforeEach(() => {
  name = `spec-${crypto.randomUUID()}`;
  databases = Array.from({ length: TABS }, () => createDatabase(name));
});
afterEach(async () => {
  for (const database of databases) database.close();
  await Dexie.delete(name);
});

/** What a list in each tab shows, kept current. */
function lists(): { shown: () => string[]; stop: () => void } {
  const shown: string[] = databases.map(() => '');
  const subscriptions = databases.map((database, tab) =>
    liveQuery(() => readEverything(database)).subscribe((rows) => (shown[tab] = stateOf(rows)))
  );
  return { shown: () => shown, stop: () => subscriptions.forEach((each) => each.unsubscribe()) };
}

/** Dexie can take this test, which waits beside many transactions, to be within one: a page's queries never are. */
const beside = <Value>(read: () => PromiseLike<Value>): PromiseLike<Value> =>
  Dexie.ignoreTransaction(read);

const stateOf = (rows: AnyRow[]): string => JSON.stringify(rows);

test.each(Array.from({ length: SEEDS }, (_, index) => index + 1))(
  `promise 7: ${TABS} tabs that write ${STEPS} times without waiting for each other agree and lose nothing, seed %i`,
  async (seed) => {
    const chance = new Chance(seed);
    const tabs = new Tabs(databases, chance);
    const live = lists();
    let onTheirWay: Promise<void>[] = [];
    for (let step = 0; step < STEPS; step += 1) {
      onTheirWay.push(tabs.step());
      if (chance.next() < 0.6 && onTheirWay.length < MOST_AT_ONCE) continue;
      await (chance.next() < 0.5 ? Promise.race(onTheirWay) : Promise.all(onTheirWay));
      if (onTheirWay.length >= MOST_AT_ONCE) await Promise.all(onTheirWay);
      if (tabs.isAllAnswered) onTheirWay = [];
    }
    await Promise.all(onTheirWay);
    expect(tabs.hung, 'what did not answer').toEqual([]);
    expect(tabs.refused, 'what failed for no reason').toEqual([]);

    const [rows, ...others] = await Promise.all(
      databases.map((each) => beside(() => readEverything(each)))
    );
    for (const other of others) expect(other).toEqual(rows);
    await vi.waitUntil(() => live.shown().every((each) => each === stateOf(rows ?? [])), 10_000);
    live.stop();
    for (const row of rows ?? []) expect(v.parse(ROW_SCHEMAS[row.kind], row)).toEqual(row);

    const byId = new Map(rows?.map((row) => [row.id, row]));
    for (const [id, changes] of tabs.changes)
      expect(byId.get(id)?.revision, `no acknowledged change of ${id} was lost`).toBe(changes + 1);
    expect(await lostTexts(tabs)).toEqual([]);
    const ownerless = (rows ?? []).filter(
      (row) => row.kind === 'note-version' && !byId.has(row.noteId)
    );
    expect(ownerless, 'no version outlives its note').toEqual([]);
  },
  60_000 + STEPS * 1000
);

/** Texts that were called saved and are neither the note, nor a version, nor replaced by one who had read them. */
async function lostTexts(tabs: Tabs): Promise<string[]> {
  const database = databases[0] as Database;
  const lost: string[] = [];
  for (const [noteId, writes] of tabs.writes) {
    const note = await beside(() => tableOf<Note>(database, 'note').get(noteId));
    const versions = await beside(() => readVersions(database, noteId));
    const kept = new Set([
      note?.content.text,
      ...versions.map(({ content }) => content.text),
      ...writes.map(({ believed }) => believed)
    ]);
    const missing = writes.filter(({ text }) => !kept.has(text)).map(({ text }) => text);
    // Of very many versions the oldest make room, which is no loss; the last text never is among them.
    const last = writes.at(-1)?.text ?? '';
    lost.push(...(versions.length < MOST_VERSIONS ? missing : missing.filter((t) => t === last)));
  }
  return lost;
}
