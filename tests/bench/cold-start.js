import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../scripts/install.js';
import { startServer } from '../../scripts/server.js';
import { launch, median, openOnce, SLOWED } from './offline-start.js';

/**
 * Opening the installed app with no network, the browser just started and the CPU slowed 4 times: until content is
 * painted, and until a typed value has given its result. Beside it, in turns in the same run, the least that could do
 * the same: one static page, its script in it, behind the smallest service worker.
 */
const RUNS = 15;
const MOST = { paint: 1.45, result: 1.9 };

const BARE_PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8" /><title>Bare</title></head><body>
<h1>Bare</h1><label>Phosphate <input id="value" /></label><output id="result">empty</output>
<script>
document.getElementById('value').addEventListener('input', (event) => {
  document.getElementById('result').textContent = Number(event.target.value.replace(',', '.')) > 1.5 ? 'raised' : 'normal';
});
navigator.serviceWorker.register('worker.js');
</script></body></html>`;

const BARE_WORKER = `
addEventListener('install', (event) => event.waitUntil(caches.open('bare').then((cache) => cache.add('./'))));
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => event.respondWith(caches.match(event.request).then((file) => file || fetch(event.request))));
`;

/**
 * @typedef {{ name: string, url: string, input: string, result: string }} Subject
 * @typedef {{ paint: number, result: number }} Times in milliseconds since the navigation began
 */

export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'calcinote-cold-'));
  try {
    const { subjects, stop } = await serve();
    const context = await launch(folder);
    for (const subject of subjects) await install(context, subject);
    await context.close();
    await stop();
    report(await measure(folder, subjects));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function serve() {
  const app = await startServer({ dir: join(ROOT, 'build') });
  const bare = createServer((request, response) => {
    const isWorker = request.url === '/worker.js';
    response
      .writeHead(200, { 'Content-Type': isWorker ? 'text/javascript' : 'text/html' })
      .end(isWorker ? BARE_WORKER : BARE_PAGE);
  });
  await new Promise((done) => bare.listen(0, '127.0.0.1', () => done(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (bare.address());
  /** @type {Subject[]} */
  const subjects = [
    { name: 'bare', url: `http://localhost:${port}/`, input: '#value', result: '#result' },
    {
      name: 'app',
      url: `${app.url}fr/`,
      input: '#lab-phosphate',
      result: 'button[aria-haspopup="dialog"]'
    },
    // The longest topic, which is only read.
    { name: 'topic', url: `${app.url}fr/reference/laboratory/`, input: '', result: '' }
  ];
  const stop = async () => {
    await app.close();
    bare.close();
    bare.closeAllConnections();
  };
  return { subjects, stop };
}

/**
 * Visits until the worker serves the page, accepts what is asked once, and visits again as a person would.
 *
 * @param {import('@playwright/test').BrowserContext} context
 * @param {Subject} subject
 */
async function install(context, { url }) {
  const page = await context.newPage();
  await page.goto(url);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload({ waitUntil: 'networkidle' });
  const accept = page.locator('dialog[open] button').last();
  if (await accept.isVisible()) await accept.click();
  for (let visit = 0; visit < 3; visit++) await page.reload({ waitUntil: 'networkidle' });
  await page.close();
}

/**
 * @param {string} profile
 * @param {Subject[]} subjects
 */
async function measure(profile, subjects) {
  const times = new Map(subjects.map(({ name }) => [name, /** @type {Times[]} */ ([])]));
  for (let round = 0; round <= RUNS; round++) {
    for (const subject of round % 2 === 0 ? subjects : [...subjects].reverse()) {
      /** @type {Times} */
      const one = await openOnce(
        profile,
        subject.url,
        `(${typeUntilAnswered})(${JSON.stringify(subject)})`,
        'measured'
      );
      // The first round warms the disk.
      if (round > 0) times.get(subject.name)?.push(one);
    }
  }
  return times;
}

/**
 * Runs in the page before its own scripts: types as soon as there is a field, and again until the page has answered.
 *
 * @param {Subject} subject
 */
function typeUntilAnswered({ input, result }) {
  /** @type {Promise<number>} */
  const answered = new Promise((done) => {
    if (input === '') return done(NaN);
    /** @type {string | undefined} */
    let before;
    const timer = setInterval(() => {
      const field = document.querySelector(input);
      const answer = document.querySelector(result);
      // Until then the answer may stand there in part.
      if (document.readyState === 'loading') return;
      if (!(field instanceof HTMLInputElement) || answer?.textContent == null) return;
      before ??= answer.textContent;
      if (answer.textContent !== before) {
        clearInterval(timer);
        done(performance.now());
        return;
      }
      field.value = '1,62';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, 4);
  });
  /** @type {Promise<number>} */
  const painted = new Promise((done) => {
    new PerformanceObserver((list) => {
      const entry = list.getEntriesByName('first-contentful-paint')[0];
      if (entry) done(entry.startTime);
    }).observe({ type: 'paint', buffered: true });
  });
  Object.assign(window, {
    measured: Promise.all([painted, answered]).then(([paint, result]) => ({ paint, result }))
  });
}

/** @param {Map<string, Times[]>} times */
function report(times) {
  console.log(
    `Cold start with no network, CPU slowed ${SLOWED} times, median of ${RUNS}, in turns`
  );
  const of = (/** @type {string} */ name, /** @type {keyof Times} */ what) =>
    median((times.get(name) ?? []).map((one) => one[what]));
  for (const [name, what, label] of /** @type {const} */ ([
    ['app', 'paint', 'first content painted'],
    ['app', 'result', 'typed value answered'],
    ['topic', 'paint', 'first content of the longest topic painted']
  ])) {
    const [bare, ours] = [of('bare', what), of(name, what)];
    const ratio = ours / bare;
    const verdict = ratio <= MOST[what] ? 'holds' : 'MISSED';
    console.log(
      `  ${label}: ${ours.toFixed(0)} ms, bare page ${bare.toFixed(0)} ms, ${ratio.toFixed(2)} x (at most ${MOST[what]} x: ${verdict})`
    );
  }
}
