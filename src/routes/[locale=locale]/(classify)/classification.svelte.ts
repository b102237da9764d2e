import { entry } from '$lib/state/entry.svelte';
import { preferences } from '$lib/state/preferences.svelte';
import { evaluateEntry, type Evaluated } from './evaluation';

/** What the parts of this page share: the answer to the entry as it stands. */
class Classification {
  readonly #evaluated = $derived(evaluateEntry(entry.current, preferences.current));
  readonly #isEmpty = $derived(entry.isEmpty);
  /** False until the first answer can be given: what is folded away, lies below or is opened comes then. */
  isRestThere = $state(false);

  get evaluated(): Evaluated {
    return this.#evaluated;
  }

  get isEmpty(): boolean {
    return this.#isEmpty;
  }
}

export const classification = new Classification();
