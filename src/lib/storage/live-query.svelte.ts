import Dexie, { liveQuery } from 'dexie';
import { createSubscriber } from 'svelte/reactivity';
import type { Reading } from '$lib/core/casebook/outcome';
import { isBlocked, onBlocked } from './database';
import { unread } from './outcome';

/**
 * What a query answers, kept current while somebody looks: also when another tab writes. A value that has been read stays
 * until the next is there.
 */
export class LiveQuery<Value> {
  #reading: Reading<Value> = { state: 'reading' };
  readonly #subscribe: () => void;

  constructor(database: Dexie, query: () => Promise<Value>) {
    // A failure is answered rather than thrown: of a closed database or an aborted query Dexie would not tell.
    const read = (): Promise<Reading<Value>> =>
      query().then(
        (value) => ({ state: 'read', value }),
        (error: unknown) => ({ state: 'failed', reason: unread(database, error) })
      );
    // Where the browser has no database at all, Dexie watches nothing and says nothing.
    if (!Dexie.dependencies.indexedDB) this.#reading = { state: 'failed', reason: 'unavailable' };
    this.#subscribe = createSubscriber((update) => {
      let mayReopen = true;
      const start = () =>
        liveQuery(read).subscribe((reading) => {
          if (mayReopen && reading.state === 'failed' && reading.reason === 'connection-lost') {
            mayReopen = false;
            subscription.unsubscribe();
            subscription = start();
            return;
          }
          mayReopen = reading.state === 'read';
          this.#reading = reading;
          update();
        });
      let subscription = start();
      const wait = () => {
        if (this.#reading.state !== 'reading') return;
        this.#reading = { state: 'failed', reason: 'blocked' };
        update();
      };
      if (isBlocked(database)) wait();
      const end = onBlocked(database, wait);
      return () => {
        end();
        subscription.unsubscribe();
      };
    });
  }

  /** To be read within an effect or a template. */
  get current(): Reading<Value> {
    this.#subscribe();
    return this.#reading;
  }
}
