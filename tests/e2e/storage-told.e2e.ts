import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { engines } from '../engines';
import type { EnginePage } from '../engines/engine';
import { openBrowser } from '../support/app';
import { openPage, putRows, says, tap, there } from '../support/casebook';
import { Host, install } from '../support/host';
import { released } from '../support/released';

const host = new Host();
beforeEach(() => host.serve());
afterAll(() => host.stop());

type Answer = 'true' | 'false' | 'absent' | 'rejects' | 'throws';
const ANSWERS: Answer[] = ['true', 'false', 'absent', 'rejects', 'throws'];

/** Lets the browser answer as told when this page asks about its storage. */
const answer = (page: EnginePage, answers: { persisted: Answer; persist: Answer }): Promise<void> =>
  page.evaluate((asked) => {
    // WebKitGTK has none at all.
    const storage = Object.create(navigator.storage ?? {}) as StorageManager;
    for (const [name, kind] of Object.entries(asked)) {
      const value = {
        true: async () => true,
        false: async () => false,
        absent: undefined,
        rejects: async () => {
          throw new TypeError('made up');
        },
        throws: () => {
          throw new DOMException('made up', 'SecurityError');
        }
      }[kind];
      Object.defineProperty(storage, name, { value });
    }
    Object.defineProperty(navigator, 'storage', { configurable: true, value: storage });
  }, answers);

const noStorageManager = (page: EnginePage): Promise<void> =>
  page.evaluate(() => {
    Object.defineProperty(navigator, 'storage', { configurable: true, value: undefined });
  });

/** From a page outside the casebook, within the document that answers as told. */
async function toStorage(page: EnginePage): Promise<void> {
  await tap(page, 'nav a[href$="/fr/casebook/"]');
  await there(page, 'the casebook', 'nav.parts');
  await tap(page, 'nav.parts a[href$="/storage/"]');
  await there(page, 'what the browser says', '[data-persisted]');
}

const told = (page: EnginePage): Promise<string | null | undefined> =>
  page.evaluate(() => document.querySelector('[data-persisted]')?.getAttribute('data-persisted'));

describe.each(engines())('promise 23, what the browser says of its storage, in $name', (engine) => {
  test('is told as it is, whatever it answers, and asking for more breaks nothing', async () => {
    const browser = await openBrowser(engine);
    const page = await browser.newPage();
    await install(page, host.url('fr/'));
    for (const persisted of ANSWERS) {
      await openPage(page, host, 'fr/more/');
      await answer(page, { persisted, persist: 'rejects' });
      await toStorage(page);
      const isKnown = ['true', 'false'].includes(persisted);
      expect(await told(page), persisted).toBe(isKnown ? persisted : 'undefined');
    }
    await openPage(page, host, 'fr/more/');
    await noStorageManager(page);
    await toStorage(page);
    expect(await told(page), 'no storage manager').toBe('undefined');

    for (const persist of ANSWERS) {
      await openPage(page, host, 'fr/more/');
      await answer(page, { persisted: 'false', persist });
      await toStorage(page);
      expect(await told(page)).toBe('false');
      if (persist === 'true') await answer(page, { persisted: 'true', persist });
      await tap(page, '[data-persisted] button');
      await page.waitUntil(
        `the answer to be told, ${persist}`,
        (expected) => document.querySelector(`[data-persisted="${expected}"]`) !== null,
        persist === 'true' ? 'true' : 'false'
      );
      await tap(page, 'nav.parts a[href$="/fr/casebook/"]');
      await there(page, 'the form', 'form input');
      await page.type('form input', `Promesse ${persist}`);
      await page.click({ role: 'button', name: 'Créer le cas' });
      await says(page, 'h1', `Promesse ${persist}`);
    }
  }, 180_000);
});

/** The local day so many days ago, as the page's own clock has it. */
const dayAgo = (page: EnginePage, days: number): Promise<string> =>
  page.evaluate((count) => {
    const day = new Date();
    day.setDate(day.getDate() - count);
    const two = (part: number) => String(part).padStart(2, '0');
    return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
  }, days);

const AGES: [number, string][] = [
  [0, 'aujourd’hui'],
  [1, 'hier'],
  [30, 'il y a 30 jours'],
  [4000, 'il y a 4000 jours']
];

describe.each(engines())('promise 22, a saved assessment, in $name', (engine) => {
  test('says how old its oldest value is, also when that is years', async () => {
    const browser = await openBrowser(engine);
    const page = await browser.newPage();
    await install(page, host.url('fr/'));
    await openPage(page, host, 'fr/casebook/');
    await says(page, '.prose', 'Aucun cas');
    const [one] = released.tables.cases;
    const [assessment] = released.tables.assessments;
    for (const [days, said] of AGES) {
      const day = await dayAgo(page, days);
      const row = structuredClone(assessment!);
      row.content.findings.labs.totalCalcium.sampledOn = day;
      row.content.findings.labs.phosphate.sampledOn = await dayAgo(page, 0);
      row.content.sampledOn = day;
      await putRows(page, { cases: [one!], assessments: [row] });
      await openPage(page, host, 'fr/more/');
      await openPage(page, host, `fr/casebook/case/#${one!.id}`);
      await there(page, 'the assessment', '[data-list="timeline"] li');
      // French groups digits with a narrow space, and some write a straight apostrophe.
      const text = await page.text('[data-list="timeline"]');
      const plain = text.replace(/(\d)[\s\u202f\u00a0](?=\d{3})/g, '$1').replaceAll("'", '’');
      expect(plain).toMatch(/Valeur la plus ancienne/);
      expect(plain).toContain(said);
    }
  }, 120_000);

  test('made on the Classify page keeps the day of its sample', async () => {
    const browser = await openBrowser(engine);
    const page = await browser.newPage();
    await install(page, host.url('fr/'));
    await openPage(page, host, 'fr/');
    await page.type('#lab-phosphate', '2,1');
    await page.evaluate(() => {
      const summaries = [...document.querySelectorAll<HTMLElement>('summary')];
      summaries.find(({ textContent }) => /\(phosphate\)/i.test(textContent ?? ''))?.click();
    });
    await there(page, 'the day of the sample', 'input[type="date"]');
    await page.evaluate(
      (day) => {
        const field = document.querySelector('input[type="date"]') as HTMLInputElement;
        field.value = day;
        field.dispatchEvent(new Event('change', { bubbles: true }));
      },
      await dayAgo(page, 30)
    );
    await page.click('button[aria-haspopup="dialog"]');
    await page.click({ role: 'button', name: 'Enregistrer dans un cas' });
    await there(page, 'the form of a case', 'dialog[open] form input, section form input');
    await page.type('section form input', 'Lit 4');
    await page.click({ role: 'button', name: 'Créer le cas' });
    await says(page, '[role="status"]', 'Enregistré dans');
    await openPage(page, host, 'fr/casebook/');
    await there(page, 'the case', '[data-list="cases"] a');
    await tap(page, '[data-list="cases"] a');
    await there(page, 'the assessment', '[data-list="timeline"] li');
    expect(await page.text('[data-list="timeline"]')).toMatch(
      /Valeur la plus ancienne.*phosphate.*il y a 30 jours/i
    );
  }, 120_000);
});
