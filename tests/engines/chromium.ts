import { chromium as playwright, type Locator, type Page } from '@playwright/test';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHROMIUM_FLAGS, chromiumPath } from '../../scripts/browsers.js';
import type { Engine, EngineBrowser, EnginePage, OpenOptions, Target } from './engine';
import { TEXT, VIOLATION, reportViolations, until } from './in-page';

/** What only Chromium can do is done through its own driver. */
export interface ChromiumPage extends EnginePage {
  playwright: Page;
}

export interface ChromiumBrowser extends EngineBrowser {
  newPage(): Promise<ChromiumPage>;
}

export const chromium: Engine & { open(options?: OpenOptions): Promise<ChromiumBrowser> } = {
  name: 'chromium',
  keepsProfiles: true,
  async open({ profile, viewport = { width: 390, height: 844 } } = {}) {
    const folder = profile ?? (await mkdtemp(join(tmpdir(), 'calcinote-chromium-')));
    const context = await playwright.launchPersistentContext(folder, {
      executablePath: chromiumPath(),
      args: CHROMIUM_FLAGS,
      viewport
    });
    await context.addInitScript(reportViolations, VIOLATION);
    const forget = async (): Promise<void> => {
      if (profile === undefined) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    };
    return {
      newPage: async () => watched(await context.newPage()),
      async close() {
        await context.close();
        await forget();
      },
      async kill() {
        const gone = new Promise((done) => context.once('close', done));
        for (const pid of await processesOf(folder)) process.kill(pid, 'SIGKILL');
        await gone;
        await forget();
      }
    };
  }
};

function watched(page: Page): ChromiumPage {
  const problems: string[] = [];
  const consoleErrors: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', (error) => problems.push(`uncaught ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    (message.text().startsWith(VIOLATION) ? problems : consoleErrors).push(message.text());
  });
  page.on('request', (request) => requests.push(request.url()));

  const locate = (target: Target): Locator =>
    typeof target === 'string'
      ? page.locator(target).first()
      : page.getByRole(target.role, { name: target.name, exact: true }).first();

  const self: ChromiumPage = {
    playwright: page,
    async goto(url, timeout) {
      await page.goto(url, timeout === undefined ? {} : { timeout });
    },
    async reload() {
      await page.reload();
    },
    url: async () => page.url(),
    evaluate: (script, argument) =>
      page.evaluate(script as (argument: unknown) => unknown, argument) as never,
    click: (target) => locate(target).click(),
    async type(target, text) {
      const field = locate(target);
      await field.clear();
      await field.pressSequentially(text);
    },
    press: (key) => page.keyboard.press(key),
    text: (selector) => page.evaluate(TEXT, selector),
    waitUntil: (what, predicate, argument, timeout) =>
      until(what, async () => (await self.evaluate(predicate, argument)) as boolean, timeout),
    async screenshot(file) {
      await page.screenshot({ path: file });
    },
    pdf: () => page.pdf({ format: 'A4' }),
    problems: async () => problems,
    consoleErrors: () => consoleErrors,
    requests: () => requests,
    close: () => page.close()
  };
  return self;
}

/** Processes that run on a profile; the driver does not tell. */
async function processesOf(profile: string): Promise<number[]> {
  const found: number[] = [];
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const line = await readFile(`/proc/${entry}/cmdline`, 'utf8').catch(() => '');
    if (line.split('\0').includes(`--user-data-dir=${profile}`)) found.push(Number(entry));
  }
  return found;
}
