import { createSubscriber } from 'svelte/reactivity';
import type { Reading } from '$lib/core/casebook/outcome';
import type { Database } from './database';
import { noteTexts, type ListedNote } from './note-texts';
import { unread } from './outcome';

/**
 * The notes that say all of the words, kept current while somebody looks, like a `LiveQuery`; answered from memory, as an
 * answer from the disk for each letter that is typed would come too late.
 */
export class NoteSearch {
  #reading: Reading<ListedNote[]> = { state: 'reading' };
  readonly #subscribe: () => void;

  constructor(database: Database, words: string, most: number) {
    const texts = noteTexts(database);
    const answer = async (mayReopen = true): Promise<Reading<ListedNote[]>> => {
      try {
        return { state: 'read', value: await texts.find(words, most) };
      } catch (error) {
        const reason = unread(database, error);
        if (reason === 'connection-lost' && mayReopen) return answer(false);
        return { state: 'failed', reason };
      }
    };
    this.#subscribe = createSubscriber((update) => {
      let isWatched = true;
      const look = async (): Promise<void> => {
        const reading = await answer();
        if (!isWatched) return;
        this.#reading = reading;
        update();
      };
      void look();
      const end = texts.onChange(() => void look());
      return () => {
        isWatched = false;
        end();
      };
    });
  }

  /** To be read within an effect or a template. */
  get current(): Reading<ListedNote[]> {
    this.#subscribe();
    return this.#reading;
  }
}
