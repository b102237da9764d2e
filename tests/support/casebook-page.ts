import type { EnginePage } from '../engines/engine';
import type { Host } from './host';
import { waitUntilStarted } from './host';

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

export const there = (page: EnginePage, what: string, selector: string): Promise<void> =>
  page.waitUntil(what, (found) => document.querySelector(found) !== null, selector, 30_000);

export const says = (page: EnginePage, selector: string, text: string): Promise<void> =>
  page.waitUntil(
    `${selector} to say ${text}`,
    (asked) =>
      [...document.querySelectorAll(asked.selector)].some((found) =>
        found.textContent?.includes(asked.text)
      ),
    { selector, text },
    30_000
  );

/** The text that the editor of a note shows. */
export const noteText = (page: EnginePage): Promise<string | undefined> =>
  page.evaluate(() => document.querySelector('textarea')?.value);

export async function openPage(page: EnginePage, host: Host, path: string): Promise<void> {
  await page.goto(host.url(path));
  await waitUntilStarted(page);
}

/** Tapped by script: a target that is below what is fixed at the bottom would have to be scrolled to first. */
export const tap = (page: EnginePage, selector: string): Promise<void> =>
  page.evaluate((asked) => document.querySelector<HTMLElement>(asked)?.click(), selector);
