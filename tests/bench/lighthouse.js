import { chromium } from '@playwright/test';
import { join } from 'node:path';
import { CHROMIUM_FLAGS, chromiumPath } from '../../scripts/browsers.js';
import { ROOT } from '../../scripts/install.js';
import { startServer } from '../../scripts/server.js';
import { peer } from './peers.js';

/** What Lighthouse says of the pages, on its emulated phone; anything below 100 with the audits that cost it. */
const PAGES = ['fr/', 'en/', 'fr/how-it-decides/', 'fr/more/', 'fr/about/'];
const CATEGORIES = ['performance', 'accessibility', 'best-practices'];
const PORT = 9330;

/**
 * @typedef {{ score: number | null, auditRefs: { id: string, weight: number }[] }} Category
 * @typedef {{ title: string, score: number | null, displayValue?: string }} Audit
 */

export async function run() {
  const { default: lighthouse } = await peer('lighthouse');
  const server = await startServer({ dir: join(ROOT, 'build') });
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [...CHROMIUM_FLAGS, `--remote-debugging-port=${PORT}`]
  });
  console.log(`Lighthouse, mobile: ${CATEGORIES.join(' / ')}`);
  try {
    for (const path of PAGES) {
      const { lhr } = await lighthouse(`${server.url}${path}`, {
        port: PORT,
        onlyCategories: CATEGORIES,
        logLevel: 'error'
      });
      const categories = CATEGORIES.map((id) => /** @type {Category} */ (lhr.categories[id]));
      const scores = categories.map(({ score }) => Math.round((score ?? 0) * 100));
      console.log(`  /${path}: ${scores.join(' / ')} (Lighthouse ${lhr.lighthouseVersion})`);
      for (const { id, weight } of categories.flatMap(({ auditRefs }) => auditRefs)) {
        const { title, score, displayValue } = /** @type {Audit} */ (lhr.audits[id]);
        if (weight === 0 || score === null || score >= 1) continue;
        console.log(
          `    ${title}: ${Math.round(score * 100)}${displayValue ? ` (${displayValue})` : ''}`
        );
      }
    }
  } finally {
    await browser.close();
    await server.close();
  }
}
