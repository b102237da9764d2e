import Dexie, { RangeSet, type ObservabilitySet } from 'dexie';
import { foldedWords, searchText, titleOf } from '$lib/core/casebook/note-text';
import type { Note } from '$lib/core/casebook/row-schema';
import { tableOf, type Database } from './database';

/** Notes read in one go while the table is made: a key typed meanwhile waits for no more than that. */
const CHUNK = 200;

/** A note as a list shows it. */
export interface ListedNote extends Pick<Note, 'id' | 'pinnedAt' | 'updatedAt'> {
  title: string;
  tags: readonly string[];
}

interface Entry {
  listed: ListedNote;
  /** What is looked through. */
  text: string;
}

/**
 * What every note says, folded, in memory: reading ten thousand of them from the disk for each letter that is typed would take
 * seconds. Made once; after that, notes that changed are read again, whichever tab changed them. Nothing of it is stored.
 */
class NoteTexts {
  readonly #database: Database;
  #entries = new Map<string, Entry>();
  /** As they are listed, until one changes. */
  #ordered: Entry[] | undefined;
  #isStale = true;
  readonly #changed = new Set<string>();
  #reading: Promise<void> | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(database: Database) {
    this.#database = database;
    Dexie.on('storagemutated', (parts) => this.#hear(parts));
  }

  /** Calls the listener whenever an answer may have changed. Returns how to end that. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** The notes that say all of the words, in the order in which notes are listed. */
  async find(words: string, most: number): Promise<ListedNote[]> {
    await this.prepare();
    this.#ordered ??= [...this.#entries.values()].sort(asListed);
    // The longest is the rarest.
    const asked = foldedWords(words).sort((a, b) => b.length - a.length);
    const found: ListedNote[] = [];
    for (const { listed, text } of this.#ordered) {
      if (!asked.every((word) => text.includes(word))) continue;
      found.push(listed);
      if (found.length === most) break;
    }
    return found;
  }

  /** Reads what is not known yet. When that fails it throws, and is tried again with the next call. */
  async prepare(): Promise<void> {
    while (this.#reading || this.#isStale || this.#changed.size > 0) {
      this.#reading ??= apart(() =>
        this.#isStale ? this.#readAll() : this.#readChanged()
      ).finally(() => (this.#reading = undefined));
      await this.#reading;
    }
  }

  async #readAll(): Promise<void> {
    this.#isStale = false;
    try {
      const entries = new Map<string, Entry>();
      let rows: Note[];
      let last = '';
      do {
        rows = await this.#notes.where('id').above(last).limit(CHUNK).toArray();
        for (const row of rows) keep(entries, row);
        last = rows.at(-1)?.id ?? '';
        await new Promise((done) => setTimeout(done));
      } while (rows.length === CHUNK);
      this.#entries = entries;
      this.#ordered = undefined;
    } catch (error) {
      this.#isStale = true;
      throw error;
    }
  }

  async #readChanged(): Promise<void> {
    const ids = [...this.#changed];
    this.#changed.clear();
    try {
      const rows = await this.#notes.bulkGet(ids);
      for (const id of ids) this.#entries.delete(id);
      for (const row of rows) if (row) keep(this.#entries, row);
      this.#ordered = undefined;
    } catch (error) {
      for (const id of ids) this.#changed.add(id);
      throw error;
    }
  }

  get #notes() {
    return tableOf<Note>(this.#database, 'note');
  }

  #hear(parts: ObservabilitySet): void {
    // Of a page that was put aside and brought back Dexie says that anything may have changed.
    if ('all' in parts) this.#isStale = true;
    const ids = parts[`idb://${this.#database.name}/notes/`] ?? new RangeSet();
    for (const { from, to } of rangesOf(ids)) {
      if (typeof from === 'string' && from === to) this.#changed.add(from);
      else this.#isStale = true;
    }
    if (!this.#isStale && this.#changed.size === 0) return;
    for (const listener of this.#listeners) listener();
  }
}

export function listedNote({ id, pinnedAt, updatedAt, content }: Note): ListedNote {
  return { id, pinnedAt, updatedAt, title: titleOf(content.text), tags: content.tags };
}

function keep(entries: Map<string, Entry>, note: Note) {
  const { id, deletedAt, content } = note;
  if (deletedAt > 0) return;
  entries.set(id, { listed: listedNote(note), text: searchText(content.text, content.tags) });
}

/** As the index `[pinnedAt+updatedAt]` has them, read backwards. */
function asListed({ listed: one }: Entry, { listed: other }: Entry): number {
  return (
    other.pinnedAt - one.pinnedAt || other.updatedAt - one.updatedAt || (one.id < other.id ? 1 : -1)
  );
}

/** Keys that changed, which may have come from another tab as a plain object. */
function rangesOf(tree: ObservabilitySet[string]): Iterable<{ from: unknown; to: unknown }> {
  return new RangeSet().add(tree) as unknown as Iterable<{ from: unknown; to: unknown }>;
}

/** Outside of the live query that asks, which would else keep watch over each row read for it. */
function apart(read: () => Promise<void>): Promise<void> {
  return new Promise((done, fail) => setTimeout(() => void read().then(done, fail)));
}

const all = new WeakMap<Database, NoteTexts>();

export function noteTexts(database: Database): NoteTexts {
  const texts = all.get(database) ?? new NoteTexts(database);
  all.set(database, texts);
  return texts;
}
