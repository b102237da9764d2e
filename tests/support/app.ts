import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { startServer } from '../../scripts/server.js';
import type { Engine, EngineBrowser, OpenOptions } from '../engines/engine';

/** The folder that `npm run build` writes and a host serves. */
export const BUILD = fileURLToPath(new URL('../../build', import.meta.url));

/** Serves the build to the tests of one file. */
export function serveBuild(): { url(path?: string): string; stop(): Promise<void> } {
  let server: Awaited<ReturnType<typeof startServer>> | undefined;
  const stop = async (): Promise<void> => {
    await server?.close();
    server = undefined;
  };
  let url = '';
  beforeAll(async () => {
    server = await startServer({ dir: BUILD });
    url = server.url;
  });
  afterAll(stop);
  return { url: (path = '') => url + path, stop };
}

/**
 * A browser for one test: closed at its end, when every page it opened must be free of policy violations and
 * uncaught errors.
 */
export async function openBrowser<Browser extends EngineBrowser>(
  engine: Omit<Engine, 'open'> & { open(options?: OpenOptions): Promise<Browser> },
  options?: OpenOptions
): Promise<Browser> {
  const browser = await engine.open(options);
  const newPage = browser.newPage.bind(browser) as Browser['newPage'];
  const pages: Awaited<ReturnType<EngineBrowser['newPage']>>[] = [];
  let open = true;
  browser.newPage = async () => {
    const page = await newPage();
    pages.push(page);
    return page;
  };
  for (const end of ['close', 'kill'] as const) {
    const ends = browser[end].bind(browser);
    browser[end] = async () => {
      if (!open) return;
      open = false;
      await ends();
    };
  }
  onTestFinished(async () => {
    const problems: string[] = [];
    for (const page of pages) problems.push(...(await page.problems().catch(() => [])));
    await browser.close();
    expect(problems, `problems in ${engine.name}`).toEqual([]);
  });
  return browser;
}
