import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { engines } from '../engines';
import type { EnginePage } from '../engines/engine';
import {
  BROKEN_ESCAPES,
  FORMULAS,
  IMAGE,
  MARKDOWN_PAYLOADS,
  PAYLOADS
} from '../fixtures/injection-payloads';
import { openBrowser } from '../support/app';
import {
  chooseFile,
  given,
  keepFiles,
  noteText,
  openPage,
  putRows,
  rowsOf,
  says,
  shareInto,
  tap,
  there
} from '../support/casebook';
import { Host, install, waitUntilStarted } from '../support/host';
import { hostileRows } from '../support/hostile-rows';
import { released } from '../support/released';
import { sha256 } from '../support/sha-256';
import { backupText } from '../support/backup-text';

const host = new Host();
beforeEach(() => host.serve());
afterAll(() => host.stop());

/** Opens a page and, in it, `harmSeen`: what a text did that was taken for more than a text. */
async function open(page: EnginePage, path: string): Promise<void> {
  await openPage(page, host, path);
  await watchForHarm(page);
}

const watchForHarm = (page: EnginePage): Promise<void> =>
  page.evaluate(() => {
    const address = /^(href|xlink:href|src|srcdoc|data|action|formaction)$/;
    const isNoWebAddress = (value: string): boolean =>
      !/^(https?|mailto|blob):$/.test(new URL(value, location.href).protocol);
    const harmSeen = (): string[] => {
      const seen: string[] = [];
      if ('__executed' in window) seen.push('a script was run');
      if ('injected' in {}) seen.push('every object has one more property');
      for (const element of document.querySelectorAll('*')) {
        for (const { name, value } of element.attributes) {
          const isHarm = name === 'data-injected' || name.startsWith('on');
          if (isHarm || (address.test(name) && isNoWebAddress(value)))
            seen.push(`<${element.localName} ${name}="${value}">`);
        }
      }
      return seen;
    };
    Object.assign(window, { harmSeen });
  });

const harm = (page: EnginePage): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { harmSeen(): string[] }).harmSeen());

/** Unfolds whatever can be, and goes on to the end of every list. */
async function unfold(page: EnginePage): Promise<void> {
  await page.evaluate(async () => {
    for (let rounds = 0; rounds < 20; rounds += 1) {
      for (const part of document.querySelectorAll('details')) part.open = true;
      await new Promise((done) => setTimeout(done, 100));
      const more = [...document.querySelectorAll('button')].filter(
        ({ textContent }) => textContent?.trim() === 'Afficher la suite'
      );
      if (more.length === 0) return;
      for (const button of more) button.click();
    }
  });
}

/** Those that do not stand in the page, as its text or in a field; spaces aside, as a field of one line drops some. */
const notShown = (page: EnginePage, texts: readonly string[]): Promise<string[]> =>
  page.evaluate((asked) => {
    const plain = (text: string) => text.replace(/\s+/g, '');
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')];
    const all = plain([document.body.textContent, ...fields.map(({ value }) => value)].join(' '));
    return asked.filter((text) => !all.includes(plain(text)));
  }, texts);

/** Puts each text into each field, in turn, as if it had been typed; answers how many fields there were. */
const typeEverywhere = (
  page: EnginePage,
  texts: readonly string[]
): Promise<{ fields: number; harm: string[] }> =>
  page.evaluate(async (all) => {
    const found = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      'input:is([type="text"], [type="search"], :not([type])), textarea'
    );
    const fields = [...found].filter((field) => !field.readOnly && !field.disabled);
    const { harmSeen } = window as unknown as { harmSeen(): string[] };
    const seen = new Set<string>();
    for (let turn = 0; turn < all.length; turn += 1) {
      fields.forEach((field, at) => {
        field.value = all[(turn + at) % all.length] as string;
        for (const type of ['input', 'change'])
          field.dispatchEvent(new Event(type, { bubbles: true }));
      });
      await new Promise((done) => setTimeout(done));
      for (const each of harmSeen()) seen.add(each);
    }
    for (const field of fields) field.dispatchEvent(new FocusEvent('blur'));
    return { fields: fields.length, harm: [...seen] };
  }, texts);

/** Sends each form; what it refuses is refused in words. */
const sendForms = (page: EnginePage): Promise<void> =>
  page.evaluate(() => {
    for (const form of document.querySelectorAll('form')) form.requestSubmit();
  });

const rows = released.tables;
const TYPED: [path: string, fields: number][] = [
  ['fr/', 10],
  ['fr/search/', 1],
  ['fr/more/', 4],
  ['fr/casebook/', 1],
  [`fr/casebook/case/#${rows.cases[0]?.id}`, 1],
  ['fr/casebook/notes/', 1],
  [`fr/casebook/note/#${rows.notes[0]?.id}`, 2],
  [`fr/casebook/checklist/#${rows.checklistRuns[0]?.id}`, 2],
  [`fr/casebook/template/#${rows.checklistTemplates[0]?.id}`, 6],
  [`fr/casebook/follow-up/#${rows.cases[0]?.id}`, 8]
];

const MARK = '#c1=';
const packed = (text: string): string => MARK + deflateRawSync(text).toString('base64url');

/** A link to Classify that carries this text in every place that holds one. */
const sharedWith = (text: string): string =>
  packed(
    JSON.stringify({
      labs: { phosphate: { value: 2, unit: text }, [text]: {} },
      conditions: [{ id: text, status: text }],
      lesion: { damage: [text] },
      intervals: { custom: [{ analyte: text, unit: text, low: 1 }] }
    })
  );

/** Files that are no backup, or not quite. */
const NOT_BACKUPS = [
  PAYLOADS.join('\n'),
  `{"format":"calcinote-backup","version":1,"schema":1,"rows":[],"__proto__":{"injected":1},"constructor":{"prototype":{"injected":1}}}`,
  JSON.stringify({ format: 'calcinote-backup', version: 1, app: PAYLOADS.join(), rows: PAYLOADS })
];

describe.each(engines())('promise 16, text from outside, in $name', (engine) => {
  test('a backup that holds nothing else is shown on every page, and nothing of it is run', async () => {
    const browser = await openBrowser(engine);
    const page = await browser.newPage();
    await install(page, host.url('fr/'));
    const { rows: hostile, ids } = hostileRows(PAYLOADS);
    const madeAt = new Date().toISOString();
    const file = await backupText(hostile, { madeAt, app: IMAGE, scope: 'all' }, sha256);

    await open(page, 'fr/casebook/storage/');
    await there(page, 'the field', 'input[type="file"]');
    for (const text of NOT_BACKUPS) {
      await chooseFile(page, text, `${IMAGE}.json`);
      await there(page, 'the refusal', '.notice[role="alert"]');
      expect(await harm(page)).toEqual([]);
    }
    await chooseFile(page, file, `../../"><img data-injected src=x>.json`);
    await there(page, 'what it would do', '[data-fate="added"]');
    await unfold(page);
    expect(await notShown(page, PAYLOADS)).toEqual([]);
    expect(await harm(page)).toEqual([]);
    await page.click({ role: 'button', name: 'Importer' });
    await says(page, '[data-imported]', 'Sauvegarde importée.');

    const visit = async (path: string, selector: string, shown: readonly string[] = PAYLOADS) => {
      await open(page, path);
      await there(page, path, selector);
      // A list can be drawn once more after its first rows are there.
      const missing = async () => {
        await unfold(page);
        return notShown(page, shown);
      };
      await expect.poll(missing, { timeout: 10_000, message: path }).toEqual([]);
      expect(await harm(page), path).toEqual([]);
    };
    await visit('fr/casebook/', '[data-list="cases"] li');
    await visit(`fr/casebook/case/#${ids.case}`, '[data-list="timeline"] li');
    await visit('fr/casebook/notes/', '[data-list="notes"] li', []);
    await visit('fr/casebook/checklists/', '[data-list="open-runs"] li');
    await visit(`fr/casebook/checklist/#${ids.run}`, '[data-item-state]');
    await visit(`fr/casebook/template/#${ids.template}`, 'section input');
    await visit('fr/casebook/storage/', '[data-list="trash"] li');
    await visit('fr/reference/surgery/', '[data-list="topic-notes"] li', []);
    await visit('fr/search/#q=injected', '[data-list="notes"] li', []);

    await visit(`fr/casebook/note/#${ids.note}`, 'textarea');
    await page.click({ role: 'button', name: 'Aperçu' });
    await there(page, 'the preview', '.preview a');
    expect(await harm(page)).toEqual([]);
    // Links of Markdown that are none stand there as their words; the web and a topic are links.
    const links = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('.preview a')].map(({ host: to }) => to)
    );
    expect([...new Set(links)]).toEqual(['x.invalid']);

    await visit(`fr/casebook/follow-up/#${ids.case}`, '[data-list="treatments"] li');
    await tap(page, '[data-list="lesions"] button');
    await there(page, 'the lesion', '[data-lesion] input');
    expect(await harm(page)).toEqual([]);
    await keepFiles(page);
    await page.click({ role: 'button', name: 'Exporter en CSV' });
    await there(page, 'the table', '[data-file="calcinote.csv"]');
    const table = await given(page);
    const cells = table.text.split(/[,;\t\r\n]/).map((cell) => cell.replace(/^[\s"]+|"+$/g, ''));
    expect(cells.length).toBeGreaterThan(PAYLOADS.length * FORMULAS.length);
    expect(cells.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);

    await open(page, `fr/casebook/case/#${ids.case}`);
    await there(page, 'the case', '[data-list="timeline"] li');
    await unfold(page);
    await keepFiles(page);
    await tap(page, '[data-backup] [data-make]');
    await there(page, 'the backup', '[data-file^="calcinote-"]');
    expect((await given(page)).name).toMatch(/^calcinote-\d{4}-\d\d-\d\d\.json$/);
  }, 120_000);

  test('typed into any field it stays a text', async () => {
    const browser = await openBrowser(engine);
    const page = await browser.newPage();
    await install(page, host.url('fr/'));
    await open(page, 'fr/casebook/');
    await says(page, '.prose', 'Aucun cas');
    await putRows(page, rows);
    for (const [path, most] of TYPED) {
      await open(page, path);
      await page.waitUntil(
        `fields, ${path}`,
        (count) => {
          for (const part of document.querySelectorAll('details')) part.open = true;
          document
            .querySelector<HTMLElement>('[data-list="lesions"] [aria-pressed="false"]')
            ?.click();
          return document.querySelectorAll('input[type="text"], #search, textarea').length >= count;
        },
        most
      );
      const { fields, harm: seen } = await typeEverywhere(page, PAYLOADS);
      expect(fields, path).toBeGreaterThanOrEqual(most);
      expect(seen, path).toEqual([]);
      await sendForms(page);
      expect(await harm(page), path).toEqual([]);
    }
  }, 120_000);

  test('from an address or another app it becomes a text, or nothing', async () => {
    const browser = await openBrowser(engine);
    const page = await browser.newPage();
    await install(page, host.url('fr/'));

    /** One after another in the page that is open, as browsers throttle what changes its address too often. */
    const goThrough = (fragments: readonly string[]): Promise<string[]> =>
      page.evaluate(async (all) => {
        const { harmSeen } = window as unknown as { harmSeen(): string[] };
        const seen = new Set<string>();
        for (const fragment of all) {
          location.hash = fragment;
          await new Promise((done) => setTimeout(done));
          for (const each of harmSeen()) seen.add(each);
        }
        return [...seen];
      }, fragments);

    await open(page, 'fr/');
    expect(await goThrough(PAYLOADS.map((text) => `#with=${text}`))).toEqual([]);
    const shared = MARKDOWN_PAYLOADS.flatMap((text) => [sharedWith(text), `${MARK}${text}`]);
    expect(await goThrough(shared)).toEqual([]);
    await says(page, '[role="alert"]', 'lien');
    await open(page, 'fr/casebook/case/');
    expect(await goThrough([...PAYLOADS, ...BROKEN_ESCAPES])).toEqual([]);
    await says(page, '.notice', 'Il n’y a rien');
    const all = encodeURIComponent(PAYLOADS.join('\n\n'));
    const one = encodeURIComponent(IMAGE);
    for (const path of [
      `fr/search/?q=${one}#q=${one}`,
      `fr/reference/evidence/?design=${one}&sort=${one}`,
      `fr/casebook/checklists/?${one}#&case=${one}`,
      `fr/casebook/template/?${one}#${one}`
    ]) {
      await open(page, path);
      expect(await harm(page), path).toEqual([]);
    }

    const isGiven = async (text: string): Promise<void> => {
      await there(page, 'the note', 'textarea');
      expect(((await noteText(page)) ?? '').startsWith(text)).toBe(true);
      if (text !== '') await there(page, 'the note to be saved', '[data-note-state="saved"]');
      await page.click({ role: 'button', name: 'Aperçu' });
      await there(page, 'the preview', '.preview');
      expect(await harm(page)).toEqual([]);
    };
    for (const [path, text] of [
      [`?1#new&case=${one}&assessment=${one}&topic=${one}&quote=${all}`, PAYLOADS.join('\n\n')],
      [`?2#new&case=x&topic=../x&quote=${'x'.repeat(200_500)}`, 'x'.repeat(200_000)],
      [`?3#new&quote=${BROKEN_ESCAPES[0]}`, '']
    ] as const) {
      await open(page, `fr/casebook/note/${path}`);
      await isGiven(text);
    }
    await shareInto(page, host.url('fr/casebook/note/'), {
      title: IMAGE,
      text: PAYLOADS.join('\n\n'),
      url: 'javascript:window.__executed=1'
    });
    await waitUntilStarted(page);
    await watchForHarm(page);
    await isGiven(IMAGE);

    // What came in can leave again: a link to a row that is none would keep every backup from being made.
    const { notes = [] } = await rowsOf(page);
    expect(notes.map(({ caseId, assessmentId, topic }) => [caseId, assessmentId, topic])).toEqual(
      Array(3).fill(['', '', ''])
    );
    await open(page, 'fr/casebook/storage/');
    await keepFiles(page);
    await there(page, 'the button', '[data-backup] [data-make]');
    await tap(page, '[data-backup] [data-make]');
    await there(page, 'the backup', '[data-file^="calcinote-"]');
  }, 120_000);
});
