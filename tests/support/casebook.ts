import type { EnginePage } from '../engines/engine';

/** What several tests of the casebook do in its pages. */
export const there = (page: EnginePage, what: string, selector: string): Promise<void> =>
  page.waitUntil(what, (found) => document.querySelector(found) !== null, selector);

export const says = (page: EnginePage, selector: string, text: string): Promise<void> =>
  page.waitUntil(
    `${selector} to say ${text}`,
    (asked) =>
      [...document.querySelectorAll(asked.selector)].some((found) =>
        found.textContent?.includes(asked.text)
      ),
    { selector, text }
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

/** Every row of the casebook, by table and id: what the database itself holds. */
export const rowsOf = (page: EnginePage): Promise<Record<string, unknown[]>> =>
  page.evaluate(async () => {
    const request = indexedDB.open('calcinote');
    const database = await new Promise<IDBDatabase>((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
    const tables: Record<string, unknown[]> = {};
    const own = ['drafts', 'settings', 'snapshots', 'meta'];
    for (const name of [...database.objectStoreNames].filter((one) => !own.includes(one))) {
      const all = database.transaction(name).objectStore(name).getAll();
      tables[name] = await new Promise((done, failed) => {
        all.onsuccess = () => done(all.result as unknown[]);
        all.onerror = () => failed(all.error);
      });
    }
    database.close();
    return tables;
  });

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

/** The text of the file that the page gave out last. */
export const givenFile = (page: EnginePage): Promise<string> =>
  page.evaluate(() => (window as unknown as { given: File }).given.text());

/** Chooses a file of this text in the page's file field. */
export const chooseFile = (page: EnginePage, text: string): Promise<void> =>
  page.evaluate((content) => {
    const field = document.querySelector<HTMLInputElement>('input[type="file"]');
    if (!field) throw new Error('no file field');
    const chosen = new DataTransfer();
    chosen.items.add(new File([content], 'backup.json', { type: 'application/json' }));
    field.files = chosen.files;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }, text);
