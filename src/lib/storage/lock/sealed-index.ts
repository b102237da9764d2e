import Dexie, {
  cmp,
  type DBCoreIndex,
  type DBCoreKeyRange,
  type DBCoreQueryRequest,
  type DBCoreTable,
  type DBCoreTransaction
} from 'dexie';
import { seal, unseal } from './cipher';
import { DamagedError } from './errors';
import type { Row } from './sealed-row';
import { whileAlive } from './while-alive';

type Bytes = Uint8Array<ArrayBuffer>;
type KeyPath = DBCoreIndex['keyPath'];

/** Rows that one sealed value tells of: few enough to write it with each change, many enough to read all of them soon. */
const PAGE = 128;
/** Bytes kept for each of them, used or not: how long a page is tells how many rows it has, and nothing of what they say. */
const WIDTH = 224;
const STAMP_BYTES = 12;
/** `DBCoreRangeType.Any`, which Dexie declares and does not hand out. */
export const EVERYTHING = 3;
/** Fields that tell when a row was made or changed, and nothing else. */
const TIMES = ['createdAt', 'updatedAt'];

/** The id of a row, the print of its seal, and what its fields say, in the order of the fields of its table. */
type Entry = readonly [id: string, print: string, ...values: unknown[]];

/** Never changed: what is written anew becomes another page. */
interface Page {
  /** Names what the page says; another with each change. */
  stamp: string;
  entries: ReadonlyMap<string, Entry>;
}

/** In the open: which pages there are. */
interface Head {
  id: string;
  stamps: string[];
}

interface PageRow {
  id: string;
  content: Bytes;
}

/** What rows say now; nothing for those that are gone. */
type Changes = ReadonlyMap<string, Entry | undefined>;

/** A row by what it is ordered by. */
export interface Found {
  key: unknown;
  id: string;
}

/** Who reads or writes the index, within which transaction. */
export interface Reach {
  trans: DBCoreTransaction;
  /** Where the index is kept: it changes in the transaction of the rows themselves. */
  settings: DBCoreTable;
  key: CryptoKey;
}

/** The fields of a table that stay in the open, so that the browser's own index answers: its times, if it has no others. */
export function openFields(indexes: readonly { keyPath?: KeyPath | undefined }[]): string[] {
  const fields = indexes.flatMap(({ keyPath }) => keyPath ?? []);
  return fields.every((field) => TIMES.includes(field)) ? fields : [];
}

/** Under which ids the index of a table stands among the settings. */
export const indexPrefix = (table = '') => (table === '' ? 'index:' : `index:${table}:`);

/**
 * What the rows of one table are found by, beside their ids: when they changed, which case they belong to, whether they are pinned,
 * closed, in the trash; and how each was sealed last, so that one that was put back as it was before is noticed. The disk has it in sealed pages, which tell of so many rows each; the memory of a page that
 * has opened the lock has it whole. It repeats what the rows say, and can be made again from them.
 */
export class SealedIndex {
  readonly #table: string;
  readonly #fields: readonly string[];
  #pages: readonly Page[] = [];
  /** Changes within one transaction follow each other: each begins with what the one before it has written. */
  readonly #last = new WeakMap<DBCoreTransaction, Promise<void>>();

  constructor(table: string, indexes: readonly DBCoreIndex[]) {
    this.#table = table;
    const fields = indexes.flatMap(({ keyPath }) => keyPath ?? []);
    this.#fields = openFields(indexes).length > 0 ? [] : [...new Set(fields)].toSorted();
  }

  /** Whether there is nothing to be found by but ids and times. */
  get isEmpty(): boolean {
    return this.#fields.length === 0;
  }

  /** Whether it answers, and not the browser's own. */
  answers({ keyPath }: DBCoreIndex): boolean {
    return keyPath !== 'id' && !this.isEmpty;
  }

  entryOf(row: Row, print: string): Entry {
    return [row.id, print, ...this.#fields.map((field) => row[field])];
  }

  /** The print of each row as it was sealed last, by its id, once what this transaction changes is taken up. */
  prints(reach: Reach): Promise<(id: string) => string | undefined> {
    const read = () =>
      this.#read(reach).then((pages) => (id: string) => {
        for (const { entries } of pages) {
          const entry = entries.get(id);
          if (entry) return entry[1];
        }
        return undefined;
      });
    return this.#last.get(reach.trans)?.then(read) ?? read();
  }

  /** In the order that is asked for. */
  find(reach: Reach, { query, direction, limit }: DBCoreQueryRequest): Promise<Found[]> {
    return this.#read(reach).then((pages) => {
      const keyOf = this.#keyBy(query.index.keyPath);
      const isAsked = within(query.range);
      const first = new FirstOf(limit ?? Infinity, direction);
      for (const entry of entriesOf(pages)) {
        const key = keyOf(entry);
        if (isAsked(key)) first.add({ key, id: entry[0] });
      }
      return first.inOrder();
    });
  }

  count(reach: Reach, { index, range }: DBCoreQueryRequest['query']): Promise<number> {
    return this.#read(reach).then((pages) => {
      const keyOf = this.#keyBy(index.keyPath);
      const isAsked = within(range);
      let count = 0;
      for (const entry of entriesOf(pages)) if (isAsked(keyOf(entry))) count += 1;
      return count;
    });
  }

  /** Whose ids lie within a range. */
  idsWithin(reach: Reach, range: DBCoreKeyRange): Promise<string[]> {
    return this.#read(reach).then((pages) =>
      pages.flatMap(({ entries }) => [...entries.keys()]).filter(within(range))
    );
  }

  /** Takes up what rows say now; nothing for those that are gone, or stand in the open. */
  change(reach: Reach, changes: Changes): Promise<void> {
    const write = () => this.#read(reach).then((pages) => this.#write(reach, pages, changes));
    const change = this.#last.get(reach.trans)?.then(write) ?? write();
    this.#last.set(reach.trans, change);
    return change;
  }

  #write(reach: Reach, before: readonly Page[], changes: Changes): Promise<void> {
    const changed = changedPages(before, changes);
    if (changed.size === 0) return Dexie.Promise.resolve() as unknown as Promise<void>;
    const sealing = [...changed].map(([at, entries]) => this.#sealed(reach.key, at, entries));
    return whileAlive(Promise.all(sealing)).then((sealed) => {
      const pages = [...before];
      for (const { at, stamp, entries } of sealed) pages[at] = { stamp, entries };
      const head: Head = { id: this.#headId, stamps: pages.map(({ stamp }) => stamp) };
      const values = [head, ...sealed.map(({ at, content }) => ({ id: this.#idOf(at), content }))];
      return reach.settings.mutate({ type: 'put', trans: reach.trans, values }).then(() => {
        // Where the transaction fails, the disk keeps other stamps than these.
        this.#pages = pages;
      });
    });
  }

  /** As the disk has it within this transaction; from memory what has not changed since. */
  #read({ trans, settings, key }: Reach): Promise<readonly Page[]> {
    return settings.get({ trans, key: this.#headId }).then((head: Head | undefined) => {
      const stamps = head?.stamps ?? [];
      const known = this.#pages;
      const isKnown = (stamp: string, at: number) => known[at]?.stamp === stamp;
      const changed = stamps.flatMap((stamp, at) => (isKnown(stamp, at) ? [] : [at]));
      if (changed.length === 0 && stamps.length === known.length) return known;
      const ids = changed.map((at) => this.#idOf(at));
      return settings.getMany({ trans, keys: ids }).then((rows: (PageRow | undefined)[]) => {
        const opening = changed.map((at, nth) =>
          this.#opened(key, at, stamps[at] as string, rows[nth]?.content)
        );
        return whileAlive(Promise.all(opening)).then((opened) => {
          const pages = stamps.map((_, at) => known[at] as Page);
          for (const [nth, at] of changed.entries()) pages[at] = opened[nth] as Page;
          this.#pages = pages;
          return pages;
        });
      });
    });
  }

  async #sealed(key: CryptoKey, at: number, entries: ReadonlyMap<string, Entry>) {
    const stamp = newStamp();
    const json = JSON.stringify({ columns: this.#columns, entries: [...entries.values()] });
    const bytes = new TextEncoder().encode(json);
    const least = (entries.size + 1) * WIDTH;
    const plain = new Uint8Array(Math.ceil(Math.max(least, bytes.length) / WIDTH) * WIDTH);
    plain.fill(SPACE).set(bytes);
    return { at, stamp, entries, content: await seal(key, plain, this.#about(at, stamp)) };
  }

  async #opened(
    key: CryptoKey,
    at: number,
    stamp: string,
    content: Bytes | undefined
  ): Promise<Page> {
    try {
      const plain = await unseal(key, content as Bytes, this.#about(at, stamp));
      const { columns, entries } = JSON.parse(new TextDecoder().decode(plain)) as {
        columns: string;
        entries: Entry[];
      };
      if (columns !== this.#columns) throw new Error('It is of another schema');
      return { stamp, entries: new Map(entries.map((entry) => [entry[0], entry])) };
    } catch {
      throw new DamagedError(`The index of ${this.#table}`);
    }
  }

  #about(at: number, stamp: string): string {
    return JSON.stringify(['calcinote index', this.#table, at, stamp]);
  }

  get #columns(): string {
    return ['id', 'print', ...this.#fields].join();
  }

  get #headId(): string {
    return `${indexPrefix(this.#table)}head`;
  }

  #idOf(at: number): string {
    return `${indexPrefix(this.#table)}${at}`;
  }

  #keyBy(keyPath: KeyPath): (entry: Entry) => unknown {
    const place = (field: string) => (field === 'id' ? 0 : this.#fields.indexOf(field) + 2);
    if (!Array.isArray(keyPath)) {
      const at = place(keyPath as string);
      return (entry) => entry[at];
    }
    const all = keyPath.map(place);
    return (entry) => all.map((at) => entry[at]);
  }
}

function* entriesOf(pages: readonly Page[]) {
  for (const { entries } of pages) yield* entries.values();
}

/** The pages that say something else afterwards, by their place; a new row stands on the first page that has room. */
function changedPages(pages: readonly Page[], changes: Changes): Map<number, Map<string, Entry>> {
  const changed = new Map<number, Map<string, Entry>>();
  const entriesAt = (at: number) => changed.get(at) ?? pages[at]?.entries ?? new Map();
  const toChange = (at: number) => {
    const entries = changed.get(at) ?? new Map(entriesAt(at));
    changed.set(at, entries);
    return entries;
  };
  let withRoom = 0;
  for (const [id, entry] of changes) {
    const count = Math.max(pages.length, withRoom + 1);
    let at = 0;
    while (at < count && !entriesAt(at).has(id)) at += 1;
    if (at < count) {
      if (!entry) toChange(at).delete(id);
      else if (cmp(entriesAt(at).get(id), entry) !== 0) toChange(at).set(id, entry);
    } else if (entry) {
      while (entriesAt(withRoom).size >= PAGE) withRoom += 1;
      toChange(withRoom).set(id, entry);
    }
  }
  return changed;
}

const SPACE = 0x20;

const newStamp = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(STAMP_BYTES)), (byte) =>
    byte.toString(16).padStart(2, '0')
  ).join('');

/** Whether a key lies within a range. What has no key stands in no index. */
function within({ type, lower, upper, lowerOpen, upperOpen }: DBCoreKeyRange) {
  const isKey = (key: unknown) => key !== undefined && key !== null;
  if ((type as number) === EVERYTHING) return isKey;
  // By far the most: everything of one case, all that is not in the trash.
  if (typeof lower !== 'object' && lower === upper) return (key: unknown) => key === lower;
  return (key: unknown) =>
    isKey(key) &&
    (lower === undefined || cmp(key, lower) >= (lowerOpen ? 1 : 0)) &&
    (upper === undefined || cmp(key, upper) <= (upperOpen ? -1 : 0));
}

/** The first so many of an order, without putting all of the others in order. */
export class FirstOf<One extends Found> {
  readonly #most: number;
  readonly #sign: 1 | -1;
  readonly #kept: One[] = [];

  constructor(most: number, direction: DBCoreQueryRequest['direction']) {
    if (direction?.endsWith('unique')) throw new Error('No index says each key once');
    this.#most = most;
    this.#sign = direction === 'prev' ? -1 : 1;
  }

  add(one: One): void {
    const kept = this.#kept;
    if (this.#most === Infinity) return void kept.push(one);
    if (kept.length >= this.#most) {
      const last = kept.at(-1);
      if (!last || this.#compare(one, last) > 0) return;
      kept.pop();
    }
    let [from, to] = [0, kept.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.#compare(one, kept[middle] as One) < 0) to = middle;
      else from = middle + 1;
    }
    kept.splice(from, 0, one);
  }

  inOrder(): One[] {
    return this.#most === Infinity
      ? this.#kept.sort((one, other) => this.#compare(one, other))
      : this.#kept;
  }

  #compare(one: Found, other: Found): number {
    return this.#sign * (cmp(one.key, other.key) || (one.id < other.id ? -1 : 1));
  }
}
