import { version } from '$app/environment';
import { getLocale } from '$lib/i18n/paraglide/runtime';
import { changesSince, type Changes, type Release } from '$lib/pwa/changelog';
import { ask, PAGE_LOCK } from '$lib/pwa/protocol';
import { registerWorker } from '$lib/pwa/registration';
import { unsaved } from './unsaved.svelte';

const HOUR_MS = 3_600_000;

export type Offer = Changes & { version: string };

/** A newer version: offered with what it changes, applied on consent alone. */
class AppUpdate {
  #releases = $state.raw<Record<'fr' | 'en', Release[]>>();
  #acceptedElsewhere = $state(false);
  #postponed = $state(false);
  #isStarted = false;
  #newer: ServiceWorker | undefined;
  #channel: BroadcastChannel | undefined;

  /** The newer version waiting for consent, told in the language of the page. */
  get current(): Offer | undefined {
    const releases = this.#releases?.[getLocale()];
    if (!releases || this.#postponed) return undefined;
    return { version: releases[0]?.version ?? '', ...changesSince(releases, version) };
  }

  /** Another tab went over to a newer version; this one keeps running the version it was opened with. */
  get isAcceptedElsewhere(): boolean {
    return this.#acceptedElsewhere && !this.#postponed;
  }

  /** Call when the first paint is over; a second call does nothing. */
  async start(): Promise<void> {
    if (this.#isStarted || !('serviceWorker' in navigator)) return;
    this.#isStarted = true;
    holdVersion();
    this.#channel = new BroadcastChannel('calcinote-update');
    this.#channel.onmessage = () => {
      this.#releases = undefined;
      this.#postponed = false;
      this.#acceptedElsewhere = true;
    };
    let registration;
    try {
      registration = await registerWorker();
    } catch {
      // Private browsing, no network on the very first visit: OfflineReadiness tells the person.
      return;
    }
    registration.addEventListener('updatefound', () => this.#follow(registration.installing));
    this.#follow(registration.installing);
    const present = registration.waiting ?? registration.active;
    if (present) await this.#consider(present);
    if (registration.active && !registration.waiting) await ask(registration.active, 'sweep');
    this.#lookHourly(registration);
  }

  postpone(): void {
    this.#postponed = true;
  }

  /** Goes over to the newer version and reloads this page, unless text would be lost. */
  async accept(): Promise<void> {
    const worker = this.#newer;
    if (!worker || unsaved.current) return;
    await ask(worker, 'accept');
    if (worker.state !== 'activated') {
      await new Promise<void>((done) => {
        worker.addEventListener('statechange', () => worker.state === 'activated' && done());
      });
    }
    this.#channel?.postMessage('accepted');
    this.reload();
  }

  reload(): void {
    if (!unsaved.current) location.reload();
  }

  #follow(worker: ServiceWorker | null): void {
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed') void this.#consider(worker);
    });
  }

  async #consider(worker: ServiceWorker): Promise<void> {
    const { current } = await ask(worker, 'status');
    if (current) return;
    const changes = await ask(worker, 'changes');
    this.#newer = worker;
    this.#postponed = false;
    this.#releases = changes ?? { fr: [], en: [] };
  }

  /** An installed app may stay open for days without the navigation that makes a browser look for updates. */
  #lookHourly(registration: ServiceWorkerRegistration): void {
    let looked = Date.now();
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState !== 'visible' || Date.now() - looked < HOUR_MS) return;
      looked = Date.now();
      registration.update().catch(() => undefined);
    });
  }
}

export const appUpdate = new AppUpdate();

/** While this page lives the worker keeps the files of its version, which the page may still have to load. */
function holdVersion(): void {
  const named = [...document.querySelectorAll<HTMLScriptElement>('script[src]')].map(
    ({ src }) => src
  );
  const kit = performance
    .getEntriesByType('resource')
    .filter(({ name }) => name.includes('/_app/immutable/entry/app.'))
    .map(({ name }) => name);
  const lock = PAGE_LOCK + [...named, ...kit].join(' ');
  // WebKit takes the lock of a page that it puts aside, and says so when the page comes back.
  const hold = () =>
    void navigator.locks
      ?.request(lock, { mode: 'shared' }, forever)
      .catch(({ name }: DOMException) => name === 'AbortError' && setTimeout(hold));
  hold();
}

const forever = (): Promise<never> => new Promise(() => {});
