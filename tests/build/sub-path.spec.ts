import { afterAll, beforeAll, expect, test } from 'vitest';
import { browsers } from '../../scripts/browsers.js';
import { startServer } from '../../scripts/server.js';
import { chromium } from '../engines/chromium';
import { openBrowser } from '../support/app';
import { buildElsewhere, fileFor, linksIn, pagesOf, textOf } from '../support/build';

const BASE = '/outils/calcinote';

let build: string;
let remove: () => void;
let server: Awaited<ReturnType<typeof startServer>>;

beforeAll(async () => {
  ({ build, remove } = await buildElsewhere({ BASE_PATH: BASE }));
  server = await startServer({ dir: build, base: BASE });
});

afterAll(async () => {
  await server?.close();
  remove?.();
});

test('every link and asset of every page answers under the sub-path', async () => {
  const addresses = new Set<string>();
  for (const page of pagesOf(build)) {
    for (const address of linksIn(textOf(page, build))) {
      if (fileFor(address, page, BASE) === undefined) continue;
      const from = new URL(page.replace(/(^|\/)index\.html$/, '$1'), server.url);
      addresses.add(new URL(address, from).href);
    }
  }
  expect(addresses.size).toBeGreaterThan(10);
  const wrong: string[] = [];
  for (const address of addresses) {
    const { status } = await fetch(address, { redirect: 'manual' });
    if (status !== 200) wrong.push(`${status} ${address}`);
  }
  expect(wrong).toEqual([]);
});

test.skipIf(browsers().chromium === undefined)(
  'the app opens in Chromium and asks for nothing outside the sub-path',
  async () => {
    const browser = await openBrowser(chromium);
    const page = await browser.newPage();
    await page.goto(`${server.url}fr/`);
    await page.waitUntil('the heading', () => document.querySelector('h1') !== null);
    expect(page.requests().filter((address) => !address.startsWith(server.url))).toEqual([]);
    expect(page.consoleErrors()).toEqual([]);
  }
);
