import { startServer } from '../../scripts/server.js';
import type { EnginePage } from '../engines/engine';
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

/** The page answers, and has begun to look for updates: that part is loaded last. */
export function waitUntilStarted(page: EnginePage): Promise<void> {
  return page.waitUntil('the page to start', () => document.querySelector('.update') !== null);
}
