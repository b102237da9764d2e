import { afterAll, describe, expect, test } from 'vitest';
import { engines } from '../engines';
import type { EnginePage } from '../engines/engine';
import { openBrowser } from '../support/app';
import { noteText, openPage, says, shareInto, tap, there } from '../support/casebook';
import { Host, install, waitUntilStarted } from '../support/host';

const host = new Host();
afterAll(() => host.stop());

const open = (page: EnginePage, path: string): Promise<void> => openPage(page, host, path);

describe.each(engines())('the casebook with no network, in $name', (engine) => {
  test('a case with a result, a note and a list is there after the page was closed', async () => {
    await host.serve();
    const browser = await openBrowser(engine);
    const page = await browser.newPage();
    await install(page, host.url('fr/'));
    await host.stop();

    await open(page, 'fr/casebook/');
    await page.type('form input', 'Lit 12, 079 123 45 67');
    await says(page, '[role="status"]', 'un numéro de téléphone');
    await page.type('form input', 'Lit 12, dossier bleu');
    await page.click({ role: 'button', name: 'Créer le cas' });
    await says(page, 'h1', 'Lit 12, dossier bleu');
    const casePath = new URL(await page.url());

    await page.click({ role: 'link', name: 'Nouvelle note' });
    await there(page, 'the editor', 'textarea');
    await page.type('textarea', 'Ulcère propre du coude');
    await there(page, 'the note to be saved', '[data-note-state="saved"]');
    await page.reload();
    await page.waitUntil(
      'the note after a reload',
      () => document.querySelector('textarea')?.value === 'Ulcère propre du coude'
    );
    // Firefox tells of a style sheet whose load is broken off when the page is left.
    await there(page, 'its versions', 'details > summary + *');

    await open(page, 'fr/');
    await page.type('#lab-phosphate', '2,1');
    await page.click('button[aria-haspopup="dialog"]');
    await page.click({ role: 'button', name: 'Enregistrer dans un cas' });
    await page.click({ role: 'button', name: 'Lit 12, dossier bleu' });
    await says(page, '[role="status"]', 'Enregistré dans');

    await open(page, `fr/casebook/checklists/${casePath.hash.replace('#', '#&case=')}`);
    await says(page, '.notice', 'Lit 12, dossier bleu');
    await page.click({ role: 'button', name: 'Premier bilan' });
    await there(page, 'the list', '[data-item-state]');
    await tap(page, '[data-item-state] input[type="checkbox"]');
    await there(page, 'the tick to be kept', '[data-item-state="done"]');
    const later = await browser.newPage();
    await page.close();

    await later.goto(casePath.href);
    await waitUntilStarted(later);
    await says(later, '[data-list="timeline"]', 'Ulcère propre du coude');
    await says(later, '[data-list="timeline"]', 'Premier bilan');
    await says(later, '[data-list="timeline"]', 'sauf si du calcium ou du phosphate a été apporté');
    await tap(later, '[data-reopen]');
    await later.waitUntil(
      'what was found in Classify',
      () => document.querySelector<HTMLInputElement>('#lab-phosphate')?.value === '2,1'
    );
    expect(new URL(await later.url()).hash).toBe('');
    await later.goto(casePath.href);
    await later.evaluate(() =>
      sessionStorage.setItem('calcinote.entry', JSON.stringify({ sex: 'female' }))
    );
    await later.reload();
    await there(later, 'the saved result', '[data-reopen]');
    await tap(later, '[data-reopen]');
    await says(later, '[role="alert"]', 'saisie');
    await open(later, 'fr/casebook/checklists/');
    await there(later, 'the lists', '[data-list="open-runs"] li');
    expect(await later.text('[data-list="open-runs"]')).toMatch(/Lit 12, dossier bleu · 1 sur \d+/);
  });

  test('what was thrown away can be brought back', async () => {
    await host.serve();
    const browser = await openBrowser(engine);
    const page = await browser.newPage();
    await install(page, host.url('en/'));
    await open(page, 'en/casebook/note/#new');
    await there(page, 'the editor', 'textarea');
    await page.type('textarea', 'To be missed');
    await there(page, 'the note to be saved', '[data-note-state="saved"]');
    await page.click({ role: 'button', name: 'Move to the trash' });
    await says(page, '.prose', 'No note yet.');
    await open(page, 'en/casebook/storage/');
    await says(page, '[data-list="trash"]', 'To be missed');
    await page.click({ role: 'button', name: 'Bring back' });
    await says(page, '.prose', 'The trash is empty.');
    await open(page, 'en/casebook/notes/');
    await there(page, 'the notes', '[data-list="notes"] li');
    expect(await page.text('[data-list="notes"]')).toContain('To be missed');
  });

  test('a note on a topic quotes it, stands on its page, and is found by the search', async () => {
    await host.serve();
    const browser = await openBrowser(engine);
    const page = await browser.newPage();
    await install(page, host.url('en/'));
    await host.stop();
    await open(page, 'en/reference/surgery/');
    await page.evaluate(() => {
      const sentence = document.querySelector('.answer');
      if (sentence) getSelection()?.selectAllChildren(sentence);
    });
    await page.waitUntil('the selection to be told', () => getSelection()?.toString() !== '');
    await there(page, 'the button', 'a.note');
    await tap(page, 'a.note');
    await page.waitUntil('the quotation', () =>
      /^> .+\[Calcinote, reference: .+\]\(topic:surgery\)/s.test(
        document.querySelector('textarea')?.value ?? ''
      )
    );
    expect(await page.url(), 'the history keeps addresses').not.toContain('quote');
    await page.type('textarea', 'Ask about zebrafish first');
    await there(page, 'the note to be saved', '[data-note-state="saved"]');
    await open(page, 'en/reference/surgery/');
    await says(page, '[data-list="topic-notes"]', 'Ask about zebrafish first');
    await open(page, 'en/search/');
    await page.type('#search', 'zebrafish');
    await there(page, 'the note', '[data-list="notes"] li');
    expect(await page.text('[data-list="notes"]')).toContain('Ask about zebrafish first');
  });

  test('a text shared from another app becomes a note', async () => {
    await host.serve();
    const browser = await openBrowser(engine);
    const page = await browser.newPage();
    await install(page, host.url('fr/'));
    await host.stop();
    const target = host.url('fr/casebook/note/');
    await shareInto(page, target, {
      title: 'Article',
      text: 'Calcinose',
      url: 'https://example.org/'
    });
    await there(page, 'the note to be saved', '[data-note-state="saved"]');
    const kept = await page.url();
    expect(kept).toMatch(/\/note\/#[0-9a-f-]{36}$/);
    await page.goto('about:blank');
    await page.goto(`${target}#shared`);
    await there(page, 'it to be told that there is nothing more', '[data-not-shared]');
    await page.goto('about:blank');
    await page.goto(`${kept}&quote=autre`);
    await there(page, 'the note itself', 'textarea');
    expect(await noteText(page)).toMatch(/^Article/);
    await open(page, 'fr/casebook/notes/');
    await there(page, 'the notes', '[data-list="notes"] li');
    expect(await page.text('[data-list="notes"]')).toContain('Article');
    const hosts = page.requests().map((url) => new URL(url).hostname);
    expect(hosts.filter((name) => !['', 'localhost'].includes(name))).toEqual([]);
  });

  test('two tabs show each other what they write', async () => {
    await host.serve();
    const browser = await openBrowser(engine);
    const a = await browser.newPage();
    await install(a, host.url('en/'));
    await open(a, 'en/casebook/');
    const b = await browser.newPage();
    await open(b, 'en/casebook/');
    await a.type('form input', 'Bed 3');
    await a.click({ role: 'button', name: 'Create the case' });
    await says(a, 'h1', 'Bed 3');
    await there(b, 'the case in the other tab', '[data-list="cases"] li');
    expect(await b.text('[data-list="cases"]')).toContain('Bed 3');
  });
});
