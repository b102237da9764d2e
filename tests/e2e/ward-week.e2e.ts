import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engines } from '../engines';
import type { Engine, EngineBrowser, EnginePage } from '../engines/engine';
import { openBrowser } from '../support/app';
import {
  chooseFile,
  fill,
  givenFile,
  keepFiles,
  openPage,
  rowsOf,
  says,
  tap,
  there
} from '../support/casebook';
import { Host, acceptTerms, install, openFromDevice, waitUntilStarted } from '../support/host';
import { IS_VERSION_TWO, makeVersionTwo } from '../support/version-two';

const host = new Host();
let two: Awaited<ReturnType<typeof makeVersionTwo>>;
beforeAll(async () => {
  two = await makeVersionTwo();
});
afterAll(async () => {
  await host.stop();
  await two.remove();
});

async function open(page: EnginePage, path: string): Promise<void> {
  await openPage(page, host, path);
  // A sudden death within seconds can take the acceptance of the terms along, which stands in localStorage: asked again.
  const isAsked = await page.evaluate(() => document.querySelector('dialog[open]') !== null);
  if (isAsked) await acceptTerms(page);
}

/** Sudden death in the middle of it; where an engine keeps no profile the page alone dies. */
async function die(
  engine: Engine,
  browser: EngineBrowser,
  page: EnginePage,
  profile: string
): Promise<{ browser: EngineBrowser; page: EnginePage }> {
  if (!engine.keepsProfiles) {
    await page.reload();
    return { browser, page };
  }
  await browser.kill();
  const next = await openBrowser(engine, { profile });
  return { browser: next, page: await openFromDevice(next, host.url('fr/casebook/')) };
}

const VISITS = [
  { on: '2026-11-16', length: '22', pain: '7' },
  { on: '2026-11-18', length: '18', pain: '5' },
  { on: '2026-11-20', length: '12,5', pain: '3' }
];

async function visit(page: EnginePage, { on, length, pain }: (typeof VISITS)[0]): Promise<void> {
  await there(page, 'the form of a visit', '[data-lesion] input[name="length"]');
  await fill(page, '[data-lesion] input[type="date"]', on);
  await page.type('[data-lesion] input[name="length"]', length);
  await page.type('[data-lesion] input[name="width"]', '8');
  await fill(page, 'select[name="pain"]', pain);
  await tap(page, '[data-lesion] form button[type="submit"]');
  await there(page, 'the visit to be saved', '[data-visit-saved="true"]');
}

describe.each(engines())('a week on a ward in flight mode, in $name', (engine) => {
  test('nothing is missing at its end: case, result, list, notes, lesions, after deaths, an update and a new phone', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'calcinote-week-'));
    await host.serve();
    let browser = await openBrowser(engine, engine.keepsProfiles ? { profile } : {});
    let page = await browser.newPage();
    await install(page, host.url('fr/'));
    await host.stop();

    // Monday: a new case, classified, with a list begun.
    await open(page, 'fr/casebook/');
    await page.type('form input', 'Lit 12, dossier bleu');
    await page.click({ role: 'button', name: 'Créer le cas' });
    await says(page, 'h1', 'Lit 12, dossier bleu');
    const caseId = new URL(await page.url()).hash.slice(1);
    await open(page, 'fr/');
    await page.type('#lab-phosphate', '2,1');
    await page.click('button[aria-haspopup="dialog"]');
    await page.click({ role: 'button', name: 'Enregistrer dans un cas' });
    await page.click({ role: 'button', name: 'Lit 12, dossier bleu' });
    await says(page, '[role="status"]', 'Enregistré dans');
    await open(page, `fr/casebook/checklists/#&case=${caseId}`);
    await page.click({ role: 'button', name: 'Premier bilan' });
    await there(page, 'the list', '[data-item-state]');
    await tap(page, '[data-item-state] input[type="checkbox"]');
    await there(page, 'the tick to be kept', '[data-item-state="done"]');
    ({ browser, page } = await die(engine, browser, page, profile));

    // Tuesday: a note, and the battery dies as soon as it says saved.
    await open(page, `fr/casebook/note/#new&case=${caseId}`);
    await there(page, 'the editor', 'textarea');
    await page.type('textarea', 'Ulcère propre du coude, à revoir jeudi.');
    await there(page, 'the note to be saved', '[data-note-state="saved"]');
    ({ browser, page } = await die(engine, browser, page, profile));

    // A lesion at three visits, a value, a treatment.
    await open(page, `fr/casebook/follow-up/#${caseId}`);
    await there(page, 'the body map', 'select[name="region"]');
    await fill(page, 'select[name="region"]', 'front-right-forearm');
    await page.click({ role: 'button', name: 'Placer' });
    for (const each of VISITS) await visit(page, each);
    await says(page, '[data-lesion]', 'Longueur 18\u202fmm → 12,5\u202fmm');
    await page.type('input[name="value"]', '1,4');
    await tap(page, 'form:has(input[name="value"]) button[type="submit"]');
    await tap(page, 'details:has(input[name="treatment"]) summary');
    await page.type('input[name="treatment"]', 'Diltiazem');
    await tap(page, 'details:has(input[name="treatment"]) button[type="submit"]');
    await says(page, '[data-list="treatments"]', 'Diltiazem');
    await page.waitUntil('the plots', () => document.querySelectorAll('[role="img"]').length >= 4);
    const printed = await page.pdf();
    if (engine.name !== 'webkit')
      expect(
        Buffer.from(printed ?? [])
          .subarray(0, 5)
          .toString()
      ).toBe('%PDF-');
    ({ browser, page } = await die(engine, browser, page, profile));

    // Thursday: a network for a moment, and a new version.
    await host.serve(two.dir);
    await open(page, 'fr/casebook/');
    await page.evaluate(async () => {
      await (await navigator.serviceWorker.getRegistration())?.update();
    });
    await there(page, 'the offer', '.update .primary');
    await tap(page, '.update .primary');
    await page.waitUntil('the new version', IS_VERSION_TWO);
    await waitUntilStarted(page);
    await host.stop();

    // Friday: a backup, a new phone, and everything back.
    await open(page, 'fr/casebook/storage/');
    await keepFiles(page);
    await there(page, 'the button', '[data-backup] [data-make]');
    await tap(page, '[data-backup] [data-make]');
    await there(page, 'the file', '[data-file]:not([data-file=""])');
    const file = await givenFile(page);
    const before = await rowsOf(page);
    expect(Object.values(before).flat().length).toBeGreaterThanOrEqual(9);
    await page.evaluate(async () => {
      for (const { name = '' } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
    });
    await open(page, 'fr/casebook/');
    await says(page, '.prose', 'Aucun cas pour l’instant');
    await open(page, 'fr/casebook/storage/');
    await chooseFile(page, file);
    await there(page, 'what it would do', '[data-fate="added"]');
    await page.click({ role: 'button', name: 'Importer' });
    await says(page, '[data-imported]', 'Sauvegarde importée.');
    expect(await rowsOf(page)).toEqual(before);

    await open(page, `fr/casebook/case/#${caseId}`);
    for (const told of [
      'Ulcère propre du coude',
      'Premier bilan',
      '1 sur',
      'règles 2026.1',
      'Diltiazem'
    ])
      await says(page, '[data-list="timeline"]', told);
    await browser.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }, 300_000);
});
