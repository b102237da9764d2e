import { chromium } from '@playwright/test';
import { join } from 'node:path';
import { CHROMIUM_FLAGS, chromiumPath } from '../../scripts/browsers.js';
import { ROOT } from '../../scripts/install.js';
import { startServer } from '../../scripts/server.js';
import { measureBackups } from './casebook/backups.js';
import { measureKeystroke, measureLists, measureSearch, openWith, slow } from './casebook/lists.js';
import { makeRows } from './casebook/rows.js';
import { SLOWED } from './offline-start.js';

/** The casebook with more in it than a ward writes in years, beside one with a hundred of each. */
const LARGE = { cases: 2000, notes: 10_000, runs: 1000 };
const SMALL = { cases: 100, notes: 100, runs: 100 };

export async function run() {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_FLAGS });
  try {
    const rows = makeRows(LARGE);
    await measurePages(browser, rows);
    await measureBackups(browser, Object.values(rows).flat());
  } finally {
    await browser.close();
  }
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {ReturnType<typeof makeRows>} rows
 */
async function measurePages(browser, rows) {
  const server = await startServer({ dir: join(ROOT, 'build') });
  try {
    const large = await openWith(browser, server.url, rows);
    const small = await openWith(browser, server.url, makeRows(SMALL));
    await slow(large);
    await slow(small);
    const pages = { large, small };
    console.log(
      `The casebook with ${LARGE.notes} notes, ${LARGE.cases} cases, ${LARGE.runs} checklists, CPU slowed ${SLOWED} times`
    );
    await measureLists(pages);
    await measureSearch(pages, rows.notes);
    // Last, as it changes a note.
    await measureKeystroke(pages);
    await large.context().close();
    await small.context().close();
  } finally {
    await server.close();
  }
}
