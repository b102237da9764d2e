import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { engines } from '../engines';
import type { Engine, EnginePage } from '../engines/engine';
import { openBrowser } from '../support/app';
import {
  chooseFile,
  fill,
  given,
  keepFiles,
  openPage,
  putRows,
  rowsOf,
  says,
  tap,
  there
} from '../support/casebook';
import { Host, install } from '../support/host';
import { turnOn } from '../support/lock';
import { released } from '../support/released';

const host = new Host();
beforeEach(() => host.serve());
afterAll(() => host.stop());

const ENGINE_TEST_MS = 240_000;
const OF_FILE = 'autres mots bien choisis';
const MAKE = '[data-backup] button[data-make]';

/** Beside the backup that cannot be made. */
const RESCUE = '[data-make]:not([data-backup] *)';

/** One bit of the first row, past the app. */
const alterFirst = (page: EnginePage, table: string): Promise<void> =>
  page.evaluate(
    (name) =>
      new Promise<void>((done) => {
        const opening = indexedDB.open('calcinote');
        opening.onsuccess = () => {
          const transaction = opening.result.transaction(name, 'readwrite');
          const asked = transaction.objectStore(name).getAll();
          asked.onsuccess = () => {
            const [row] = asked.result as { content: Uint8Array }[];
            if (!row) throw new Error('no row');
            const { content } = row;
            content[content.length - 1] = (content[content.length - 1] ?? 0) ^ 1;
            transaction.objectStore(name).put({ ...row, content });
          };
          transaction.oncomplete = () => {
            opening.result.close();
            done();
          };
        };
      }),
    table
  );

/** A phone with a row of every kind. */
async function aCasebook(engine: Engine) {
  const browser = await openBrowser(engine);
  const page = await browser.newPage();
  await install(page, host.url('fr/'));
  await openPage(page, host, 'fr/casebook/');
  await says(page, '.prose', 'Aucun cas');
  await putRows(page, { ...released.tables, drafts: [] });
  return { browser, page, before: await rowsOf(page) };
}

/** Another phone, which was handed the file and asks for its passphrase. */
async function askedOnAnother(engine: Engine, text: string, name: string): Promise<EnginePage> {
  const browser = await openBrowser(engine);
  const phone = await browser.newPage();
  await install(phone, host.url('fr/'));
  await openPage(phone, host, 'fr/casebook/storage/');
  await there(phone, 'the import', 'input[type="file"]');
  await chooseFile(phone, text, name);
  await there(phone, 'the question', '[data-sealed] input');
  return phone;
}

/** Asks for a backup that is not sealed. */
async function makeReadable(page: EnginePage): Promise<void> {
  await openPage(page, host, 'fr/casebook/storage/');
  await there(page, 'the backup', `${MAKE}[disabled]`);
  await tap(page, '[data-backup] .tick input');
  await there(page, 'the button', `${MAKE}:not([disabled])`);
  await tap(page, MAKE);
}

describe.each(engines())('a sealed backup, in $name', (engine) => {
  test(
    'is what a sealed casebook gives out, opens on another phone with its passphrase alone, and holds every row',
    async () => {
      const { browser, page, before } = await aCasebook(engine);
      await turnOn(page, host);
      await openPage(page, host, 'fr/casebook/storage/');
      await there(page, 'the backup', `${MAKE}[disabled]`);
      await tap(page, '[data-backup] .tick input');
      await says(page, '[data-unsealed]', 'mais ce fichier ne le sera pas');
      await tap(page, '[data-backup] .tick input');
      await keepFiles(page);
      await fill(page, '[data-backup] .secret:nth-of-type(1) input', OF_FILE);
      await fill(page, '[data-backup] .secret:last-of-type input', OF_FILE);
      await there(page, 'it to be accepted', `${MAKE}:not([disabled])`);
      await tap(page, MAKE);
      await there(page, 'the file', '[data-file]:not([data-file=""])');
      const { name, text } = await given(page);
      expect(name).toMatch(/^calcinote-sealed-\d{4}-\d\d-\d\d\.json$/);
      expect(text).not.toContain('dossier bleu');
      expect(text).not.toContain('Ulcère');
      await browser.close();

      const phone = await askedOnAnother(engine, text, name);
      await fill(phone, '[data-sealed] input', 'quatre mots sans lien');
      await tap(phone, '[data-sealed] button[type="submit"]');
      await says(phone, '[data-sealed] .error', 'Ce n’est pas la phrase de passe');
      expect(await rowsOf(phone)).not.toHaveProperty('cases.0');
      await fill(phone, '[data-sealed] input', OF_FILE);
      await tap(phone, '[data-sealed] button[type="submit"]');
      await there(phone, 'what it would do', '[data-import] .primary');
      await tap(phone, '[data-import] .primary');
      await says(phone, '[role="status"]', 'Sauvegarde importée');
      expect(await rowsOf(phone)).toEqual(before);
    },
    ENGINE_TEST_MS
  );

  test(
    'a row that was altered keeps it from being made until it is given up; what the device holds leaves it sealed, and all other rows come back',
    async () => {
      const { browser, page, before } = await aCasebook(engine);
      const code = await turnOn(page, host);
      await alterFirst(page, 'treatments');
      await makeReadable(page);
      await there(page, 'what is left to do', RESCUE);
      await keepFiles(page);
      await tap(page, RESCUE);
      await there(page, 'the file', '[data-file^="calcinote-"]');
      const { name, text } = await given(page);
      expect(text).not.toContain('dossier bleu');

      await openPage(page, host, 'fr/casebook/lock/');
      await there(page, 'the check', '[data-check]:not([disabled])');
      await tap(page, '[data-check]');
      await says(page, '[data-damaged="1"]', 'Traitement');
      await tap(page, '[data-damaged] input');
      await there(page, 'the second step', '[data-remove-damaged]:not([disabled])');
      await tap(page, '[data-remove-damaged]');
      await there(page, 'nothing altered', 'body:not(:has([data-damaged])) [data-check]');
      await makeReadable(page);
      await there(page, 'the file', '[data-file]:not([data-file=""])');
      await browser.close();

      const phone = await askedOnAnother(engine, text, name);
      await fill(phone, '[data-sealed] input', code);
      await tap(phone, '[data-sealed] button[type="submit"]');
      await says(phone, '[data-lost]', 'ne peuvent pas être reprises');
      await tap(phone, '[data-import] .primary');
      await says(phone, '[role="status"]', 'Sauvegarde importée');
      const [, ...whole] = before.treatments as unknown[];
      expect(await rowsOf(phone)).toEqual({ ...before, treatments: whole });
    },
    ENGINE_TEST_MS
  );
});
