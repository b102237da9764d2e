import type Dexie from 'dexie';
import type { DBCore } from 'dexie';

/**
 * A page that is left with a transaction open is put aside by WebKit, transaction and all, and every other page then waits
 * for it for ever (seen in WebKitGTK 2.50, where neither closing the connection nor an `unload` listener helps). So what is
 * still at work when a page is left is broken off, and nothing is begun until the page comes back.
 */
const running = new Set<IDBTransaction>();
let isLeft = false;

/** Whether this page has been left: it then begins no transaction. */
export function hasLeft(): boolean {
  return isLeft;
}

/** Keeps watch over the transactions of a database; to be called before it is opened. */
export function watchTransactions(database: Dexie): void {
  database.use({
    stack: 'dbcore',
    name: 'leaving',
    create: (core: DBCore) => ({
      ...core,
      transaction(...asked: Parameters<DBCore['transaction']>) {
        const transaction = core.transaction(...asked);
        watch(transaction as unknown as IDBTransaction);
        return transaction;
      }
    })
  });
}

/** Keeps watch over one transaction. */
export function watch(transaction: IDBTransaction): IDBTransaction {
  running.add(transaction);
  for (const end of ['complete', 'abort'])
    transaction.addEventListener(end, () => running.delete(transaction));
  return transaction;
}

function breakOff(): void {
  isLeft = true;
  for (const transaction of running) {
    try {
      transaction.abort();
    } catch {
      // It ended at this very moment.
    }
  }
}

if (typeof window !== 'undefined') {
  addEventListener('pagehide', breakOff);
  addEventListener('pageshow', () => (isLeft = false));
}
