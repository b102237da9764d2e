import { chromium } from '@playwright/test';
import { join } from 'node:path';
import { CHROMIUM_FLAGS, chromiumPath } from '../../scripts/browsers.js';
import { ROOT } from '../../scripts/install.js';
import { startServer } from '../../scripts/server.js';

/**
 * From the input event of a keystroke to the frame that shows its result, the CPU slowed 4 times, and the long tasks
 * meanwhile. Beside it, in the same run and by the same clock, the least there is: a page that writes one word.
 */
const KEYSTROKES = 200;
const SLOWED = 4;
const MOST_MS = 50;

const BARE_PAGE = `<!doctype html><meta charset="utf-8" /><title>Bare</title>
<label>Phosphate <input id="value" /></label><output id="result">empty</output>
<script>
document.getElementById('value').addEventListener('input', (event) => {
  document.getElementById('result').textContent = Number(event.target.value.replace(',', '.')) > 1.5 ? 'raised' : 'normal';
});
</script>`;

/** @typedef {{ times: number[], longTasks: number[] }} Measured */

export async function run() {
  const server = await startServer({ dir: join(ROOT, 'build') });
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_FLAGS });
  try {
    const app = await open(browser, `${server.url}fr/`);
    await app.locator('dialog[open] button').last().click();
    await enterCase(app);
    const bare = await open(browser, 'about:blank');
    await bare.setContent(BARE_PAGE);
    const fields = { app: '#lab-phosphate', bare: '#value' };
    console.log(
      `Keystroke to the frame with its result, ${KEYSTROKES} keystrokes, CPU slowed ${SLOWED} times`
    );
    line('bare page', await measure(bare, fields.bare), false);
    line('phosphate, a full case entered', await measure(app, fields.app), true);
    await app.locator('button[aria-haspopup="dialog"]').click();
    await app.waitForSelector('dialog[open] h2');
    line('the same with the full result open', await measure(app, fields.app), true);
    await app.keyboard.press('Escape');
    line('type-ahead over the conditions', await measure(app, '#condition', 'sclerodermie'), true);
  } finally {
    await browser.close();
    await server.close();
  }
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 */
async function open(browser, url) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'networkidle' });
  return page;
}

/**
 * Much of what can be entered, so that there is much to answer.
 *
 * @param {import('@playwright/test').Page} page
 */
async function enterCase(page) {
  await page.fill('#lab-totalCalcium', '2,35');
  await page.fill('#lab-albumin', '36');
  await page.fill('#lab-phosphate', '1,62');
  await page.fill('#age', '43');
  for (const condition of ['ScS', 'IRC']) {
    await page.fill('#condition', condition);
    await page.press('#condition', 'Enter');
  }
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} field
 * @param {string} [word] typed again and again; without it a figure that alternates above and within its interval
 * @returns {Promise<Measured>}
 */
async function measure(page, field, word) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  const measured = await page.evaluate(
    async ({ field, word, count }) => {
      const input = document.querySelector(field);
      if (!(input instanceof HTMLInputElement)) throw new Error(`No ${field}`);
      /** @type {number[]} */
      const longTasks = [];
      const observer = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) longTasks.push(duration);
      });
      observer.observe({ type: 'longtask' });
      const text = (/** @type {number} */ index) =>
        word ? word.slice(0, (index % word.length) + 1) : `1,${index % 2 ? 22 : 66}`;
      /** @type {number[]} */
      const times = [];
      for (let index = -10; index < count; index++) {
        await new Promise((done) => setTimeout(done, 20));
        const start = performance.now();
        input.value = text(index + 10);
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
        // The frame is shown once a task after its animation callback can run.
        await new Promise((done) =>
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => done(undefined);
            port2.postMessage(0);
          })
        );
        if (index >= 0) times.push(performance.now() - start);
      }
      await new Promise((done) => setTimeout(done, 100));
      observer.disconnect();
      return { times, longTasks };
    },
    { field, word, count: KEYSTROKES }
  );
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await session.detach();
  return measured;
}

/**
 * @param {string} name
 * @param {Measured} measured
 * @param {boolean} isBound
 */
function line(name, { times, longTasks }, isBound) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    sorted[Math.floor(share * (sorted.length - 1))] ?? NaN;
  const long = longTasks.length === 0 ? 'none' : longTasks.map((ms) => ms.toFixed(0)).join(', ');
  const holds = at(0.95) <= MOST_MS && longTasks.length === 0;
  console.log(
    `  ${name}: median ${at(0.5).toFixed(1)} ms, 95th percentile ${at(0.95).toFixed(1)} ms, long tasks: ${long}` +
      (isBound ? ` (at most ${MOST_MS} ms and none: ${holds ? 'holds' : 'MISSED'})` : '')
  );
}
