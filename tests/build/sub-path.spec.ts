import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browsers } from '../../scripts/browsers.js';
import { startServer } from '../../scripts/server.js';
import { chromium } from '../engines/chromium';
import { openBrowser } from '../support/app';
import { fileFor, linksIn, pagesOf, textOf } from '../support/build';

const BASE = '/outils/calcinote';
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LEFT_OUT = ['node_modules', 'build', '.svelte-kit', '.git', '.cache', 'reports'];

let folder: string;
let build: string;
let server: Awaited<ReturnType<typeof startServer>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'calcinote-sub-path-'));
  cpSync(ROOT, folder, {
    recursive: true,
    filter: (source) => !LEFT_OUT.includes(relative(ROOT, source).split(sep)[0] ?? '')
  });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  execFileSync('npm', ['run', '--silent', 'build'], {
    cwd: folder,
    stdio: 'pipe',
    env: { ...process.env, BASE_PATH: BASE, NODE_ENV: 'production' }
  });
  build = join(folder, 'build');
  server = await startServer({ dir: build, base: BASE });
});

afterAll(async () => {
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
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
