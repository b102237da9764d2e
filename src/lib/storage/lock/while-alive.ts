import Dexie from 'dexie';

/**
 * Keeps the transaction alive meanwhile, by asking it for nothing again and again. `Dexie.waitFor` does the same, but loses an
 * answer when two wait at once.
 */
export function whileAlive<Value>(work: Promise<Value>): Promise<Value> {
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
