import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { engines } from '../engines';
import type { EnginePage } from '../engines/engine';
import { BUILD, openBrowser } from '../support/app';
import { Host, install, openFromDevice, waitUntilStarted } from '../support/host';

const host = new Host();
afterAll(() => host.stop());

/** Every page there is, as the worker lists them. */
const worker = await readFile(join(BUILD, 'service-worker.js'), 'utf8');
const routes = [...worker.matchAll(/"url":"((?:fr|en)\/[^"]*?)"/g)]
  .map(([, route]) => route as string)
  .filter((route) => route.endsWith('/'));

/** Topics are all of one kind: `npm run campaign` opens each, `npm test` these, and asks for all of them. */
const TOPICS = ['fr/reference/laboratory/', 'en/reference/minocycline/'];
const isTopic = (route: string) =>
  /\/reference\/(?!(?:evidence|sources|abbreviations)\/)./.test(route);
/** Pages of one row of the casebook, which nothing links to before there is one: tests/e2e/casebook.e2e.ts opens them. */
const isOfRow = (route: string) =>
  /\/casebook\/(case|follow-up|note|checklist|template)\//.test(route);

const visited =
  process.env.CAMPAIGN === '1'
    ? routes
    : routes.filter((route) => !isOfRow(route) && (!isTopic(route) || TOPICS.includes(route)));

/** Both languages in Chromium and in the campaign: the other engines take as long for French alone. */
const visitedIn = (engine: string) =>
  engine === 'chromium' || process.env.CAMPAIGN === '1'
    ? visited
    : visited.filter((route) => !route.startsWith('en/'));

/** The page that links to a page, all of them reached from the first. */
const LINKED_FROM: Record<string, string> = {
  'casebook/notes/': 'casebook/',
  'casebook/checklists/': 'casebook/',
  'casebook/storage/': 'casebook/',
  'casebook/lock/': 'casebook/storage/',
  'how-it-decides/': 'more/',
  'about/': 'more/',
  'reference/sources/': 'reference/',
  'reference/abbreviations/': 'reference/',
  'reference/evidence/': 'reference/',
  'reference/laboratory/': 'reference/',
  'reference/minocycline/': 'reference/'
};

/** A page of the app, all of its script there: leaving it earlier would break off what is still being loaded. */
async function heading(page: EnginePage): Promise<string> {
  await waitUntilStarted(page);
  return page.text('main h1');
}

/** Type, and read what the result bar says then. */
async function classify(page: EnginePage): Promise<string> {
  await waitUntilStarted(page);
  await page.type('#lab-phosphate', '1,62');
  await page.waitUntil('the echo of the value', () =>
    /1,62/.test(document.querySelector('#lab-phosphate-said')?.textContent ?? '')
  );
  return page.text('button[aria-haspopup="dialog"]');
}

/** Pressed by script: at the foot of a small window the fixed bar lies over it for a driver that does not scroll far. */
function repair(page: EnginePage): Promise<void> {
  return page.evaluate(() =>
    document.querySelector<HTMLElement>('[data-offline] ~ button')?.click()
  );
}

/** Follows one link of the page that is open, as a person does. */
async function follow(page: EnginePage, route: string): Promise<void> {
  const address = host.url(route);
  await page.waitUntil(
    `a link to ${route}`,
    (href) => [...document.querySelectorAll('a')].some((each) => each.href === href),
    address
  );
  await page.evaluate((href: string) => {
    [...document.querySelectorAll('a')].find((each) => each.href === href)?.click();
  }, address);
  await page.waitUntil(`a link to lead to ${route}`, (href) => location.href === href, address);
  expect(await heading(page), route).not.toBe('');
}

/** The addresses that the open page links to, below this host. */
function linksOf(page: EnginePage): Promise<string[]> {
  return page.evaluate(() => [...document.querySelectorAll('a')].map(({ href }) => href));
}

describe.each(engines())('promise 10, flight mode in $name', (engine) => {
  test('with the server stopped every page opens by reload and by its address', async () => {
    await host.serve();
    const browser = await openBrowser(engine);
    const page = await browser.newPage();
    await install(page, host.url('fr/'));
    await host.stop();
    await page.reload();
    expect(await heading(page)).not.toBe('');
    for (const route of visitedIn(engine.name)) {
      await page.goto(host.url(route));
      expect(await heading(page), route).not.toBe('');
      await page.reload();
      expect(await heading(page), `${route} reloaded`).not.toBe('');
    }
    await page.goto(host.url('fr/?source=somewhere'));
    expect(await heading(page), 'with a query').not.toBe('');
    await page.goto(host.url('fr'));
    await page.waitUntil('the address with its slash', () => location.pathname === '/fr/');
    await waitUntilStarted(page);
    await page.goto(host.url('nowhere/at/all/'));
    expect(await page.text('main h1')).toBe('Cette page n’existe pas');
  });

  test('right after the first visit, without a reload, every page opens by link', async () => {
    await host.serve();
    const browser = await openBrowser(engine);
    const page = await browser.newPage();
    await install(page, host.url('fr/'));
    await host.stop();
    await follow(page, 'fr/reference/');
    const topics = routes.filter((route) => isTopic(route) && route.startsWith('fr/'));
    expect(topics.length).toBeGreaterThan(30);
    const links = await linksOf(page);
    expect(topics.filter((route) => !links.includes(host.url(route)))).toEqual([]);
    for (const route of visited.filter(
      (one) => one.startsWith('fr/') && one !== 'fr/' && !isOfRow(one)
    )) {
      await page.goto(host.url('fr/'));
      await waitUntilStarted(page);
      const way = [route.slice(3)];
      for (let from = LINKED_FROM[way[0] ?? '']; from; from = LINKED_FROM[from]) way.unshift(from);
      for (const each of way) await follow(page, `fr/${each}`);
    }
  });

  test('the language switch takes along the filter, the section and the question', async () => {
    await host.serve();
    const browser = await openBrowser(engine);
    const page = await browser.newPage();
    await install(page, host.url('fr/'));
    await host.stop();
    for (const [route, wanted] of [
      ['reference/evidence/?sort=n', 'every study, the largest first'],
      ['reference/laboratory/#sources', 'the section'],
      ['search/#q=minocycline', 'the question']
    ] as const) {
      await page.goto(host.url(`fr/${route}`));
      await waitUntilStarted(page);
      await page.evaluate(() => document.querySelector<HTMLElement>('header a[hreflang]')?.click());
      await page.waitUntil(
        wanted,
        (address) =>
          location.href === address &&
          document.documentElement.lang === 'en' &&
          document.querySelector('main h1') !== null,
        host.url(`en/${route}`)
      );
      await waitUntilStarted(page);
    }
    expect(
      await page.evaluate(() => document.querySelector<HTMLInputElement>('#search')?.value)
    ).toBe('minocycline');
  });

  test('with the server stopped every page there is answers, with its heading', async () => {
    await host.serve();
    const browser = await openBrowser(engine);
    const page = await browser.newPage();
    await install(page, host.url('fr/'));
    await host.stop();
    const without = await page.evaluate(
      async (addresses: string[]) => {
        const wrong = [];
        for (const address of addresses) {
          const response = await fetch(address).catch(() => undefined);
          if (!response?.ok || !/<h1[ >]/.test(await response.text())) wrong.push(address);
        }
        return wrong;
      },
      routes.map((route) => host.url(route))
    );
    expect(without).toEqual([]);
  });

  test('with the server stopped the search finds a section, opens it, and its source opens in place', async () => {
    await host.serve();
    const browser = await openBrowser(engine);
    const page = await browser.newPage();
    await install(page, host.url('fr/'));
    await host.stop();
    await follow(page, 'fr/search/');
    await page.type('#search', 'minocycline');
    await page.waitUntil(
      'a result',
      () => document.querySelector('.hits a[href*="/reference/minocycline/"]') !== null
    );
    await page.evaluate(() =>
      document.querySelector<HTMLElement>('.hits a[href*="/reference/minocycline/"]')?.click()
    );
    await page.waitUntil('the topic', () => document.querySelector('[data-topic]') !== null);
    await waitUntilStarted(page);
    await page.evaluate(() => document.querySelector<HTMLElement>('sup a')?.click());
    await page.waitUntil('the source', () =>
      /[12]\d{3}/.test(document.querySelector('.source-panel:popover-open')?.textContent ?? '')
    );
    await page.press('Escape');
    await page.waitUntil(
      'the source to close and the focus to return',
      () =>
        document.querySelector('.source-panel:popover-open') === null &&
        document.activeElement?.matches('sup a') === true
    );
    expect(await page.text('h1')).toBe('Minocycline');
  });

  test('a value typed with the server stopped gives its result, in both languages', async () => {
    await host.serve();
    const browser = await openBrowser(engine);
    const page = await browser.newPage();
    await install(page, host.url('fr/'));
    await host.stop();
    await page.goto(host.url('fr/'));
    const french = await classify(page);
    await page.click('a[hreflang="en"]');
    await page.waitUntil('English', () => document.documentElement.lang === 'en');
    await page.waitUntil('the value to be there in English', () =>
      /1\.62/.test(document.querySelector('#lab-phosphate-said')?.textContent ?? '')
    );
    const english = await page.text('button[aria-haspopup="dialog"]');
    expect(french).not.toBe('');
    expect(english).not.toBe(french);
    expect(await page.evaluate(() => location.href)).toBe(host.url('en/'));
  });

  test('the files counted as ready are all that there are', async () => {
    await host.serve();
    const browser = await openBrowser(engine);
    const page = await browser.newPage();
    await install(page, host.url('fr/'));
    await host.stop();
    await page.goto(host.url('en/more/'));
    const total = [...worker.matchAll(/"integrity":/g)].length;
    await page.waitUntil(
      'the check to end',
      () => document.querySelector('[data-offline="ready"]') !== null
    );
    expect(await page.text('[data-offline]')).toBe(
      `Ready to work offline: ${total} of ${total} files.`
    );
  });

  test('a file that is gone or spoiled is counted as missing, and repaired with a network', async () => {
    await host.serve();
    const browser = await openBrowser(engine);
    const page = await browser.newPage();
    await install(page, host.url('en/more/'));
    const total = [...worker.matchAll(/"integrity":/g)].length;
    await page.evaluate(async () => {
      const name = (await caches.keys()).find((each) => each.startsWith('calcinote-version-'));
      const cache = await caches.open(name as string);
      const pages = (await cache.keys()).filter(({ url }) => url.endsWith('/about/'));
      await cache.delete(pages[0] as Request);
      await cache.put(pages[1] as Request, new Response(''));
    });
    await host.stop();
    await page.reload();
    await page.waitUntil(
      'the check to find them',
      () => document.querySelector('[data-offline="incomplete"]') !== null
    );
    expect(await page.text('[data-offline]')).toContain(`${total - 2} of ${total} files`);
    await repair(page);
    await page.waitUntil('the repair to fail', () =>
      /connection/.test(document.querySelector('[data-offline]')?.textContent ?? '')
    );
    await host.serve();
    await repair(page);
    await page.waitUntil(
      'the repair',
      () => document.querySelector('[data-offline="ready"]') !== null
    );
    await host.stop();
    await page.goto(host.url('fr/about/'));
    expect(await heading(page)).not.toBe('');
  });
});

describe.each(engines().filter(({ keepsProfiles }) => keepsProfiles))(
  'promise 10, cold start in $name',
  (engine) => {
    test('every page opens in a browser started with the server stopped', async () => {
      const profile = await mkdtemp(join(tmpdir(), 'calcinote-profile-'));
      await host.serve();
      const first = await openBrowser(engine, { profile });
      await install(await first.newPage(), host.url('fr/'));
      await first.close();
      await host.stop();
      const second = await openBrowser(engine, { profile });
      for (const route of visited) {
        const page = await openFromDevice(second, host.url(route));
        expect(await heading(page), route).not.toBe('');
        await page.close();
      }
      const page = await openFromDevice(second, host.url('fr/'));
      expect(await classify(page)).not.toBe('');
      await second.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    });
  }
);
