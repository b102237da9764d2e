import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { engines } from '../engines';
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

describe.each(engines())('a sealed backup, in $name', (engine) => {
  test(
    'is what a sealed casebook gives out, opens on another phone with its passphrase alone, and holds every row',
    async () => {
      const browser = await openBrowser(engine);
      const page = await browser.newPage();
      await install(page, host.url('fr/'));
      await openPage(page, host, 'fr/casebook/');
      await says(page, '.prose', 'Aucun cas');
      await putRows(page, { ...released.tables, drafts: [] });
      const before = await rowsOf(page);
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

      const other = await openBrowser(engine);
      const phone = await other.newPage();
      await install(phone, host.url('fr/'));
      await openPage(phone, host, 'fr/casebook/storage/');
      await there(phone, 'the import', 'input[type="file"]');
      await chooseFile(phone, text, name);
      await there(phone, 'the question', '[data-sealed] input');
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
});
