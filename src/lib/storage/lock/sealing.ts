import Dexie, {
  type DBCore,
  type DBCoreCountRequest,
  type DBCoreMutateRequest,
  type DBCoreQueryRequest,
  type DBCoreTable
} from 'dexie';
import { watch } from '../leaving';
import { answerTo } from '../past-dexie';
import { VAULT, isOpening, type Keys, type Vault } from './vault';
import {
  blind,
  isLink,
  isSealed,
  sealRow,
  unsealRow,
  type Place,
  type Row,
  type SealedRow
} from './sealed-row';

const SETTINGS = 'settings';
/** Tables of the app's own, which hold nothing that a person wrote. */
export const OPEN_TABLES = [SETTINGS, 'meta'];

export type Lock =
  | { state: 'off' }
  | { state: 'locked'; vault: Vault }
  | { state: 'unlocked'; vault: Vault; keys: Keys };

/** The keys of a vault from whoever keeps them while pages come and go. */
export type FindKeys = (vault: Vault) => Promise<Keys | undefined>;

const locks = new WeakMap<Dexie, Lock>();
/** The schema that the rows of a database follow. */
const schemas = new WeakMap<Dexie, number>();

/** Whether rows are sealed, and whether they can be read; nothing is known of it before the database is open. */
export function lockOf(database: Dexie): Lock {
  return locks.get(database) ?? { state: 'off' };
}

export function setLock(database: Dexie, lock: Lock): void {
  locks.set(database, lock);
}

export class LockedError extends Error {
  override name = 'LockedError';
}

/** A sealed row that does not open, though the lock does. */
export class DamagedError extends Error {
  override name = 'DamagedError';
}

/**
 * Seals what is written and unseals what is read, below everything that knows rows: with the lock on, neither the disk nor
 * Dexie's own cache has a row that can be read. Knows of the lock before the first row is asked for.
 */
export function sealRows(database: Dexie, schema: number, findKeys: FindKeys): void {
  schemas.set(database, schema);
  database.on(
    'ready',
    async (opened) => {
      if (lockOf(database).state === 'unlocked') return;
      const vault = await readVault((opened as Dexie).backendDB());
      const keys = vault && (await findKeys(vault));
      if (!vault) setLock(database, { state: 'off' });
      else
        setLock(database, keys ? { state: 'unlocked', vault, keys } : { state: 'locked', vault });
    },
    true
  );
  database.use({
    stack: 'dbcore',
    name: 'sealing',
    // Above Dexie's cache, which then holds what the disk holds.
    level: 20,
    create: (core: DBCore) => ({
      ...core,
      // Whoever writes looks at the vault in the same transaction.
      transaction: (stores, mode, options) =>
        core.transaction(
          mode === 'readwrite' && !stores.includes(SETTINGS) ? [...stores, SETTINGS] : stores,
          mode,
          options
        ),
      table: (name) => {
        const table = core.table(name);
        return OPEN_TABLES.includes(name)
          ? table
          : new SealedTable(database, table, () => core.table(SETTINGS), schema).asTable();
      }
    })
  });
}

/**
 * Rows as they would be written, ahead of the transaction that does so: within it each would be waited for. Whoever puts them
 * makes sure that they are still what the disk has.
 */
export async function sealAhead(
  database: Dexie,
  table: string,
  rows: readonly Row[]
): Promise<Row[]> {
  const lock = lockOf(database);
  if (lock.state !== 'unlocked') throw new LockedError('The casebook is locked');
  const { indexes } = database.table(table).schema;
  const place = placeIn(table, schemas.get(database) as number, indexes);
  return Promise.all(rows.map((row) => sealRow(lock.keys, row, place)));
}

type Indexes = readonly { keyPath?: string | string[] | null | undefined }[];

function placeIn(table: string, schema: number, indexes: Indexes): Place {
  const open = indexes.flatMap(({ keyPath }) => keyPath ?? []);
  return { table, schema, open: [...new Set(['id', ...open])] };
}

/**
 * Keeps the transaction alive meanwhile, by asking it for nothing again and again. `Dexie.waitFor` does the same, but loses an
 * answer when two wait at once.
 */
function whileAlive<Value>(work: Promise<Value>): Promise<Value> {
  const transaction = Dexie.currentTransaction?.idbtrans;
  return new Dexie.Promise((done, fail) => {
    let settle: (() => void) | undefined;
    work.then(
      (value) => (settle = () => done(value)),
      (error: unknown) => (settle = () => fail(error))
    );
    const store = transaction && storeOf(transaction);
    if (!store) return void work.then(done, fail);
    const spin = () => {
      if (settle) return settle();
      try {
        const asked = store.get(-Infinity);
        asked.onsuccess = spin;
        asked.onerror = () => void work.then(done, fail);
      } catch {
        // It ends at this very moment.
        void work.then(done, fail);
      }
    };
    spin();
  }) as unknown as Promise<Value>;
}

/** Nothing where the transaction has ended: what Dexie answers from memory needs none. */
function storeOf(transaction: IDBTransaction): IDBObjectStore | undefined {
  try {
    return transaction.objectStore(transaction.objectStoreNames[0] as string);
  } catch {
    return undefined;
  }
}

/** Past Dexie, which would open a dying connection anew and wait for itself. */
function readVault(opened: IDBDatabase): Promise<Vault | undefined> {
  const settings = watch(opened.transaction('settings', 'readonly')).objectStore('settings');
  return answerTo<Vault | undefined>(settings.get(VAULT));
}

type Linked = Pick<DBCoreQueryRequest, 'query'>;

/** What the rows that are asked for belong to, or are about, if that is what they are asked for by. */
function linksTo({ query: { index, range } }: Linked): string | undefined {
  const asked: unknown = range.lower;
  return isLink(index.name) && typeof asked === 'string' && asked !== '' ? asked : undefined;
}

class SealedTable {
  readonly #database: Dexie;
  readonly #table: DBCoreTable;
  /** Asked for late: before an upgrade there may be none. */
  readonly #settings: () => DBCoreTable;
  readonly #place: Place;

  constructor(database: Dexie, table: DBCoreTable, settings: () => DBCoreTable, schema: number) {
    this.#database = database;
    this.#table = table;
    this.#settings = settings;
    this.#place = placeIn(table.name, schema, table.schema.indexes);
  }

  asTable(): DBCoreTable {
    const table = this.#table;
    return {
      ...table,
      mutate: (request) => this.#mutate(request),
      get: (request) =>
        table.get(request).then((row) => this.#unsealed([row]).then(([one]) => one)),
      getMany: (request) => table.getMany(request).then((rows) => this.#unsealed(rows)),
      query: (request) => this.#query(request),
      count: (request) => this.#count(request),
      openCursor: (request) => {
        // A cursor hands out one row after another and cannot wait for a key.
        if (request.values !== false && lockOf(this.#database).state !== 'off')
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

  /** As the stored vault says, whatever this page knows of it: another may have turned the lock on or off meanwhile. */
  #mutate(request: DBCoreMutateRequest): ReturnType<DBCoreTable['mutate']> {
    if (request.type !== 'add' && request.type !== 'put') return this.#table.mutate(request);
    const { type, trans } = request;
    return this.#settings()
      .get({ trans, key: VAULT })
      .then((stored: Vault | undefined) => {
        const lock = lockOf(this.#database);
        if (!stored && lock.state === 'off') return this.#table.mutate(request);
        if (lock.state !== 'unlocked' || lock.vault.keyId !== stored?.keyId)
          return Dexie.Promise.reject(new LockedError('The casebook is locked'));
        const { keys } = lock;
        if (isOpening(stored, keys) || request.values.every(isSealed))
          return this.#table.mutate(request);
        const sealing = request.values.map((row) => sealRow(keys, row as Row, this.#place));
        return whileAlive(Promise.all(sealing)).then((values) =>
          this.#table.mutate({ type, trans, values })
        );
      });
  }

  #query(request: DBCoreQueryRequest): ReturnType<DBCoreTable['query']> {
    const keys = this.#keys();
    if (keys && linksTo(request)) return this.#byLink(request, keys);
    return this.#table
      .query(request)
      .then((answer) =>
        request.values === false
          ? answer
          : this.#unsealed(answer.result).then((result) => ({ ...answer, result }))
      );
  }

  /** Rows under the link itself, while there are some that are not sealed, and under what stands in its place. */
  async #byLink(request: DBCoreQueryRequest, keys: Keys) {
    const [open, sealed] = await Dexie.Promise.all([
      this.#table.query(request),
      this.#table.query(await this.#blinded(request, keys))
    ]);
    const rows = [...(open.result as unknown[]), ...(sealed.result as unknown[])];
    return { ...open, result: request.values === false ? rows : await this.#unsealed(rows) };
  }

  #count(request: DBCoreCountRequest): ReturnType<DBCoreTable['count']> {
    const keys = this.#keys();
    return keys && linksTo(request) ? this.#countByLink(request, keys) : this.#table.count(request);
  }

  async #countByLink(request: DBCoreCountRequest, keys: Keys) {
    const [open, sealed] = await Dexie.Promise.all([
      this.#table.count(request),
      this.#table.count(await this.#blinded(request, keys))
    ]);
    return open + sealed;
  }

  async #blinded<Request extends Linked>(request: Request, keys: Keys): Promise<Request> {
    const { index, range } = request.query;
    const link = linksTo(request) as string;
    const lower = await whileAlive(blind(keys, this.#place.table, index.name as string, link));
    return {
      ...request,
      query: {
        index,
        range: { ...range, lower, upper: lower, lowerOpen: false, upperOpen: false }
      }
    };
  }

  async #unsealedRow(keys: Keys, row: SealedRow): Promise<Row> {
    try {
      return await unsealRow(keys, row, this.#place.table);
    } catch {
      throw new DamagedError(`${this.#place.table} ${row.id}`);
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
