import { startServer } from '../../scripts/server.js';
import type { EngineBrowser, EnginePage } from '../engines/engine';
import { BUILD } from './app';

type Transform = NonNullable<Parameters<typeof startServer>[0]['transform']>;

/** A host that can go away, come back at the same address and bring another version. */
export class Host {
  #server: Awaited<ReturnType<typeof startServer>> | undefined;
  #port = 0;

  async serve(dir = BUILD, transform?: Transform): Promise<void> {
    await this.stop();
    this.#server = await startServer({ dir, port: this.#port, ...(transform && { transform }) });
    this.#port = this.#server.port;
  }

  /** Flight mode, for every page of this host. */
  async stop(): Promise<void> {
    await this.#server?.close();
    this.#server = undefined;
  }

  url(path = ''): string {
    return `http://localhost:${this.#port}/${path}`;
  }
}

/** Opens the app as on the first day: terms accepted, everything copied to the device, this page served from there. */
export async function install(page: EnginePage, url: string): Promise<void> {
  await page.goto(url);
  await acceptTerms(page);
  await page.waitUntil(
    'the worker to serve this page',
    () => navigator.serviceWorker.controller?.state === 'activated'
  );
  await waitUntilStarted(page);
}

export async function acceptTerms(page: EnginePage): Promise<void> {
  await page.waitUntil('the terms', () => document.querySelector('dialog[open] .primary') !== null);
  await page.click('dialog[open] .primary');
  await page.waitUntil('the terms to close', () => document.querySelector('dialog[open]') === null);
}

const ONE_TRY_MS = 8_000;
const ALL_TRIES_MS = 60_000;

/**
 * A page that a browser just started has from the device alone, the host being away. Firefox, under load, does not know its
 * workers for the first moments: it asks the host in vain, or its driver never hears of the page. One asks again, as a
 * person would, and it must come in the end.
 */
export async function openFromDevice(browser: EngineBrowser, url: string): Promise<EnginePage> {
  const end = performance.now() + ALL_TRIES_MS;
  for (;;) {
    const page = await browser.newPage();
    try {
      await page.goto(url, ONE_TRY_MS);
      return page;
    } catch (error) {
      if (performance.now() > end) throw error;
      await page.close();
    }
  }
}

/** The page answers, and has begun to look for updates: that part is loaded last. */
export function waitUntilStarted(page: EnginePage): Promise<void> {
  return page.waitUntil('the page to start', () => document.querySelector('.update') !== null);
}
