import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type KeyInput, type Page } from 'puppeteer-core';
import { browsers, howToInstall } from '../../scripts/browsers.js';
import type { Engine, EnginePage } from './engine';
import {
  IMPORT_FAILED,
  MODULE_MISSING,
  SELECT_ALL,
  TEXT,
  VIOLATION,
  reportMissingModules,
  reportViolations,
  selectorOf,
  until
} from './in-page';

/**
 * Leaving a page while its icon, a module or a style sheet is still on its way: Firefox tells of the load it broke off
 * itself, where the other engines say nothing. What a living page asks for in vain is told of by `reportMissingModules`.
 */
const BROKEN_OFF = [
  /Failed to load .*\/(icon\.svg|icons\/apple-touch-icon-180\.png|_app\/immutable\/.*\.(js|css)).* A ServiceWorker intercepted the request/,
  IMPORT_FAILED
];
const TOLD = [VIOLATION, MODULE_MISSING];

export const firefox: Engine = {
  name: 'firefox',
  keepsProfiles: true,
  async open({ profile, viewport = { width: 390, height: 844 } } = {}) {
    const executablePath = browsers().firefox;
    if (executablePath === undefined) {
      throw new Error(`Firefox is not installed: ${howToInstall('firefox')}`);
    }
    const folder = profile ?? (await mkdtemp(join(tmpdir(), 'calcinote-firefox-')));
    const browser = await launch({
      browser: 'firefox',
      executablePath,
      headless: true,
      userDataDir: folder,
      defaultViewport: viewport
    });
    const forget = async (): Promise<void> => {
      if (profile === undefined) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    };
    return {
      newPage: async () => watched(await browser.newPage()),
      async close() {
        await browser.close();
        await forget();
      },
      async kill() {
        const child = browser.process();
        const gone = new Promise((done) => child?.once('exit', done));
        child?.kill('SIGKILL');
        await gone;
        // The driver then puts back the settings that it had replaced, and tells nobody when it has.
        await until('the settings of the profile to be put back', async () => {
          const files = await readdir(folder);
          return !files.some((file) => file.endsWith('.puppeteer'));
        });
        await forget();
      }
    };
  }
};

async function watched(page: Page): Promise<EnginePage> {
  const problems: string[] = [];
  const consoleErrors: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', (error) => {
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (!BROKEN_OFF.some((pattern) => pattern.test(said))) problems.push(`uncaught ${said}`);
  });
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const told = TOLD.some((prefix) => message.text().startsWith(prefix));
    (told ? problems : consoleErrors).push(message.text());
  });
  page.on('request', (request) => requests.push(request.url()));
  await page.evaluateOnNewDocument(reportViolations, VIOLATION);
  await page.evaluateOnNewDocument(reportMissingModules, MODULE_MISSING);

  const self: EnginePage = {
    async goto(url, timeout) {
      await page.goto(url, timeout === undefined ? {} : { timeout });
    },
    async reload() {
      await page.reload();
    },
    url: async () => page.url(),
    evaluate: (script, argument) =>
      page.evaluate(script as (argument: unknown) => unknown, argument) as never,
    click: async (target) => page.locator(await selectorOf(self, target)).click(),
    async type(target, text) {
      const selector = await selectorOf(self, target);
      await page.waitForSelector(selector);
      await page.evaluate(SELECT_ALL, selector);
      await page.keyboard.press('Delete');
      await page.keyboard.type(text);
    },
    press: (key) => page.keyboard.press(key as KeyInput),
    text: (selector) => page.evaluate(TEXT, selector),
    waitUntil: (what, predicate, argument, timeout) =>
      until(what, async () => (await self.evaluate(predicate, argument)) as boolean, timeout),
    async screenshot(file) {
      await page.screenshot({ path: file as `${string}.png` });
    },
    pdf: () => page.pdf({ format: 'A4' }),
    problems: async () => problems,
    consoleErrors: () => consoleErrors,
    requests: () => requests,
    close: () => page.close()
  };
  return self;
}
