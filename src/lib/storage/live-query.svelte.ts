import { liveQuery } from 'dexie';
import { createSubscriber } from 'svelte/reactivity';
import type { Reading } from '$lib/core/casebook/outcome';
import { reasonOf } from './outcome';

/**
 * What a query answers, kept current while somebody looks: also when another tab writes. A value that has been read stays
 * until the next is there.
 */
export class LiveQuery<Value> {
  #reading: Reading<Value> = { state: 'reading' };
  readonly #subscribe: () => void;

  constructor(query: () => Promise<Value>) {
    this.#subscribe = createSubscriber((update) => {
      const subscription = liveQuery(query).subscribe({
        next: (value) => {
          this.#reading = { state: 'read', value };
          update();
        },
        error: (error) => {
          this.#reading = { state: 'failed', reason: reasonOf(error) };
          update();
        }
      });
      return () => subscription.unsubscribe();
    });
  }

  /** To be read within an effect or a template. */
  get current(): Reading<Value> {
    this.#subscribe();
    return this.#reading;
  }
}
