import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { engines } from '../engines';
import { openBrowser } from '../support/app';
import { openPage, putRows, says, tap, there } from '../support/casebook';
import { Host, install } from '../support/host';
import { LOCKED, isHeld, turnOn } from '../support/lock';
import { released } from '../support/released';

const host = new Host();
beforeEach(() => host.serve());
afterAll(() => host.stop());

const ENGINE_TEST_MS = 180_000;

describe.each(engines())('in $name', (engine) => {
  test(
    'everything is erased in two steps, read back, and the app starts empty without a network',
    async () => {
      const browser = await openBrowser(engine);
      const page = await browser.newPage();
      await install(page, host.url('fr/'));
      await openPage(page, host, 'fr/casebook/');
      await says(page, '.prose', 'Aucun cas');
      await putRows(page, { ...released.tables, drafts: [] });
      await page.evaluate(() => {
        localStorage.setItem('calcinote.reading', '{"favourites":["surgery"]}');
        sessionStorage.setItem('calcinote.entry', '{}');
        localStorage.setItem('of another', 'stays');
      });
      await turnOn(page, host);
      await there(page, 'the sign', '[data-sign="lock"]');
      await tap(page, '[data-sign="lock"]');
      await there(page, 'the lock to close', LOCKED);
      const other = await browser.newPage();
      await openPage(other, host, 'fr/casebook/');
      await there(other, 'the lock', LOCKED);
      const classifying = await browser.newPage();
      await openPage(classifying, host, 'fr/');
      await classifying.type('#lab-phosphate', '2,1');
      await isHeld(classifying, '2,1');
      await classifying.reload();
      await classifying.waitUntil(
        'the entry to be held in memory',
        () => document.querySelector<HTMLInputElement>('#lab-phosphate')?.value === '2,1'
      );

      await tap(page, '[data-erase]');
      await there(page, 'the first step', 'dialog[open] [data-erase-now][disabled]');
      await tap(page, 'dialog[open] input');
      await there(page, 'the second step', '[data-erase-now]:not([disabled])');
      await tap(page, '[data-erase-now]');
      await says(page, '[data-erased]', 'ne retrouve plus rien');
      const left = await page.evaluate(async () => ({
        databases: (await indexedDB.databases()).map(({ name }) => name),
        keys: [...Object.keys(localStorage), ...Object.keys(sessionStorage)]
      }));
      expect(left).toEqual({ databases: [], keys: ['of another'] });
      for (const [tab, what] of [
        [other, 'the casebook'],
        [classifying, 'the entry']
      ] as const) {
        await there(tab, `the terms in place of ${what}`, 'dialog[open] .primary');
        const kept = await tab.evaluate(
          () =>
            sessionStorage.getItem('calcinote.entry')?.includes('2,1') ||
            document.querySelector<HTMLInputElement>('#lab-phosphate')?.value
        );
        expect(kept, what).toBeFalsy();
      }

      await host.stop();
      await tap(page, 'dialog[open] a.primary');
      await there(page, 'the terms of a first start', 'dialog[open] .primary:not(a)');
      expect(await page.url()).toBe(host.url('fr/'));
      await openPage(page, host, 'fr/casebook/');
      await says(page, '.prose', 'Aucun cas');
      await host.serve();
    },
    ENGINE_TEST_MS
  );

  test(
    'a tab forgets its entry however it hears of it, before anything else is gone',
    async () => {
      const browser = await openBrowser(engine);
      const page = await browser.newPage();
      await install(page, host.url('fr/'));
      await page.type('#lab-phosphate', '2,1');
      await page.waitUntil('the entry to be kept', () =>
        Boolean(sessionStorage.getItem('calcinote.entry')?.includes('2,1'))
      );
      await tap(page, 'button[aria-haspopup="dialog"]');
      await page.click({ role: 'button', name: 'Enregistrer dans un cas' });
      // Now the page hears what the casebook's pages tell each other.
      await there(page, 'the casebook', 'dialog[open] form');
      const erasing = await browser.newPage();
      await openPage(erasing, host, 'fr/more/');
      await erasing.evaluate(() => new BroadcastChannel('calcinote-lock').postMessage('erased'));
      await page.waitUntil(
        'an empty Classify page',
        () =>
          document.querySelector('dialog[open]') === null &&
          document.querySelector<HTMLInputElement>('#lab-phosphate')?.value === ''
      );
      const kept = await page.evaluate(() => sessionStorage.getItem('calcinote.entry') ?? '');
      expect(kept).not.toContain('2,1');
    },
    ENGINE_TEST_MS
  );

  test(
    'a tab that does not let go is told, and erasing goes on by itself once it does',
    async () => {
      const browser = await openBrowser(engine);
      const page = await browser.newPage();
      await install(page, host.url('fr/'));
      const holding = await browser.newPage();
      await holding.goto(host.url('schemas/findings.json'));
      await openPage(page, host, 'fr/casebook/storage/');
      await there(page, 'the storage', '[data-erase]');
      await holding.evaluate(
        () =>
          new Promise<void>((done) => {
            const opening = indexedDB.open('calcinote');
            opening.onsuccess = () => {
              Object.assign(window, { held: opening.result });
              done();
            };
          })
      );
      await tap(page, '[data-erase]');
      await tap(page, 'dialog[open] input');
      await there(page, 'the second step', '[data-erase-now]:not([disabled])');
      await tap(page, '[data-erase-now]');
      await there(page, 'what is left', '[data-left="casebook"]');
      expect(await page.text('[data-left]')).toContain('Tout n’a pas pu être effacé');
      await holding.evaluate(() => (window as unknown as { held: IDBDatabase }).held.close());
      await says(page, '[data-erased]', 'ne retrouve plus rien');
    },
    ENGINE_TEST_MS
  );

  test(
    'a tap hides the page, another shows it again, with what was typed',
    async () => {
      const browser = await openBrowser(engine);
      const page = await browser.newPage();
      await install(page, host.url('fr/'));
      await openPage(page, host, 'fr/casebook/');
      await page.type('form input', 'Lit 7');
      const title = await page.evaluate(() => document.title);
      await tap(page, '[data-sign="hide"]');
      const hidden = await page.evaluate(() => {
        const { top, left, width, height } = (
          document.querySelector('dialog[open]') as HTMLElement
        ).getBoundingClientRect();
        const isCovered = [10, innerWidth / 2, innerWidth - 10].every((x) =>
          [10, innerHeight / 2, innerHeight - 10].every(
            (y) => document.elementFromPoint(x, y)?.closest('dialog[open]') !== null
          )
        );
        const { clientWidth, clientHeight } = document.documentElement;
        const fills = top <= 0 && left <= 0 && width >= clientWidth && height >= clientHeight;
        const { backgroundColor } = getComputedStyle(
          document.querySelector('dialog[open]') as HTMLElement
        );
        return { isCovered, fills, backgroundColor, title: document.title };
      });
      expect(hidden).toMatchObject({ isCovered: true, fills: true, title: 'Calcinote' });
      expect(hidden.backgroundColor).toMatch(/^rgb\(/);
      await page.press('a');
      await page.waitUntil(
        'the page',
        (before) => document.querySelector('dialog[open]') === null && document.title === before,
        title
      );
      const typed = await page.evaluate(
        () => document.querySelector<HTMLInputElement>('form input')?.value
      );
      expect(typed).toBe('Lit 7');
    },
    ENGINE_TEST_MS
  );
});
