import { chromium } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CHROMIUM_FLAGS, chromiumPath } from './browsers.js';
import { ensureBuild } from './build.js';
import { pictureRows } from './picture-rows.js';
import { ROOT, ensureDependencies, orStop, requireNode } from './install.js';

/**
 * `npm run pictures`: takes every picture of the running app that the project shows, in docs/pictures for README and in
 * static/screenshots for the store of the phone. Run by hand after the look changed; the results are committed.
 *
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {{
 *   file: string, locale: 'fr' | 'en', theme?: 'light' | 'dark', wide?: boolean, path?: string, show?: (page: Page) => Promise<void>
 * }} Picture
 */

const PHONE = { width: 390, height: 844 };
const WIDE = { width: 1280, height: 800 };

/** @type {Picture[]} */
const PICTURES = [
  ...['fr', 'en'].flatMap((each) => {
    const locale = /** @type {'fr' | 'en'} */ (each);
    return [
      { file: `static/screenshots/narrow-${locale}.png`, locale },
      { file: `static/screenshots/wide-${locale}.png`, locale, wide: true }
    ];
  }),
  { file: 'docs/pictures/classify-fr.png', locale: 'fr' },
  { file: 'docs/pictures/result-en-dark.png', locale: 'en', theme: 'dark', show: openResult },
  { file: 'docs/pictures/topic-fr.png', locale: 'fr', path: 'reference/minocycline/' },
  { file: 'docs/pictures/case-fr.png', locale: 'fr', path: 'casebook/', show: openCase },
  {
    file: 'docs/pictures/follow-up-fr-dark.png',
    locale: 'fr',
    theme: 'dark',
    path: 'casebook/',
    show: openFollowUp
  }
];

await orStop(async () => {
  requireNode();
  ensureDependencies();
  ensureBuild();
  const { startServer } = await import('./server.js');
  const server = await startServer({ dir: join(ROOT, 'build') });
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_FLAGS });
  try {
    for (const picture of PICTURES) await take(browser, server.url, picture);
  } finally {
    await browser.close();
    await server.close();
  }
});

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 * @param {Picture} picture
 */
async function take(
  browser,
  url,
  { file, locale, theme = 'light', wide = false, path = '', show }
) {
  const context = await browser.newContext({
    viewport: wide ? WIDE : PHONE,
    deviceScaleFactor: wide ? 1 : 2,
    colorScheme: theme,
    locale,
    reducedMotion: 'reduce',
    serviceWorkers: 'block'
  });
  const page = await context.newPage();
  await page.addInitScript(() =>
    localStorage.setItem('calcinote.preferences', JSON.stringify({ terms: '1' }))
  );
  await page.goto(`${url}${locale}/${path}`, { waitUntil: 'networkidle' });
  if (path === '') await enterCase(page);
  await show?.(page);
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  );
  mkdirSync(dirname(join(ROOT, file)), { recursive: true });
  await page.screenshot({ path: join(ROOT, file) });
  console.log(file);
  await context.close();
}

/**
 * Systemic sclerosis with a phosphate that is raised: metastatic, with a dystrophic process.
 *
 * @param {Page} page
 */
async function enterCase(page) {
  const decimal = page.url().includes('/fr/') ? ',' : '.';
  await page.locator('#site-exposure input[value="no"]').check();
  await page.fill('#lab-totalCalcium', `2${decimal}35`);
  await page.fill('#lab-phosphate', `1${decimal}62`);
  await page.fill('#age', '43');
  await page.fill('#condition', 'ScS');
  await page.press('#condition', 'Enter');
  await page.locator(':focus').blur();
  await page.evaluate(() => scrollTo(0, 0));
}

/** @param {Page} page */
async function openResult(page) {
  await page.click('button[aria-haspopup="dialog"]');
  await page.waitForSelector('dialog[open] h2');
}

/**
 * From the casebook, which is empty.
 *
 * @param {Page} page
 */
async function openCase(page) {
  await page.waitForSelector('main form');
  await page.evaluate(write, pictureRows());
  await page.reload({ waitUntil: 'networkidle' });
  await page.click('[data-list="cases"] a');
  await page.waitForSelector('[data-list="timeline"] li');
}

/** @param {Page} page */
async function openFollowUp(page) {
  await openCase(page);
  await page.click('main a[href*="/follow-up/"]');
  const plot = page.locator('.plot').first();
  await plot.evaluate((shown) => shown.scrollIntoView({ block: 'center' }));
}

/** Runs in the page. @param {Record<string, object[]>} tables */
function write(tables) {
  return new Promise((done, fail) => {
    const opening = indexedDB.open('calcinote');
    opening.onerror = fail;
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(Object.keys(tables), 'readwrite');
      for (const [table, rows] of Object.entries(tables))
        for (const row of rows) transaction.objectStore(table).put(row);
      transaction.onabort = fail;
      transaction.oncomplete = () => done(undefined);
    };
  });
}
