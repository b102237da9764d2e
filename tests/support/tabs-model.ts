import Dexie from 'dexie';
import { idFrom } from '../../src/lib/core/casebook/id';
import type { Outcome } from '../../src/lib/core/casebook/outcome';
import { newRow } from '../../src/lib/core/casebook/row';
import type { Note } from '../../src/lib/core/casebook/row-schema';
import { mergeCases } from '../../src/lib/storage/case-file';
import { tableOf, type Database } from '../../src/lib/storage/database';
import { writeDraft, writeNote } from '../../src/lib/storage/notes';
import { addRows, changeRow } from '../../src/lib/storage/rows';
import { TRASH_DAYS, emptyTrash, throwAway } from '../../src/lib/storage/trash';
import type { Chance } from './chance';

const DAY_MS = 86_400_000;
const MOST_CASES = 6;
const MOST_NOTES = 12;
const HANGS_AFTER_MS = 5000;

/** A text that was called saved, and what its writer took the note to say before. */
export interface Write {
  text: string;
  believed: string;
}

/** Read beside all transactions, as what a page shows is. */
const readNow = (database: Database, id: string) =>
  Dexie.ignoreTransaction(() => tableOf<Note>(database, 'note').get(id));

interface Known {
  id: string;
  /** It may be removed for good: whether it, or what belongs to it, is still there proves nothing. */
  mayVanish: boolean;
}

/**
 * Tabs in which somebody does whatever the casebook allows, by chance, none waiting for the others. It keeps the books of
 * what was called saved.
 */
export class Tabs {
  readonly hung: string[] = [];
  readonly refused: string[] = [];
  /** How often a row was changed, as far as the answers say: for those of which it is known for sure. */
  readonly changes = new Map<string, number>();
  /** Of each note that cannot vanish, in the order of the answers. */
  readonly writes = new Map<string, Write[]>();
  readonly #databases: readonly Database[];
  readonly #chance: Chance;
  readonly #cases: Known[] = [];
  readonly #notes: Known[] = [];
  #waiting = 0;
  #count = 0;
  #now = Date.UTC(2026, 10, 25);

  constructor(databases: readonly Database[], chance: Chance) {
    this.#databases = databases;
    this.#chance = chance;
  }

  get isAllAnswered(): boolean {
    return this.#waiting === 0;
  }

  /** Something, in some tab. The promise never fails. */
  step(): Promise<void> {
    this.#count += 1;
    // Mostly the same sitting, at times another one; never a month in all.
    this.#now += this.#chance.next() < 0.1 ? 180_000 : this.#chance.between(0, 900);
    const database = this.#chance.of(this.#databases);
    if (this.#cases.length < 2) return this.#addCase(database);
    if (this.#notes.length < 2) return this.#addNote(database);
    const steps: [number, (database: Database) => Promise<void>][] = [
      [0.05, (one) => this.#addCase(one)],
      [0.1, (one) => this.#addNote(one)],
      [0.5, (one) => this.#writeNote(one)],
      [0.55, (one) => this.#writeDraft(one)],
      [0.67, (one) => this.#changeCase(one)],
      [0.74, (one) => this.#pin(one)],
      [0.86, (one) => this.#throwAwayOrBringBack(one)],
      [0.93, (one) => this.#merge(one)],
      [1, (one) => this.#emptyTrash(one)]
    ];
    const drawn = this.#chance.next();
    const [, take] = steps.find(([below]) => drawn < below) as (typeof steps)[number];
    return take(database);
  }

  async #answered(what: string, work: Promise<Outcome>): Promise<Outcome | undefined> {
    this.#waiting += 1;
    const waiting = new AbortController();
    const late = new Promise<undefined>((done) => {
      const timer = setTimeout(done, HANGS_AFTER_MS);
      waiting.signal.addEventListener('abort', () => clearTimeout(timer));
    });
    const outcome = await Promise.race([work, late]);
    waiting.abort();
    this.#waiting -= 1;
    if (outcome === undefined) this.hung.push(`step ${this.#count}: ${what}`);
    return outcome;
  }

  /** What can only fail when the row is gone for good. */
  async #done(what: string, one: Known, work: Promise<Outcome>): Promise<boolean> {
    const outcome = await this.#answered(what, work);
    if (outcome?.saved) return true;
    if (outcome && !one.mayVanish) this.refused.push(`${what}: ${outcome.reason}`);
    return false;
  }

  #newId(): string {
    const random = Uint8Array.from({ length: 10 }, () => this.#chance.between(0, 255));
    return idFrom(this.#now, random);
  }

  async #addCase(database: Database): Promise<void> {
    if (this.#cases.length >= MOST_CASES) return this.#changeCase(database);
    const row = newRow('case', this.#newId(), this.#now, {
      archivedAt: 0,
      content: { pseudonym: `case ${this.#count}` }
    });
    const one = { id: row.id, mayVanish: this.#chance.next() < 0.4 };
    if (!(await this.#done('add case', one, addRows(database, [row])))) return;
    this.#cases.push(one);
    if (!one.mayVanish) this.changes.set(row.id, this.changes.get(row.id) ?? 0);
  }

  /** Half of the notes are made by their first text, as the editor does. */
  async #addNote(database: Database): Promise<void> {
    if (this.#notes.length >= MOST_NOTES) return this.#writeNote(database);
    const home = this.#chance.of([undefined, ...this.#cases]);
    const text = `first ${this.#count}`;
    const note = newRow('note', this.#newId(), this.#now, {
      caseId: home?.id ?? '',
      assessmentId: '',
      topic: '',
      pinnedAt: 0,
      content: { text, tags: [] }
    });
    const one = { id: note.id, mayVanish: home?.mayVanish ?? this.#chance.next() < 0.3 };
    const work =
      this.#chance.next() < 0.5
        ? addRows(database, [note])
        : writeNote(database, note, '', this.#newId(), this.#now);
    if (!(await this.#done('add note', one, work))) return;
    this.#notes.push(one);
    if (one.mayVanish) return;
    this.writes.set(one.id, [{ text, believed: '' }]);
    // Merging moves notes along with their case, which is a change that the model does not follow.
    if (!home) this.changes.set(one.id, 0);
  }

  /** Reads the note as an editor does, and writes it some other time: meanwhile others may have. */
  async #writeNote(database: Database): Promise<void> {
    const one = this.#chance.of(this.#notes);
    const text = `text ${this.#count}`;
    const [versionId, now] = [this.#newId(), this.#now];
    const note = await readNow(database, one.id);
    if (!note) return;
    const believed = note.content.text;
    const work = writeNote(
      database,
      { ...note, content: { text, tags: [] } },
      believed,
      versionId,
      now
    );
    if (!(await this.#done('write note', one, work)) || one.mayVanish) return;
    this.writes.get(one.id)?.push({ text, believed });
    this.#changed(one.id);
  }

  async #writeDraft(database: Database): Promise<void> {
    const one = this.#chance.of(this.#notes);
    const [now, text] = [this.#now, `draft ${this.#count}`];
    const note = await readNow(database, one.id);
    if (!note) return;
    await this.#done(
      'write draft',
      one,
      writeDraft(database, { ...note, content: { text, tags: [] } }, now)
    );
  }

  async #changeCase(database: Database): Promise<void> {
    const one = this.#chance.of(this.#cases);
    const content = { pseudonym: `renamed ${this.#count}` };
    const work = changeRow(database, 'case', one.id, this.#now, { content });
    if (await this.#done('change case', one, work)) this.#changed(one.id);
  }

  async #pin(database: Database): Promise<void> {
    const one = this.#chance.of(this.#notes);
    const work = changeRow(database, 'note', one.id, this.#now, { pinnedAt: this.#now });
    if (await this.#done('pin', one, work)) this.#changed(one.id);
  }

  async #throwAwayOrBringBack(database: Database): Promise<void> {
    const [kind, list] = this.#chance.of([
      ['case', this.#cases],
      ['note', this.#notes]
    ] as const);
    const one = this.#chance.of(list);
    // What may vanish has, at times, lain in the trash for longer than a month.
    const long = one.mayVanish && this.#chance.next() < 0.3;
    const at = this.#chance.of([0, long ? this.#now - (TRASH_DAYS + 1) * DAY_MS : this.#now]);
    const work = throwAway(database, kind, one.id, this.#now, at);
    if (await this.#done('throw away', one, work)) this.#changed(one.id);
  }

  /** Into one that stays: what cannot vanish never comes to belong to what can. */
  async #merge(database: Database): Promise<void> {
    const from = this.#chance.of(this.#cases);
    const others = this.#cases.filter((one) => one !== from && !one.mayVanish);
    if (others.length === 0) return;
    const into = this.#chance.of(others);
    const work = mergeCases(database, from.id, into.id, this.#now);
    if (!(await this.#done('merge', from, work))) return;
    this.#changed(from.id);
    this.#changed(into.id);
  }

  async #emptyTrash(database: Database): Promise<void> {
    const never = { id: '', mayVanish: false };
    await this.#done('empty the trash', never, emptyTrash(database, this.#now));
  }

  #changed(id: string): void {
    const before = this.changes.get(id);
    if (before !== undefined) this.changes.set(id, before + 1);
  }
}
