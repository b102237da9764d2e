import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EnginePage } from '../engines/engine';
import type { Host } from './host';
import { waitUntilStarted } from './host';

/** A write to a slow disk under load is waited for. */
const WAIT_MS = 30_000;

/** What several tests of the casebook do in its pages. */
export const there = (page: EnginePage, what: string, selector: string): Promise<void> =>
  page.waitUntil(what, (found) => document.querySelector(found) !== null, selector, WAIT_MS);

export const says = (page: EnginePage, selector: string, text: string): Promise<void> =>
  page.waitUntil(
    `${selector} to say ${text}`,
    (asked) =>
      [...document.querySelectorAll(asked.selector)].some((found) =>
        found.textContent?.includes(asked.text)
      ),
    { selector, text },
    WAIT_MS
  );

/** Tapped by script: a target that is below what is fixed at the bottom would have to be scrolled to first. */
export const tap = (page: EnginePage, selector: string): Promise<void> =>
  page.evaluate((asked) => document.querySelector<HTMLElement>(asked)?.click(), selector);

/** Fills a field that no key fills alike in all engines: a date, a list, a file's own text. */
export const fill = (page: EnginePage, selector: string, value: string): Promise<void> =>
  page.evaluate(
    (asked) => {
      const field = document.querySelector<HTMLInputElement | HTMLSelectElement>(asked.selector);
      if (!field) throw new Error(`nothing matches ${asked.selector}`);
      field.value = asked.value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    { selector, value }
  );

/**
 * Shares into the app as a device does (manifest `share_target`): a form that is posted from outside of it. From a page of
 * its own, as WebKit gives an empty one the policy of the page before.
 */
export async function shareInto(
  page: EnginePage,
  address: string,
  fields: Record<string, string>
): Promise<void> {
  const outside = createServer(
    (_, answer) => void answer.end('<!doctype html><meta charset="utf-8"><title>Outside')
  );
  await new Promise<void>((done) => outside.listen(0, 'localhost', done));
  await page.goto(`http://localhost:${(outside.address() as AddressInfo).port}/`);
  outside.close();
  outside.closeAllConnections();
  await page.evaluate(
    (asked) => {
      const form = document.createElement('form');
      Object.assign(form, {
        method: 'post',
        enctype: 'multipart/form-data',
        action: asked.address
      });
      for (const [name, value] of Object.entries(asked.fields)) {
        const field = document.createElement('input');
        // What a browser keeps of the page outside is not ours.
        Object.assign(field, { type: 'hidden', autocomplete: 'off', name, value });
        form.append(field);
      }
      document.body.append(form);
      setTimeout(() => form.submit());
    },
    { address, fields }
  );
}

/** What a device keeps, table by table, as the browser itself tells it: past all code of ours. */
export interface Kept {
  version: number;
  tables: Record<string, Record<string, unknown>[]>;
}

/** Nothing was ever kept: version 0, no tables. */
export function readKept(page: EnginePage): Promise<Kept> {
  return page.evaluate(
    () =>
      new Promise<Kept>((done, failed) => {
        const opening = indexedDB.open('calcinote');
        // There was none: leave none behind.
        opening.onupgradeneeded = () => opening.transaction?.abort();
        opening.onerror = () => done({ version: 0, tables: {} });
        opening.onsuccess = () => {
          const database = opening.result;
          const names = [...database.objectStoreNames];
          const kept: Kept = { version: database.version, tables: {} };
          const transaction = database.transaction(names, 'readonly');
          for (const name of names) {
            const all = transaction.objectStore(name).getAll();
            all.onsuccess = () => (kept.tables[name] = all.result);
          }
          transaction.oncomplete = () => {
            database.close();
            done(kept);
          };
          transaction.onabort = () => failed(transaction.error);
        };
      })
  );
}

/** Puts rows straight into the tables that the app has made. */
export function putRows(page: EnginePage, tables: Kept['tables']): Promise<void> {
  return page.evaluate(
    (rows) =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open('calcinote');
        opening.onupgradeneeded = () => opening.transaction?.abort();
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction(Object.keys(rows), 'readwrite');
          for (const [name, list] of Object.entries(rows))
            for (const row of list) transaction.objectStore(name).put(row);
          transaction.oncomplete = () => {
            database.close();
            done();
          };
          transaction.onabort = () => failed(transaction.error);
        };
      }),
    tables
  );
}

/** Tables that hold what the app keeps for itself. */
const OWN_TABLES = ['drafts', 'settings', 'snapshots', 'meta'];

/** Every row of the casebook, by table: what the database itself holds. */
export async function rowsOf(page: EnginePage): Promise<Kept['tables']> {
  const { tables } = await readKept(page);
  return Object.fromEntries(Object.entries(tables).filter(([name]) => !OWN_TABLES.includes(name)));
}

/** The text that the editor of a note shows. */
export const noteText = (page: EnginePage): Promise<string | undefined> =>
  page.evaluate(() => document.querySelector('textarea')?.value);

export async function openPage(page: EnginePage, host: Host, path: string): Promise<void> {
  await page.goto(host.url(path));
  await waitUntilStarted(page);
}

/** From now on a file that the page gives out is kept in the page instead of being downloaded. */
export const keepFiles = (page: EnginePage): Promise<void> =>
  page.evaluate(() => {
    const give = HTMLAnchorElement.prototype.click;
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (file) => {
      Object.assign(window, { given: file });
      return make(file);
    };
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      if (!this.download) give.call(this);
    };
  });

/** The file that the page gave out last. */
export const given = (page: EnginePage): Promise<{ name: string; text: string }> =>
  page.evaluate(async () => {
    const { given: file } = window as unknown as { given: File };
    return { name: file.name, text: await file.text() };
  });

/** Its text. */
export const givenFile = async (page: EnginePage): Promise<string> => (await given(page)).text;

/** Chooses a file of this text in the page's file field. */
export const chooseFile = (page: EnginePage, text: string, name = 'backup.json'): Promise<void> =>
  page.evaluate(
    (file) => {
      const field = document.querySelector<HTMLInputElement>('input[type="file"]');
      if (!field) throw new Error('no file field');
      const chosen = new DataTransfer();
      chosen.items.add(new File([file.text], file.name, { type: 'application/json' }));
      field.files = chosen.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    { text, name }
  );
