import { openDrafts, sealDrafts } from '$lib/storage/lock/set-aside';
import { putDrafts } from '$lib/storage/notes';
import type { Outcome } from '$lib/core/casebook/outcome';
import { database } from './casebook-database';
import { unsaved, type Left } from './unsaved.svelte';

const KEY = 'calcinote-set-aside';

/**
 * What the disk would not take when the casebook had to be locked: it waits in this tab, sealed, for the lock to be opened
 * again. A full disk neither keeps the casebook open nor costs a word.
 */
class SetAside {
  #waiting = $state.raw<readonly Left[]>([]);
  #outcome = $state.raw<Outcome>();

  /** What waits, once the lock is open. */
  get waiting(): readonly Left[] {
    return this.#waiting;
  }

  /** Of the last try to keep it. */
  get outcome(): Outcome | undefined {
    return this.#outcome;
  }

  /** Seals what this page could not save. */
  async put(): Promise<void> {
    const left = [...unsaved.left, ...this.#waiting];
    if (left.length === 0) return;
    const sealed = await sealDrafts(database, left);
    if (sealed === undefined) return;
    sessionStorage.setItem(KEY, sealed);
    unsaved.setAside();
  }

  /** Keeps it on the disk as the drafts that it is; what still cannot be kept goes on waiting. */
  async takeBack(): Promise<void> {
    try {
      const sealed = sessionStorage.getItem(KEY);
      if (sealed === null) return;
      const drafts = await openDrafts(database, sealed);
      if (!drafts) return;
      this.#waiting = drafts;
      this.#outcome = await putDrafts(database, this.#waiting);
      if (!this.#outcome.saved) return;
    } catch {
      // Sealed with the key of an earlier lock: nothing opens it any more.
    }
    sessionStorage.removeItem(KEY);
    this.#waiting = [];
  }
}

export const setAside = new SetAside();
