import { page } from '$app/state';
import { isId } from '$lib/core/casebook/id';

/**
 * What the address names after its `#`: the id of what is shown, or `new` with what it is to belong to. A fragment is sent
 * to no host, and one written page serves every case. Empty until the page has started, as a prerendered page has none.
 */
export class Fragment {
  #text = $state<string>();

  /** To be made while a component starts. */
  constructor() {
    $effect(() => {
      this.#text = page.url.hash.slice(1);
    });
  }

  get isThere(): boolean {
    return this.#text !== undefined;
  }

  get id(): string {
    return this.#text?.split('&')[0] ?? '';
  }

  /** A value of the form `#new&case=...`; empty where it cannot be read, as anybody can write an address. */
  value(name: string): string {
    const found = this.#text?.split('&').find((part) => part.startsWith(`${name}=`));
    try {
      return found === undefined ? '' : decodeURIComponent(found.slice(name.length + 1));
    } catch {
      return '';
    }
  }

  /** The same where it names a row. Anything but an id of ours is left out: no backup could hold a row that links to it. */
  link(name: string): string {
    const found = this.value(name);
    return isId(found) ? found : '';
  }
}
