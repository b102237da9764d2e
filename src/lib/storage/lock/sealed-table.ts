import Dexie, {
  type DBCoreAddRequest,
  type DBCoreCountRequest,
  type DBCoreDeleteRangeRequest,
  type DBCoreDeleteRequest,
  type DBCoreGetManyRequest,
  type DBCoreIndex,
  type DBCoreMutateRequest,
  type DBCoreMutateResponse,
  type DBCorePutRequest,
  type DBCoreQueryRequest,
  type DBCoreQueryResponse,
  type DBCoreTable,
  type DBCoreTransaction
} from 'dexie';
import { DamagedError, LockedError } from './errors';
import { lockOf } from './lock-state';
import {
  EVERYTHING,
  FirstOf,
  SealedIndex,
  openFields,
  type Found,
  type Reach
} from './sealed-index';
import { VAULT, isOpening, isWhole, type Keys, type Vault } from './vault';
import { whileAlive } from './while-alive';
import {
  blind,
  hidesId,
  isLink,
  isSealed,
  isSealedNow,
  printOf,
  sealRow,
  unsealRow,
  type Place,
  type Row,
  type SealedRow
} from './sealed-row';

/** Where the vault and the indexes stand. */
export const SETTINGS = 'settings';

/** Rows that are sealed already, by the very rows that they were made of. */
const sealedAhead = new WeakMap<Row, { keys: Keys; sealed: SealedRow }>();

/**
 * Seals rows ahead of the transaction that puts them: within it each would be waited for. Whoever puts them makes sure that they
 * are still what the disk has.
 */
export async function sealAhead(
  database: Dexie,
  table: string,
  rows: readonly Row[]
): Promise<void> {
  const lock = lockOf(database);
  if (lock.state !== 'unlocked') throw new LockedError('The casebook is locked');
  const { keys } = lock;
  const place = placeIn(table, database.verno, database.table(table).schema.indexes);
  const seal = async (row: Row) =>
    void sealedAhead.set(row, { keys, sealed: await sealRow(keys, row, place) });
  await Promise.all(rows.map(seal));
}

type Indexes = readonly { keyPath?: string | string[] | null | undefined }[];

function placeIn(table: string, schema: number, indexes: Indexes): Place {
  return { table, schema, open: ['id', ...openFields(indexes)], hidesId: hidesId(table) };
}

/** What the rows that are asked for belong to, or are about, if that is what they are asked for by. */
function linksTo({ query: { index, range } }: DBCoreQueryRequest): string | undefined {
  const asked: unknown = range.lower;
  return isLink(index.name) && typeof asked === 'string' && asked !== '' ? asked : undefined;
}

/** A table as its rows are read and written, above the table as the disk has it. */
export class SealedTable {
  readonly #database: Dexie;
  readonly #table: DBCoreTable;
  /** Asked for late: before an upgrade there may be none. */
  readonly #settings: () => DBCoreTable;
  readonly #place: Place;
  readonly #index: SealedIndex;

  constructor(database: Dexie, table: DBCoreTable, settings: () => DBCoreTable, schema: number) {
    this.#database = database;
    this.#table = table;
    this.#settings = settings;
    this.#place = placeIn(table.name, schema, table.schema.indexes);
    this.#index = new SealedIndex(table.name, table.schema.indexes);
  }

  asTable(): DBCoreTable {
    const table = this.#table;
    return {
      ...table,
      mutate: (request) => this.#mutate(request),
      get: ({ trans, key }) => this.#getMany({ trans, keys: [key] }).then(([row]) => row),
      getMany: (request) => this.#getMany(request),
      query: (request) => this.#query(request),
      count: (request) => this.#count(request),
      openCursor: (request) => {
        // A cursor hands out one row after another and cannot wait for a key.
        const isAnswered = request.values === false && !this.#index.answers(request.query.index);
        if (!isAnswered && lockOf(this.#database).state !== 'off')
          return Dexie.Promise.reject(new Error(`Rows of ${table.name} are read by a cursor`));
        return table.openCursor(request);
      }
    };
  }

  #keys(): Keys | undefined {
    const lock = lockOf(this.#database);
    if (lock.state === 'locked') throw new LockedError('The casebook is locked');
    return lock.state === 'unlocked' ? lock.keys : undefined;
  }

  #reach(trans: DBCoreTransaction, keys: Keys): Reach {
    return { trans, settings: this.#settings(), key: keys.rows };
  }

  #getMany(request: DBCoreGetManyRequest): Promise<unknown[]> {
    const keys = this.#place.hidesId ? this.#keys() : undefined;
    if (!keys)
      return this.#asWrittenLast(request.trans, this.#table.getMany(request)).then((rows) =>
        this.#unsealed(rows)
      );
    const { trans, keys: ids } = request;
    return this.#marks(keys, ids)
      .then((marks) => this.#table.getMany({ trans, keys: [...marks, ...ids] }))
      .then((rows) => this.#unsealed(ids.map((_, at) => rows[at] ?? rows[ids.length + at])));
  }

  /** What stands in the place of ids that tell. */
  #marks(keys: Keys, ids: readonly string[]): Promise<string[]> {
    return whileAlive(Promise.all(ids.map((id) => blind(keys, this.#place.table, 'id', id))));
  }

  /** As the stored vault says, whatever this page knows of it: another may have turned the lock on or off meanwhile. */
  #mutate(request: DBCoreMutateRequest): ReturnType<DBCoreTable['mutate']> {
    const isRemoving = request.type === 'delete' || request.type === 'deleteRange';
    if (isRemoving && this.#index.isEmpty && !this.#place.hidesId)
      return this.#table.mutate(request);
    return this.#settings()
      .get({ trans: request.trans, key: VAULT })
      .then((stored: Vault | undefined) => {
        const lock = lockOf(this.#database);
        if (!stored && lock.state === 'off') return this.#table.mutate(request);
        if (lock.state !== 'unlocked' || lock.vault.keyId !== stored?.keyId)
          return Dexie.Promise.reject(new LockedError('The casebook is locked'));
        const { keys } = lock;
        return request.type === 'add' || request.type === 'put'
          ? this.#write(request, keys, isOpening(stored, keys))
          : this.#remove(request, keys);
      });
  }

  #write(
    request: DBCoreAddRequest | DBCorePutRequest,
    keys: Keys,
    isInTheClear: boolean
  ): Promise<DBCoreMutateResponse> {
    const { type, trans } = request;
    const rows = request.values as Row[];
    const sealing = isInTheClear ? rows : rows.map((row) => this.#sealed(keys, row));
    return whileAlive(Promise.all(sealing)).then((values) =>
      this.#table.mutate({ type, trans, values }).then((answer) => {
        const isWritten = (_: unknown, at: number) => !(at in answer.failures);
        const written = rows.filter(isWritten);
        if (this.#place.hidesId) return this.#dropOther(trans, keys, written, isInTheClear, answer);
        if (this.#index.isEmpty) return answer;
        const entries = values.map((value, at) =>
          isSealed(value) ? this.#index.entryOf(rows[at] as Row, printOf(value)) : undefined
        );
        const stored = entries.filter(isWritten);
        const changes = new Map(written.map(({ id }, at) => [id, stored[at]]));
        return this.#index.change(this.#reach(trans, keys), changes).then(() => answer);
      })
    );
  }

  /** A row whose id was the other one, the mark or what it stands for, is this row as it was before. */
  #dropOther(
    trans: DBCoreTransaction,
    keys: Keys,
    rows: readonly Row[],
    isInTheClear: boolean,
    answer: DBCoreMutateResponse
  ): Promise<DBCoreMutateResponse> {
    const ids = rows.map(({ id }) => id);
    const others = isInTheClear ? this.#marks(keys, ids) : Dexie.Promise.resolve(ids);
    return others
      .then((gone: string[]) => this.#table.mutate({ type: 'delete', trans, keys: gone }))
      .then(() => answer) as Promise<DBCoreMutateResponse>;
  }

  #sealed(keys: Keys, row: Row): Promise<SealedRow> | SealedRow {
    const ahead = sealedAhead.get(row);
    return ahead?.keys === keys ? ahead.sealed : sealRow(keys, row, this.#place);
  }

  #remove(
    request: DBCoreDeleteRequest | DBCoreDeleteRangeRequest,
    keys: Keys
  ): Promise<DBCoreMutateResponse> {
    const { trans } = request;
    const reach = this.#reach(trans, keys);
    if (request.type === 'deleteRange')
      return this.#index
        .idsWithin(reach, request.range)
        .then((ids) =>
          this.#table.mutate(request).then((answer) => this.#forget(reach, ids, answer))
        );
    const ids: string[] = request.keys;
    return this.#place.hidesId
      ? this.#marks(keys, ids).then((marks) =>
          this.#table.mutate({ type: 'delete', trans, keys: [...marks, ...ids] })
        )
      : this.#table.mutate(request).then((answer) => this.#forget(reach, ids, answer));
  }

  #forget(reach: Reach, ids: readonly string[], answer: DBCoreMutateResponse) {
    return this.#index.change(reach, new Map(ids.map((id) => [id, undefined]))).then(() => answer);
  }

  #query(request: DBCoreQueryRequest): ReturnType<DBCoreTable['query']> {
    const keys = this.#keys();
    if (keys && this.#index.answers(request.query.index)) return this.#queryHidden(request, keys);
    if (keys && this.#place.hidesId && !isForAll(request))
      return Dexie.Promise.reject(new Error(`${this.#place.table} have no ids in an order`));
    if (request.values === false) return this.#table.query(request);
    const reading = this.#table.query(request).then(({ result }) => result as unknown[]);
    return this.#asWrittenLast(request.trans, reading)
      .then((rows) => this.#unsealed(rows))
      .then((result) => ({ result }));
  }

  /** Sealed rows, and while there are some, those that stand in the open or were sealed in an earlier format. */
  #queryHidden(request: DBCoreQueryRequest, keys: Keys): Promise<DBCoreQueryResponse> {
    const { trans, limit, direction, values } = request;
    return Dexie.Promise.all([
      isReached(trans) ? this.#index.find(this.#reach(trans, keys), request) : [],
      this.#inTheOpen(request, keys)
    ]).then(([hidden, open]) => {
      const first = new FirstOf<Found & { row?: unknown }>(limit ?? Infinity, direction);
      // An older page may have written a row in an earlier format meanwhile, which is found by what it says itself.
      const known = new Set(open.map(({ id }) => id));
      for (const one of hidden) if (!known.has(one.id)) first.add(one);
      for (const one of open) first.add(one);
      const found = first.inOrder();
      return values === false
        ? { result: found.map(({ id }) => id) }
        : this.#rowsOf(found, trans).then((result) => ({ result }));
    }) as unknown as Promise<DBCoreQueryResponse>;
  }

  #rowsOf(
    found: readonly (Found & { row?: unknown })[],
    trans: DBCoreTransaction
  ): Promise<unknown[]> {
    const ids = found.filter(({ row }) => !row).map(({ id }) => id);
    const reading = this.#table.getMany({ trans, keys: ids });
    return this.#asWrittenLast(trans, reading).then((read) => {
      const sealed = new Map(ids.map((id, at) => [id, read[at] as unknown]));
      const rows = found.map(({ id, row }) => row ?? sealed.get(id));
      const missing = found[rows.findIndex((row) => row === undefined)];
      if (missing)
        throw new DamagedError(`${this.#place.table} ${missing.id} is missing`, missing.id);
      return this.#unsealed(rows);
    });
  }

  #inTheOpen(request: DBCoreQueryRequest, keys: Keys): Promise<(Found & { row: unknown })[]> {
    const { keyPath } = request.query.index;
    const ask = (asked: DBCoreQueryRequest) =>
      this.#table
        .query({ ...asked, values: true })
        .then(({ result }) =>
          (result as Row[]).map((row) => ({ key: keyOf(row, keyPath), id: row.id, row }))
        );
    const link = linksTo(request);
    const askAll = () =>
      link === undefined
        ? ask(request)
        : ask(request).then((open) =>
            this.#blinded(request, link, keys)
              .then(ask)
              .then((marked) => [...open, ...marked])
          );
    if (!isReached(request.trans)) return askAll();
    // Another page may be opening all rows again.
    return this.#settings()
      .get({ trans: request.trans, key: VAULT })
      .then((stored: Vault | undefined) => (stored && isWhole(stored) ? [] : askAll()));
  }

  #count(request: DBCoreCountRequest): ReturnType<DBCoreTable['count']> {
    const keys = this.#keys();
    if (!keys || !this.#index.answers(request.query.index)) return this.#table.count(request);
    const { trans, query } = request;
    return Dexie.Promise.all([
      isReached(trans) ? this.#index.count(this.#reach(trans, keys), query) : 0,
      this.#inTheOpen(request, keys)
    ]).then(([hidden, open]) => hidden + open.length) as unknown as Promise<number>;
  }

  /** As it is asked for in rows of format 2. */
  #blinded(request: DBCoreQueryRequest, link: string, keys: Keys): Promise<DBCoreQueryRequest> {
    const { index, range } = request.query;
    const marking = blind(keys, this.#place.table, index.name as string, link);
    return whileAlive(marking).then((lower) => ({
      ...request,
      query: {
        index,
        range: { ...range, lower, upper: lower, lowerOpen: false, upperOpen: false }
      }
    }));
  }

  /**
   * Sealed rows, if each is as it was sealed last, and not put back as it was before. What the same transaction changes is told of
   * by the index once it is taken up, and the browser answers in the order in which it is asked.
   */
  #asWrittenLast(trans: DBCoreTransaction, reading: Promise<unknown[]>): Promise<unknown[]> {
    return reading.then((rows) => {
      const sealed = rows.filter(isSealedNow);
      const keys = sealed.length > 0 && !this.#index.isEmpty ? this.#keys() : undefined;
      if (!keys || !isReached(trans)) return rows;
      const reach = this.#reach(trans, keys);
      return this.#index.prints(reach).then((printAt) => {
        const others = sealed.filter((row) => printAt(row.id) !== printOf(row));
        if (others.length === 0) return rows;
        return reach.settings.get({ trans, key: VAULT }).then((stored: Vault | undefined) => {
          // Until all is sealed as it is now, there may be rows that the index does not know of yet.
          const isKnown = (id: string) =>
            printAt(id) !== undefined || (stored !== undefined && isWhole(stored));
          const other = others.find(({ id }) => isKnown(id));
          if (!other) return rows;
          const { id } = other;
          throw new DamagedError(`${this.#place.table} ${id} is not as it was sealed last`, id);
        });
      });
    });
  }

  async #unsealedRow(keys: Keys, row: SealedRow): Promise<Row> {
    try {
      return await unsealRow(keys, row, this.#place.table);
    } catch {
      throw new DamagedError(`${this.#place.table} ${row.id}`, row.id);
    }
  }

  #unsealed(rows: readonly unknown[]): Promise<unknown[]> {
    if (!rows.some(isSealed)) return Dexie.Promise.resolve([...rows]);
    const keys = this.#keys();
    if (!keys) return Dexie.Promise.reject(new LockedError('A sealed row without a lock'));
    return whileAlive(
      Promise.all(rows.map((row) => (isSealed(row) ? this.#unsealedRow(keys, row) : row)))
    );
  }
}

/** Whole rows, whatever their id. */
const isForAll = ({ query, values }: DBCoreQueryRequest): boolean =>
  values !== false && (query.range.type as number) === EVERYTHING;

/** A transaction begun before the lock was turned on reaches no index, and sees no sealed row. */
const isReached = (trans: DBCoreTransaction): boolean =>
  (trans as unknown as IDBTransaction).objectStoreNames.contains(SETTINGS);

const keyOf = (row: Row, keyPath: DBCoreIndex['keyPath']): unknown =>
  Array.isArray(keyPath) ? keyPath.map((field) => row[field]) : row[keyPath as string];
