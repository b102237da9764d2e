import type { EnginePage } from '../engines/engine';

export const FAULTS = [
  'aborted',
  'quota',
  'closing',
  'unknown',
  'no-opening',
  'no-reading'
] as const;
export type Fault = (typeof FAULTS)[number];

type Broken = { liftFault?: () => void; statesSeen?: string[]; tablesRefused?: string[] };

/**
 * Breaks the browser's own database below all code of ours, in this page, until the fault is lifted: every write
 * (`aborted`, `quota`, `unknown`), every transaction with the connection and whatever opens it anew (`closing`), the
 * opening (`no-opening`) or every reading (`no-reading`). Notes what the page says of a note meanwhile.
 */
export function breakStorage(page: EnginePage, fault: Fault): Promise<void> {
  return page.evaluate((kind) => {
    type Method = (this: unknown, ...args: unknown[]) => unknown;
    const undo: (() => void)[] = [];
    const replace = (owner: object, name: string, by: (before: Method) => unknown): void => {
      const before = Reflect.get(owner, name) as Method;
      Reflect.set(owner, name, by(before));
      undo.push(() => void Reflect.set(owner, name, before));
    };
    const tablesRefused: string[] = [];
    const failing = (name: string, message: string) => () =>
      function (this: unknown, ...args: unknown[]) {
        const tables = this instanceof IDBObjectStore ? this.name : args[0];
        tablesRefused.push(String(tables));
        throw new DOMException(message, name);
      };
    const writes = (by: (before: Method) => unknown): void => {
      for (const name of ['put', 'add', 'delete', 'clear'])
        replace(IDBObjectStore.prototype, name, by);
    };
    const reads = (by: (before: Method) => unknown): void => {
      for (const owner of [IDBObjectStore.prototype, IDBIndex.prototype])
        for (const name of ['get', 'getAll', 'getAllKeys', 'openCursor', 'openKeyCursor'])
          replace(owner, name, by);
    };
    if (kind === 'aborted')
      writes(
        (before) =>
          function (this: IDBObjectStore, ...args: unknown[]) {
            tablesRefused.push(this.name);
            const request = before.apply(this, args);
            this.transaction.abort();
            return request;
          }
      );
    if (kind === 'quota') writes(failing('QuotaExceededError', 'The device is full.'));
    if (kind === 'unknown') writes(failing('UnknownError', 'Internal error.'));
    if (kind === 'closing') {
      const closing = failing('InvalidStateError', 'The database connection is closing.');
      // Dexie keeps the `transaction` of a connection that it has: of that one the writes fail.
      replace(IDBDatabase.prototype, 'transaction', closing);
      writes(closing);
    }
    if (kind === 'no-opening')
      replace(IDBFactory.prototype, 'open', failing('UnknownError', 'Internal error.'));
    if (kind === 'no-reading') reads(failing('UnknownError', 'Internal error.'));

    const statesSeen: string[] = [];
    const watching = new MutationObserver(() => {
      const state = document.querySelector('[data-note-state]')?.getAttribute('data-note-state');
      if (state) statesSeen.push(state);
    });
    watching.observe(document.body, { subtree: true, childList: true, attributes: true });
    const liftFault = (): void => {
      watching.disconnect();
      for (const step of undo) step();
    };
    Object.assign(window, { liftFault, statesSeen, tablesRefused });
  }, fault);
}

/** Until something of that table was not kept, or not read. */
export const refused = (page: EnginePage, table: string): Promise<void> =>
  page.waitUntil(
    `${table} to be refused`,
    (name) =>
      (window as Broken).tablesRefused?.some((one) => one.split(',').includes(name)) ?? false,
    table
  );

/** The browser keeps again. Answers the states of a note that the page showed since the fault began. */
export function liftFault(page: EnginePage): Promise<string[]> {
  return page.evaluate(() => {
    const broken = window as Broken;
    broken.liftFault?.();
    return broken.statesSeen ?? [];
  });
}
