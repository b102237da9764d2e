import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { engines } from '../engines';
import { chromium } from '../engines/chromium';
import type { EnginePage } from '../engines/engine';
import { openBrowser } from '../support/app';
import {
  givenFile,
  keepFiles,
  noteText,
  openPage,
  putRows,
  readKept,
  says,
  tap,
  there
} from '../support/casebook';
import { Host, install } from '../support/host';
import { FAULTS, breakStorage, liftFault, refused } from '../support/storage-faults';
import { released } from '../support/released';

const host = new Host();
beforeEach(() => host.serve());
afterAll(() => host.stop());

const ALERT = '.notice[role="alert"]';
const CASES_NAV = 'nav a[href$="/fr/casebook/"]';
/** What a failed write is said to come from. */
const REASONS = {
  aborted: 'a interrompu l’écriture',
  quota: 'n’a plus de place',
  closing: 'a coupé l’accès',
  unknown: 'ne dit pas pourquoi'
};
type WriteFault = keyof typeof REASONS;
const WRITE_FAULTS = Object.keys(REASONS) as WriteFault[];
const ENGINE_TEST_MS = 180_000;

async function started(engine: ReturnType<typeof engines>[number]): Promise<EnginePage> {
  const browser = await openBrowser(engine);
  const page = await browser.newPage();
  await install(page, host.url('fr/'));
  return page;
}

/** The tables of the app, with the rows of the fixture. */
async function withRows(page: EnginePage): Promise<void> {
  await openPage(page, host, 'fr/casebook/');
  await says(page, '.prose', 'Aucun cas');
  // A draft would be taken up some seconds later, as if by itself.
  await putRows(page, { ...released.tables, drafts: [] });
}

/** Another tab has an older version open, with one case, and does not hear that a newer one is asked for. */
async function heldByAnother(engine: ReturnType<typeof engines>[number]) {
  const browser = await openBrowser(engine);
  const holding = await browser.newPage();
  await install(holding, host.url('fr/'));
  const [one] = released.tables.cases;
  await holding.evaluate(
    (row) =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open('calcinote', 5);
        opening.onupgradeneeded = () =>
          opening.result.createObjectStore('cases', { keyPath: 'id' }).add(row);
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          Object.assign(window, { held: opening.result });
          done();
        };
      }),
    one
  );
  return { browser, holding };
}

const letGo = (holding: EnginePage): Promise<void> =>
  holding.evaluate(() => (window as unknown as { held: IDBDatabase }).held.close());

/** Adds to the text of a note, with no key that would replace what stands there. */
const typeOn = (page: EnginePage, text: string): Promise<void> =>
  page.evaluate((more) => {
    const field = document.querySelector('textarea') as HTMLTextAreaElement;
    field.value += more;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);

const retry = (page: EnginePage): Promise<void> => tap(page, `${ALERT} button`);

describe.each(engines())('promise 3, "saved" is never said falsely, in $name', (engine) => {
  test(
    'a note that cannot be kept stays on the screen, says so, and is kept once it can be',
    async () => {
      const page = await started(engine);
      await openPage(page, host, 'fr/casebook/note/#new');
      await there(page, 'the editor', 'textarea');
      await page.type('textarea', 'Avant.');
      await there(page, 'the note to be saved', '[data-note-state="saved"]');
      let text = 'Avant.';
      for (const fault of WRITE_FAULTS) {
        const before = await readKept(page);
        await breakStorage(page, fault);
        text += ` Pendant ${fault}.`;
        await typeOn(page, ` Pendant ${fault}.`);
        // First the draft is tried, and after a pause the note itself.
        await refused(page, 'notes');
        await says(page, ALERT, REASONS[fault]);
        expect(await noteText(page), fault).toBe(text);
        expect(await page.text('[data-note-state]'), fault).toBe('');
        const seen = await liftFault(page);
        expect(seen, fault).toContain('failed');
        expect(
          seen.filter((state) => ['saved', 'kept'].includes(state)),
          fault
        ).toEqual([]);
        expect((await readKept(page)).tables, fault).toEqual(before.tables);
        await retry(page);
        await there(page, 'the note to be saved', '[data-note-state="saved"]');
        const kept = await readKept(page);
        expect(kept.tables.notes?.map(({ content }) => content)).toEqual([{ text, tags: [] }]);
      }
      await page.reload();
      await there(page, 'the editor', 'textarea');
      expect(await noteText(page)).toBe(text);
    },
    ENGINE_TEST_MS
  );

  test(
    'a case that cannot be kept is not listed, its name stays, and it is kept once it can be',
    async () => {
      const page = await started(engine);
      await openPage(page, host, 'fr/casebook/');
      await says(page, '.prose', 'Aucun cas');
      await page.type('form input', 'Lit 7');
      for (const fault of WRITE_FAULTS) {
        await breakStorage(page, fault);
        await tap(page, 'form button[type="submit"]');
        await says(page, '[role="alert"]', REASONS[fault]);
        expect(await page.evaluate(() => document.querySelector('input')?.value)).toBe('Lit 7');
        await liftFault(page);
        expect((await readKept(page)).tables.cases, fault).toEqual([]);
      }
      await tap(page, 'form button[type="submit"]');
      await says(page, 'h1', 'Lit 7');
      expect((await readKept(page)).tables.cases).toHaveLength(1);
    },
    ENGINE_TEST_MS
  );
});

describe.each(engines())('promise 4, a failed first reading, in $name', (engine) => {
  test(
    'is told, never looks like an empty casebook, writes nothing, and is tried again',
    async () => {
      const page = await started(engine);
      await withRows(page);
      for (const fault of FAULTS.filter((each) => /closing|^no-/.test(each))) {
        // A page that has not asked the database for anything yet.
        await openPage(page, host, 'fr/more/');
        const before = await readKept(page);
        await breakStorage(page, fault);
        await tap(page, CASES_NAV);
        await says(page, ALERT, 'Le carnet n’a pas pu être lu');
        expect(await page.text('.prose'), fault).not.toMatch(/Aucun cas/);
        await liftFault(page);
        expect(await readKept(page), fault).toEqual(before);
        await retry(page);
        await says(page, '[data-list="cases"]', 'Lit 12, dossier bleu');
      }
    },
    ENGINE_TEST_MS
  );

  test(
    'is told on every page of the casebook',
    async () => {
      const page = await started(engine);
      await withRows(page);
      const [one] = released.tables.cases;
      const [note] = released.tables.notes;
      const places = {
        'notes/': /Aucune note/,
        'checklists/': /Aucune liste/,
        'storage/': /corbeille est vide/,
        [`case/#${one?.id}`]: /rien à cette adresse/,
        [`note/#${note?.id}`]: /rien à cette adresse/
      };
      await openPage(page, host, 'fr/casebook/');
      for (const [path, empty] of Object.entries(places)) {
        await openPage(page, host, 'fr/more/');
        await breakStorage(page, 'no-opening');
        // A link of the app: followed within the page, which stays broken.
        await page.evaluate((address) => {
          const link = document.querySelector('nav a[href$="/fr/casebook/"]') as HTMLAnchorElement;
          link.href += address;
          link.click();
        }, path);
        await says(page, ALERT, 'Le carnet n’a pas pu être lu');
        expect(await page.text('.prose'), path).not.toMatch(empty);
        await liftFault(page);
        await page.evaluate(
          (selector) =>
            document.querySelectorAll<HTMLElement>(selector).forEach((button) => button.click()),
          `${ALERT} [data-again]`
        );
        await page.waitUntil(
          'the reading to succeed',
          (selector) => document.querySelector(selector) === null,
          ALERT
        );
      }
    },
    ENGINE_TEST_MS
  );

  test(
    'of a newer version is told, changes nothing, and what is there can leave the device',
    async () => {
      const page = await started(engine);
      await withRows(page);
      await openPage(page, host, 'fr/more/');
      await page.evaluate(
        () =>
          new Promise<void>((done, failed) => {
            const opening = indexedDB.open('calcinote', 20);
            opening.onupgradeneeded = () => opening.result.createObjectStore('wards');
            opening.onerror = () => failed(opening.error);
            opening.onsuccess = () => {
              opening.result.close();
              done();
            };
          })
      );
      // One on a note that there is, and one on a note that is not there yet.
      const [one] = released.tables.notes;
      const [draft] = released.tables.drafts;
      const typed = { text: 'En cours de saisie', tags: [] };
      await putRows(page, {
        drafts: [draft!, { id: one!.id, updatedAt: one!.updatedAt, note: one, content: typed }]
      });
      const before = await readKept(page);
      await openPage(page, host, 'fr/casebook/');
      await says(page, ALERT, 'Une version plus récente de Calcinote');
      await keepFiles(page);
      await page.click({ role: 'button', name: 'Exporter ce qui est là' });
      await there(page, 'the file', '[data-file]');
      const file = JSON.parse(await givenFile(page)) as { schema: number; rows: unknown[] };
      expect(file.schema).toBe(2);
      const { drafts, settings, meta, ...rows } = before.tables;
      expect([drafts, settings, meta].flat().length).toBeGreaterThan(2);
      const expected = Object.values(rows)
        .flat()
        .map((row) => (row.id === one?.id ? { ...row, content: typed } : row));
      expected.push({ ...draft!.note, content: draft!.content });
      const byText = (list: unknown[]) => list.map((row) => JSON.stringify(row, sorted)).sort();
      expect(byText(file.rows)).toEqual(byText(expected));
      expect(await readKept(page)).toEqual(before);
    },
    ENGINE_TEST_MS
  );

  test(
    'of an older version that another tab keeps open is told, can be exported, and is there once that tab lets go',
    async () => {
      const { browser, holding } = await heldByAnother(engine);
      const page = await browser.newPage();
      await openPage(page, host, 'fr/casebook/');
      await says(page, ALERT, 'Un autre onglet retient le carnet');
      expect(await page.text('.prose')).not.toMatch(/Aucun cas/);
      await keepFiles(page);
      await page.click({ role: 'button', name: 'Exporter ce qui est là' });
      await there(page, 'the file', '[data-file]');
      const file = JSON.parse(await givenFile(page)) as { schema: number; rows: unknown[] };
      expect(file).toMatchObject({ schema: 0, rows: [released.tables.cases[0]] });
      await letGo(holding);
      await says(page, '[data-list="cases"]', 'Lit 12, dossier bleu');
    },
    ENGINE_TEST_MS
  );

  // What a page that was left had asked for stands before all others; Firefox, once it is so, needs to be started anew.
  test(
    'of an older version that another tab keeps open is told on the page after, too',
    async () => {
      const { browser, holding } = await heldByAnother(engine);
      const page = await browser.newPage();
      await openPage(page, host, 'fr/casebook/');
      await says(page, ALERT, 'Un autre onglet retient le carnet');
      await openPage(page, host, 'fr/casebook/notes/');
      await says(page, ALERT, 'Un autre onglet retient le carnet');
      expect(await page.text('.prose')).not.toMatch(/Aucune note/);
      if (engine.name === 'firefox') return;
      await openPage(page, host, 'fr/casebook/');
      await letGo(holding);
      await says(page, '[data-list="cases"]', 'Lit 12, dossier bleu');
    },
    ENGINE_TEST_MS
  );
});

/** For `JSON.stringify`: keys in one order. */
function sorted(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort());
}

test.runIf(engines().some(({ name }) => name === 'chromium'))(
  'a browser without any database is told on each page, in chromium',
  async () => {
    const browser = await openBrowser(chromium);
    const page = await browser.newPage();
    await install(page, host.url('fr/'));
    await page.playwright.addInitScript(() =>
      Object.defineProperty(window, 'indexedDB', { value: undefined })
    );
    for (const path of ['', 'notes/', 'checklists/', 'storage/', 'case/#x', 'note/#x']) {
      await openPage(page, host, `fr/casebook/${path}`);
      await says(page, ALERT, 'Ce navigateur ne garde rien ici');
    }
    await openPage(page, host, 'fr/casebook/note/#new');
    await page.type('textarea', 'Sans base');
    await says(page, ALERT, 'Ce navigateur ne garde rien ici');
    expect(await noteText(page)).toBe('Sans base');
  },
  ENGINE_TEST_MS
);

test.runIf(engines().some(({ name }) => name === 'chromium'))(
  'a row that was spoilt keeps a backup from being made, is told, and leaves the device with all others',
  async () => {
    const browser = await openBrowser(chromium);
    const page = await browser.newPage();
    await install(page, host.url('fr/'));
    await withRows(page);
    const [one] = released.tables.cases;
    await putRows(page, { cases: [{ ...one, content: { pseudonym: 7 } }] });
    await openPage(page, host, 'fr/casebook/storage/');
    await keepFiles(page);
    await page.click({ role: 'button', name: 'Faire une sauvegarde' });
    await says(page, '[role="status"]', 'Le fichier n’a pas pu être fait');
    await page.click({ role: 'button', name: 'Exporter ce qui est là' });
    await there(page, 'the file', '[data-file]');
    const { rows } = JSON.parse(await givenFile(page)) as { rows: { content: object }[] };
    expect(rows.map(({ content }) => content)).toContainEqual({ pseudonym: 7 });
    expect(rows.length).toBeGreaterThan(10);
  },
  ENGINE_TEST_MS
);
