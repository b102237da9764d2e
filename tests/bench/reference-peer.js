import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../scripts/install.js';
import { startServer } from '../../scripts/server.js';
import { keptFiles } from '../support/weight.js';
import { launch, median, SLOWED } from './offline-start.js';
import { buildVitePress } from './vitepress-site.js';

/**
 * The reference beside the same content as a VitePress site with its local search and the PWA plug-in, both installed,
 * both with no network, the CPU slowed, in turns in one run: the longest topic from opening to the first paint, the search
 * from the tap that opens it to the first result, and what is kept on the device.
 */
const RUNS = 9;
const ASKED = 'minocycline';

/**
 * @typedef {{ name: string, folder: string, worker: string, topic: string, open: string, field: string, result: string }}
 *   Subject selectors of the search
 * @typedef {{ paint: number, search: number }} Times in milliseconds
 */

export async function run() {
  /** @type {Subject[]} */
  const subjects = [
    {
      name: 'ours',
      folder: join(ROOT, 'build'),
      worker: 'service-worker.js',
      topic: 'fr/reference/laboratory/',
      open: 'a[rel="search"]',
      field: '#search',
      result: '.hits a'
    },
    {
      name: 'VitePress',
      folder: buildVitePress(),
      worker: 'sw.js',
      topic: 'laboratory.html',
      open: '#local-search button',
      field: '#localsearch-input',
      result: '.VPLocalSearchBox .result'
    }
  ];
  const profile = mkdtempSync(join(tmpdir(), 'calcinote-peer-'));
  try {
    const urls = await install(profile, subjects);
    report(await measure(profile, subjects, urls), subjects);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Both on the device, and their hosts gone.
 *
 * @param {string} profile
 * @param {Subject[]} subjects
 * @returns {Promise<Map<string, string>>} the address of the topic, by name
 */
async function install(profile, subjects) {
  const urls = new Map();
  const context = await launch(profile);
  for (const { name, folder, topic } of subjects) {
    const server = await startServer({ dir: folder });
    const url = server.url + topic;
    urls.set(name, url);
    const page = await context.newPage();
    await page.goto(url);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.reload({ waitUntil: 'networkidle' });
    const accept = page.locator('dialog[open] .primary');
    if (await accept.isVisible()) await accept.click();
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
    await page.close();
    await server.close();
  }
  await context.close();
  return urls;
}

/**
 * @param {string} profile
 * @param {Subject[]} subjects
 * @param {Map<string, string>} urls
 */
async function measure(profile, subjects, urls) {
  const times = new Map(subjects.map(({ name }) => [name, /** @type {Times[]} */ ([])]));
  for (let round = 0; round <= RUNS; round++) {
    for (const subject of round % 2 === 0 ? subjects : [...subjects].reverse()) {
      const one = await measureOnce(profile, subject, urls.get(subject.name) ?? '');
      // The first round warms the disk.
      if (round > 0) times.get(subject.name)?.push(one);
    }
  }
  return times;
}

/**
 * @param {string} profile
 * @param {Subject} subject
 * @param {string} url
 * @returns {Promise<Times>}
 */
async function measureOnce(profile, { open, field, result }, url) {
  const context = await launch(profile);
  const page = context.pages()[0] ?? (await context.newPage());
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  await page.goto(url, { waitUntil: 'load' });
  const paint = await page.evaluate(
    () =>
      new Promise((done) => {
        new PerformanceObserver((list) => {
          const entry = list.getEntriesByName('first-contentful-paint')[0];
          if (entry) done(entry.startTime);
        }).observe({ type: 'paint', buffered: true });
      })
  );
  await page.waitForTimeout(2000);
  const began = performance.now();
  await page.click(open);
  await page.fill(field, ASKED);
  await page.waitForSelector(result);
  const search = performance.now() - began;
  await context.close();
  return { paint: Number(paint), search };
}

/**
 * @param {Map<string, Times[]>} times
 * @param {Subject[]} subjects
 */
function report(times, subjects) {
  console.log(
    `The reference beside the same content in VitePress, no network, CPU slowed ${SLOWED} times, median of ${RUNS}, in turns`
  );
  const of = (/** @type {string} */ name, /** @type {keyof Times} */ what) =>
    median((times.get(name) ?? []).map((one) => one[what]));
  const [ours, peer] = subjects.map(({ folder, worker }) => keptBytes(folder, worker));
  for (const [label, own, other, unit] of /** @type {const} */ ([
    ['longest topic, first content painted', of('ours', 'paint'), of('VitePress', 'paint'), 'ms'],
    ['search, from tap to first result', of('ours', 'search'), of('VitePress', 'search'), 'ms'],
    ['kept on the device, icons and fonts aside', ours ?? NaN, peer ?? NaN, 'kB']
  ])) {
    console.log(
      `  ${label}: ${own.toFixed(0)} ${unit}, VitePress ${other.toFixed(0)} ${unit}, ` +
        `${(own / other).toFixed(2)} x (less: ${own < other ? 'holds' : 'MISSED'})`
    );
  }
}

/**
 * @param {string} folder
 * @param {string} worker
 * @returns {number} in kB
 */
function keptBytes(folder, worker) {
  const files = keptFiles(folder, worker).filter((file) => !/^icons?[./]|\.woff2$/.test(file));
  return (
    [...new Set(files)].reduce((sum, file) => sum + statSync(join(folder, file)).size, 0) / 1e3
  );
}
