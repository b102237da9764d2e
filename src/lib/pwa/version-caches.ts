import type { Readiness } from './protocol';

/** One file of a version: its address relative to the scope and the SHA-384 of its bytes. */
export type PrecacheFile = { url: string; integrity: string };

const CACHE = 'calcinote-version-';
const CONSENT = 'calcinote-consent-';
/** Beside the files of a version lies the list of them, written last: a cache without it is not complete. */
const LIST = '__files.json';

/**
 * One cache per version, filled and checked as a whole. Which version is served is told by the name of an empty cache,
 * because names can be listed with one call and changed at once.
 */
export class VersionCaches {
  readonly #files: PrecacheFile[];
  readonly #scope: string;
  readonly #own: string;
  #serving: Promise<string> | undefined;

  /** @param id of this version: differs when any of its files does */
  constructor(files: PrecacheFile[], scope: string, id: string) {
    this.#files = files;
    this.#scope = scope;
    this.#own = CACHE + id;
  }

  /** Name of the cache that pages are served from. */
  serving(): Promise<string> {
    return (this.#serving ??= caches.keys().then((names) => {
      const consent = names.findLast((name) => name.startsWith(CONSENT));
      const name = consent && CACHE + consent.slice(CONSENT.length);
      return name && names.includes(name) ? name : this.#own;
    }));
  }

  async isCurrent(): Promise<boolean> {
    return (await this.serving()) === this.#own;
  }

  /** Serves this worker's version from now on. */
  async accept(): Promise<void> {
    const own = CONSENT + this.#own.slice(CACHE.length);
    const others = (await caches.keys()).filter((name) => name.startsWith(CONSENT));
    // Deleted first, so that it comes last when an earlier consent is given again.
    await caches.delete(own);
    await caches.open(own);
    this.#serving = undefined;
    await Promise.all(others.filter((name) => name !== own).map((name) => caches.delete(name)));
  }

  /**
   * Fills the cache of this version. Rejects, and leaves nothing behind, unless every file arrived with the bytes
   * the build wrote.
   */
  async install(): Promise<void> {
    const before = await caches.has(this.#own);
    try {
      await this.#fill(this.#own, this.#files);
      const { missing } = await this.#missing(this.#own, this.#files);
      if (missing.length > 0) throw new Error(`not kept as built: ${missing.join(' ')}`);
      const cache = await caches.open(this.#own);
      await cache.put(this.#address(LIST), Response.json(this.#files));
    } catch (error) {
      if (!before) await caches.delete(this.#own);
      throw error;
    }
  }

  async check(): Promise<Readiness> {
    const name = await this.serving();
    return this.#missing(name, await this.#listOf(name));
  }

  async repair(): Promise<Readiness> {
    const name = await this.serving();
    const files = await this.#listOf(name);
    const { missing } = await this.#missing(name, files);
    const wanted = files.filter(({ url }) => missing.includes(url));
    // What cannot be had now is counted as missing below.
    await Promise.allSettled(wanted.map((file) => this.#fill(name, [file])));
    return this.#missing(name, files);
  }

  /** A file of this worker's own version, served or not. */
  own(url: string): Promise<Response | undefined> {
    return caches.match(this.#address(url), { cacheName: this.#own });
  }

  /**
   * Deletes versions nobody needs: neither served, nor brought by this worker, nor running in an open page.
   *
   * @param running entry scripts of the open pages
   */
  async sweep(running: string[]): Promise<void> {
    const serving = await this.serving();
    const kept = [serving, this.#own];
    const needed = async (name: string) => {
      for (const script of running) {
        if (!(await caches.match(script, { cacheName: serving }))) {
          if (await caches.match(script, { cacheName: name })) return true;
        }
      }
      return false;
    };
    for (const name of await caches.keys()) {
      if (name.startsWith(CACHE) && !kept.includes(name) && !(await needed(name))) {
        await caches.delete(name);
      }
    }
  }

  /**
   * Takes each file from a version that has the same bytes, else from the server, where the digest is compared before
   * anything is kept. The first that cannot be had as built ends it all.
   */
  async #fill(name: string, files: PrecacheFile[]): Promise<void> {
    const cache = await caches.open(name);
    const ended = new AbortController();
    const take = async ({ url, integrity }: PrecacheFile): Promise<void> => {
      const address = this.#address(url);
      const { signal } = ended;
      const response =
        (await this.#kept(address, integrity)) ??
        (await fetch(address, { integrity, cache: 'no-cache', signal }));
      if (!response.ok || response.redirected) throw new Error(`${response.status} ${address}`);
      await cache.put(address, response);
    };
    try {
      await Promise.all(files.map(take));
    } finally {
      ended.abort();
    }
  }

  async #kept(address: string, integrity: string): Promise<Response | undefined> {
    for (const name of await caches.keys()) {
      if (!name.startsWith(CACHE)) continue;
      const response = await caches.match(address, { cacheName: name, ignoreVary: true });
      if (response && (await hasBytes(response.clone(), integrity))) return response;
    }
    return undefined;
  }

  async #missing(name: string, files: PrecacheFile[]): Promise<Readiness> {
    const whole = await Promise.all(
      files.map(async ({ url, integrity }) => {
        const options = { cacheName: name, ignoreVary: true };
        const response = await caches.match(this.#address(url), options);
        return response !== undefined && hasBytes(response, integrity);
      })
    );
    return {
      total: files.length,
      missing: files.filter((_, index) => !whole[index]).map(({ url }) => url)
    };
  }

  async #listOf(name: string): Promise<PrecacheFile[]> {
    if (name === this.#own) return this.#files;
    const list = await caches.match(this.#address(LIST), { cacheName: name });
    return list ? ((await list.json()) as PrecacheFile[]) : this.#files;
  }

  #address(url: string): string {
    return new URL(url, this.#scope).href;
  }
}

async function hasBytes(response: Response, integrity: string): Promise<boolean> {
  const digest = new Uint8Array(
    await crypto.subtle.digest('SHA-384', await response.arrayBuffer())
  );
  return `sha384-${btoa(String.fromCharCode(...digest))}` === integrity;
}
