import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { engines } from '../engines';
import type { EnginePage } from '../engines/engine';
import { openBrowser } from '../support/app';
import { fill, openPage } from '../support/casebook';
import { Host, install } from '../support/host';
import {
  isHeld,
  isLocked,
  lockNow,
  readableOnDevice,
  tryToUnlock,
  turnOff,
  turnOn
} from '../support/lock';

const host = new Host();
beforeEach(() => host.serve());
afterAll(() => host.stop());

const ENGINE_TEST_MS = 240_000;
const PHOSPHATE = '#lab-phosphate';

const shows = (page: EnginePage, value: string): Promise<void> =>
  page.waitUntil(
    `${value} to stand there`,
    ([at, wanted]) => document.querySelector<HTMLInputElement>(at)?.value === wanted,
    [PHOSPHATE, value] as const
  );

/** Types it while there is no lock, and waits until the tab keeps it. */
async function enter(page: EnginePage, value: string): Promise<void> {
  await page.type(PHOSPHATE, value);
  await page.waitUntil(
    'the tab to keep it',
    (typed) => Boolean(sessionStorage.getItem('calcinote.entry')?.includes(typed)),
    value
  );
}

/** Changes it while there is a lock, and waits until the worker has it. */
async function change(page: EnginePage, value: string): Promise<void> {
  await fill(page, PHOSPHATE, value);
  await isHeld(page, value);
}

/** The page tells the worker nothing more, as one that the system ends. */
const fallSilent = (page: EnginePage): Promise<void> =>
  page.evaluate(() => {
    ServiceWorker.prototype.postMessage = () => undefined;
  });

describe.each(engines())('with the lock on, what is entered on Classify, in $name', (engine) => {
  test(
    'is written to no disk, goes from page to page, and is back in the tab once the lock is off',
    async () => {
      const browser = await openBrowser(engine);
      const page = await browser.newPage();
      await install(page, host.url('fr/'));
      await enter(page, '1,6201');
      const other = await browser.newPage();
      await openPage(other, host, 'fr/');
      await enter(other, '1,6302');
      await turnOn(page, host);
      expect(await readableOnDevice(page, '1,6201')).toEqual([]);
      await other.waitUntil(
        'the other tab to keep it no longer',
        () => sessionStorage.getItem('calcinote.entry') === null
      );
      await lockNow(page);
      await isLocked(page);
      await openPage(page, host, 'fr/');
      await shows(page, '1,6201');
      await page.reload();
      await shows(page, '1,6201');
      for (const path of ['fr/reference/surgery/', 'fr/casebook/', 'fr/'])
        await openPage(page, host, path);
      await shows(page, '1,6201');
      await change(page, '1,6403');
      await page.reload();
      await shows(page, '1,6403');
      await other.reload();
      await shows(other, '1,6302');
      for (const one of [page, other])
        for (const value of ['1,6201', '1,6302', '1,6403'])
          expect(await readableOnDevice(one, value)).toEqual([]);

      await openPage(page, host, 'fr/casebook/lock/');
      await tryToUnlock(page);
      await turnOff(page);
      expect(await readableOnDevice(page, '1,6403')).toEqual([]);
      await openPage(page, host, 'fr/');
      await shows(page, '1,6403');
      await page.reload();
      await shows(page, '1,6403');
    },
    ENGINE_TEST_MS
  );

  test(
    'outlives a page that is left as the lock is turned on, before the worker has answered it',
    async () => {
      const browser = await openBrowser(engine);
      const page = await browser.newPage();
      await install(page, host.url('fr/'));
      await enter(page, '1,6201');
      await page.evaluate(() => {
        document.documentElement.dataset.before = '';
        const post = ServiceWorker.prototype.postMessage;
        ServiceWorker.prototype.postMessage = function (
          this: ServiceWorker,
          message: { name: string },
          options: StructuredSerializeOptions
        ) {
          if (message.name !== 'find-carried') post.call(this, message, options);
        } as typeof post;
        localStorage.setItem('calcinote.lock', 'on');
        dispatchEvent(new StorageEvent('storage', { key: 'calcinote.lock' }));
        const left = setInterval(() => {
          if (sessionStorage.getItem('calcinote.entry') !== null) return;
          clearInterval(left);
          location.reload();
        });
      });
      await page.waitUntil(
        'the next page',
        () => document.documentElement.dataset.before === undefined
      );
      await shows(page, '1,6201');
      expect(await page.evaluate(() => sessionStorage.getItem('calcinote.entry'))).toBeNull();
    },
    ENGINE_TEST_MS
  );

  test(
    'stays that of its tab when the tab is copied with all that it has stored, and ends without a word',
    async () => {
      const browser = await openBrowser(engine);
      const page = await browser.newPage();
      await install(page, host.url('fr/'));
      await page.evaluate(() => localStorage.setItem('calcinote.lock', 'on'));
      await page.reload();
      await change(page, '1,6201');

      const copy = await browser.newPage();
      await copy.goto(host.url('icon.svg'));
      const stored = await page.evaluate(() => ({ ...sessionStorage }) as Record<string, string>);
      await copy.evaluate((all) => {
        for (const [key, value] of Object.entries(all)) sessionStorage.setItem(key, value);
      }, stored);
      await openPage(copy, host, 'fr/');
      await shows(copy, '1,6201');
      await change(copy, '1,6504');
      await fallSilent(page);
      await page.reload();
      await shows(page, '1,6201');
      await change(page, '1,6605');
      await fallSilent(copy);
      await copy.reload();
      await shows(copy, '1,6504');
    },
    ENGINE_TEST_MS
  );
});
