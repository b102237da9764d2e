import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { engines } from '../engines';
import { chromium } from '../engines/chromium';
import type { EnginePage } from '../engines/engine';
import { openBrowser } from '../support/app';
import {
  fill,
  noteText,
  openPage,
  putRows,
  says,
  shareInto,
  tap,
  there
} from '../support/casebook';
import { Host, install, openFromDevice, waitUntilStarted } from '../support/host';
import {
  LOCKED,
  PASSPHRASE,
  isHeld,
  isLocked,
  lockNow,
  prepareLock,
  readableOnDevice,
  setLimits,
  setVault,
  tryToUnlock,
  turnOff,
  turnOn
} from '../support/lock';
import { released } from '../support/released';

const host = new Host();
beforeEach(() => host.serve());
afterAll(() => host.stop());

const ENGINE_TEST_MS = 240_000;
/** No piece of it is a word: compressed or not, it would be found. */
const CANARY = 'Xq7vR2mK9wZt4pLd';
/** On Classify: no other number of a profile says the same. */
const ENTERED = '1,620178354';
const CASES = '[data-list="cases"]';

async function newCase(page: EnginePage, name: string): Promise<void> {
  await openPage(page, host, 'fr/casebook/');
  await page.type('form input', name);
  await page.click({ role: 'button', name: 'Créer le cas' });
  await says(page, 'h1', name);
}

/** Writes a note and waits until it is said to be kept. */
async function newNote(page: EnginePage, text: string): Promise<void> {
  await openPage(page, host, 'fr/casebook/note/#new');
  await there(page, 'the editor', 'textarea');
  await page.type('textarea', text);
  await says(page, '[role="status"]', 'Enregistré');
}

/** Locks in the moment after the last key. */
const typeAndLock = (page: EnginePage, selector: string, text: string): Promise<void> =>
  page.evaluate(
    ({ at, typed }) => {
      const field = document.querySelector(at) as HTMLInputElement | HTMLTextAreaElement;
      field.value = typed;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      document.querySelector<HTMLElement>('[data-sign="lock"]')?.click();
    },
    { at: selector, typed: text }
  );

const pageHolds = (page: EnginePage, text: string): Promise<boolean> =>
  page.evaluate(
    (sought) =>
      document.documentElement.outerHTML.includes(sought) ||
      [...document.querySelectorAll('input, textarea')].some((field) =>
        (field as HTMLInputElement).value.includes(sought)
      ),
    text
  );

/** As a person does on the page of the lock. */
async function changePassphrase(page: EnginePage, present: string, next: string): Promise<void> {
  await tap(page, '[data-renew="passphrase"]');
  await there(page, 'the fields', 'form input');
  await page.evaluate(
    (texts) => {
      const fields = document.querySelectorAll<HTMLInputElement>('form input');
      for (const [at, text] of texts.entries()) {
        const field = fields[at] as HTMLInputElement;
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
    },
    [present, next, next]
  );
  await there(page, 'it to be accepted', 'form button[type="submit"]:not([disabled])');
  await tap(page, 'form button[type="submit"]');
  await says(page, '[role="status"]', 'L’ancienne n’ouvre plus');
  await page.waitUntil('the form to go', () => document.querySelector('form') === null);
}

describe.each(engines())('the lock, in $name', (engine) => {
  test(
    'is offered with the first case, seals what was written, and opens with the passphrase or the code alone',
    async () => {
      const browser = await openBrowser(engine);
      const page = await browser.newPage();
      await install(page, host.url('fr/'));
      await newCase(page, CANARY);
      await openPage(page, host, 'fr/casebook/');
      await says(page, '[data-lock-offer]', 'Un verrou le chiffre');
      expect(await readableOnDevice(page, CANARY)).toEqual(['cases']);
      const code = await turnOn(page, host);
      expect(await readableOnDevice(page, CANARY)).toEqual([]);
      await newNote(page, `${CANARY} écrit sous clé`);
      expect(await readableOnDevice(page, CANARY)).toEqual([]);
      await openPage(page, host, 'fr/');
      await openPage(page, host, 'fr/casebook/');
      await says(page, CASES, CANARY);

      await lockNow(page);
      await isLocked(page);
      expect(await pageHolds(page, CANARY)).toBe(false);
      for (const path of ['fr/casebook/notes/', 'fr/casebook/lock/', 'fr/casebook/storage/']) {
        await openPage(page, host, path);
        await isLocked(page);
      }
      const topic = await browser.newPage();
      await openPage(topic, host, 'fr/reference/surgery/');
      await says(topic, '[data-notes="unread"]', 'Le carnet est verrouillé');
      await openPage(page, host, 'fr/casebook/');
      await tryToUnlock(page, 'quatre mots sans liens');
      await says(page, '[role="alert"]', 'Ce n’est pas la phrase de passe');
      await tryToUnlock(page, `  ${PASSPHRASE.replaceAll(' ', '  ')} `);
      await says(page, CASES, CANARY);
      await topic.waitUntil(
        'the topic to be read anew',
        () => document.querySelector('h1') !== null && !document.querySelector('[data-notes]')
      );

      await lockNow(page);
      await isLocked(page);
      await page.click({ role: 'button', name: 'Utiliser le code de secours' });
      await tryToUnlock(page, code.slice(0, -2));
      await says(page, '[role="alert"]', 'faute de frappe');
      await tryToUnlock(page, code.toLowerCase().replaceAll('-', ' '));
      await says(page, CASES, CANARY);
    },
    ENGINE_TEST_MS
  );

  test(
    'leaves no trace of what is read or searched for, and keeps the favourites',
    async () => {
      const browser = await openBrowser(engine);
      const page = await browser.newPage();
      await install(page, host.url('fr/'));
      const kept = () =>
        page.evaluate(
          () => JSON.parse(localStorage.getItem('calcinote.reading') ?? '{}') as object
        );
      const search = async (words: string) => {
        await openPage(page, host, 'fr/search/');
        await page.type('#search', words);
        await there(page, 'what was found', '.hits a');
        await tap(page, '.hits a');
        await there(page, 'the topic', '[data-topic] .tools');
      };
      /** The address of the search that led to this page. */
      const back = async () => {
        await page.evaluate(() => history.back());
        await there(page, 'the search', '#search');
        await waitUntilStarted(page);
        return page.evaluate(() => location.href);
      };
      await openPage(page, host, 'fr/reference/imaging/');
      await page.click({ role: 'button', name: '☆ Favori' });
      await search('warfarine');
      expect(await back()).toContain('warfarine');
      await expect.poll(kept).toMatchObject({
        recent: [expect.any(String), 'imaging'],
        searches: ['warfarine']
      });
      await turnOn(page, host);
      const chosen = { favourites: ['imaging'], recent: [], searches: [] };
      expect(await kept()).toEqual(chosen);
      await search('colchicine');
      await says(page, '.tools', 'Favori');
      expect(await kept()).toEqual(chosen);
      expect(await back(), 'no address has it').not.toContain('colchicine');
    },
    ENGINE_TEST_MS
  );

  test(
    'closes when the casebook is not used, out of sight, and when a clock was set, in all tabs, with what was typed kept',
    async () => {
      const browser = await openBrowser(engine);
      const page = await browser.newPage();
      await install(page, host.url('fr/'));
      await turnOn(page, host);
      await newCase(page, CANARY);
      const other = await browser.newPage();
      await openPage(other, host, 'fr/casebook/');
      await says(other, CASES, CANARY);

      await openPage(page, host, 'fr/casebook/note/#new');
      await there(page, 'the editor', 'textarea');
      await typeAndLock(page, 'textarea', `${CANARY} à peine tapé`);
      await isLocked(page);
      await isLocked(other);
      expect(await pageHolds(other, CANARY)).toBe(false);
      expect(await readableOnDevice(page, CANARY)).toEqual([]);
      await openPage(page, host, 'fr/casebook/notes/');
      await tryToUnlock(page);
      await says(page, '[data-list="notes"]', `${CANARY} à peine tapé`);
      await says(other, CASES, CANARY);

      const ways: Record<string, () => Promise<void>> = {
        'the wall clock was set forward': () =>
          page.evaluate(() => {
            const now = Date.now.bind(Date);
            Date.now = () => now() + 3_600_000;
          }),
        'the wall clock was set back': () =>
          page.evaluate(() => {
            const now = Date.now.bind(Date);
            Date.now = () => now() - 3_600_000;
          }),
        'the app was out of sight': () =>
          page.evaluate(() => {
            Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
            const now = Date.now.bind(Date);
            Date.now = () => now() + 61_000;
          })
      };
      await other.close();
      for (const [, happen] of Object.entries(ways)) {
        await openPage(page, host, 'fr/casebook/');
        await says(page, CASES, CANARY);
        await happen();
        await isLocked(page);
        expect(await pageHolds(page, CANARY)).toBe(false);
        await tryToUnlock(page);
        await says(page, CASES, CANARY);
      }
      await setLimits(page, { idleMs: 1500 });
      await openPage(page, host, 'fr/casebook/');
      await isLocked(page);
    },
    ENGINE_TEST_MS
  );

  test(
    'loses nothing of a form that was not sent, nor what the disk would not take',
    async () => {
      const browser = await openBrowser(engine);
      const page = await browser.newPage();
      await install(page, host.url('fr/'));
      await turnOn(page, host);
      await openPage(page, host, 'fr/casebook/');
      await there(page, 'the form', 'form input');
      await typeAndLock(page, 'form input', `${CANARY} jamais envoyé`);
      await isLocked(page);
      expect(await readableOnDevice(page, CANARY)).toEqual([]);
      await tryToUnlock(page);
      await there(page, 'what was typed', 'form [data-resumed]');
      expect(await pageHolds(page, `${CANARY} jamais envoyé`)).toBe(true);
      await tap(page, 'form .primary');
      await says(page, 'h1', `${CANARY} jamais envoyé`);
      await openPage(page, host, 'fr/casebook/');
      await says(page, CASES, `${CANARY} jamais envoyé`);
      expect(await page.evaluate(() => document.querySelectorAll('[data-resumed]').length)).toBe(0);

      await newNote(page, 'Gardé.');
      await page.evaluate(() => {
        IDBObjectStore.prototype.put = () => {
          throw new DOMException('No room', 'QuotaExceededError');
        };
      });
      await typeAndLock(page, 'textarea', `${CANARY} refusé`);
      await isLocked(page);
      expect(await readableOnDevice(page, CANARY)).toEqual([]);
      await tryToUnlock(page);
      await there(page, 'the editor', 'textarea');
      await openPage(page, host, 'fr/casebook/notes/');
      await says(page, '[data-list="notes"]', `${CANARY} refusé`);
    },
    ENGINE_TEST_MS
  );

  test(
    'can be turned off again, and its passphrase and code be changed',
    async () => {
      const browser = await openBrowser(engine);
      const page = await browser.newPage();
      await install(page, host.url('fr/'));
      await openPage(page, host, 'fr/casebook/');
      await says(page, '.prose', 'Aucun cas');
      await putRows(page, { ...released.tables, drafts: [] });
      const name = 'Lit 12, dossier bleu';
      const code = await turnOn(page, host);
      expect(await readableOnDevice(page, 'propre, **sec**')).toEqual([]);
      const next = 'autres mots bien choisis ici';
      await changePassphrase(page, PASSPHRASE, 'des mots choisis entre temps');
      // Whoever has forgotten it has the code.
      await changePassphrase(page, code.toLowerCase(), next);
      await lockNow(page);
      await tryToUnlock(page, PASSPHRASE);
      await says(page, '[role="alert"]', 'Ce n’est pas');
      await tryToUnlock(page, next);
      await there(page, 'the lock to be open', '[data-lock="unlocked"] select');
      await turnOff(page);
      expect(await readableOnDevice(page, 'propre, **sec**')).toEqual(['notes']);
      await openPage(page, host, 'fr/casebook/');
      await says(page, CASES, name);
    },
    ENGINE_TEST_MS
  );
});

test.runIf(engines().some(({ name }) => name === 'chromium'))(
  'sealing that was broken off can be taken back, in chromium',
  async () => {
    const browser = await openBrowser(chromium);
    const page = await browser.newPage();
    await install(page, host.url('fr/'));
    await turnOn(page, host);
    await newCase(page, CANARY);
    await setVault(page, { state: 'sealing' });
    await openPage(page, host, 'fr/casebook/lock/');
    await there(page, 'the choice', '[data-go-on]:not(:disabled)');
    await tap(page, '[data-go-back]');
    await there(page, 'the lock to be off', '[data-lock="off"] form');
    expect(await readableOnDevice(page, CANARY)).toEqual(['cases']);
    await openPage(page, host, 'fr/casebook/');
    await says(page, CASES, CANARY);
  },
  ENGINE_TEST_MS
);

test.runIf(engines().some(({ name }) => name === 'chromium'))(
  'a passkey of the device opens the lock, in chromium',
  async () => {
    const browser = await openBrowser(chromium);
    const page = await browser.newPage();
    const session = await page.playwright.context().newCDPSession(page.playwright);
    await session.send('WebAuthn.enable');
    const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        ctap2Version: 'ctap2_1',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        hasPrf: true,
        isUserVerified: true,
        automaticPresenceSimulation: true
      }
    });
    await install(page, host.url('fr/'));
    await turnOn(page, host);
    await newCase(page, CANARY);
    await openPage(page, host, 'fr/casebook/lock/');
    await there(page, 'the offer', '[data-renew="passkey"]');
    await tap(page, '[data-renew="passkey"]');
    await there(page, 'the field', 'form input');
    await fill(page, 'form input', PASSPHRASE);
    await tap(page, 'form button[type="submit"]');
    await says(page, '[role="status"]', 'ouvrent désormais aussi le carnet');
    await openPage(page, host, 'fr/casebook/');
    await lockNow(page);
    await there(page, 'the passkey', `${LOCKED} [data-passkey]`);
    await tap(page, '[data-passkey]');
    await says(page, CASES, CANARY);
    expect(await readableOnDevice(page, CANARY)).toEqual([]);
    // Somebody else's finger.
    await lockNow(page);
    await there(page, 'the passkey', `${LOCKED} [data-passkey]`);
    await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await tap(page, '[data-passkey]');
    await says(page, '[role="alert"]', 'L’appareil n’a pas répondu');
    expect(await pageHolds(page, CANARY)).toBe(false);
    await tryToUnlock(page);
    await says(page, CASES, CANARY);
  },
  ENGINE_TEST_MS
);

/** When sealing is cut short: once in the middle, or from its first moment to beyond its end. */
const killMoments = Array.from({ length: Number(process.env.SEALING_KILLS ?? 1) }, (_, at) =>
  at === 0 ? 700 : at * 150
);

/** Every file of a profile, as bytes. */
async function* filesOf(folder: string): AsyncGenerator<[string, Buffer]> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path).catch(() => undefined);
    if (bytes) yield [path.slice(folder.length), bytes];
  }
}

describe.each(engines().filter(({ keepsProfiles }) => keepsProfiles))(
  'promise 13, with the lock on, in $name',
  (engine) => {
    async function makeProfile(): Promise<string> {
      const profile = await mkdtemp(join(tmpdir(), 'calcinote-profile-'));
      onTestFinished(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
      return profile;
    }

    test(
      'no file of the profile has a word of what was written, after use, lock and kill',
      async () => {
        const profile = await makeProfile();
        const browser = await openBrowser(engine, { profile });
        const page = await browser.newPage();
        await install(page, host.url('fr/'));
        await turnOn(page, host);
        await newCase(page, CANARY);
        await newNote(page, `${CANARY} une note`);
        await openPage(page, host, 'fr/casebook/');
        await lockNow(page);
        await isLocked(page);
        await shareInto(page, host.url('fr/casebook/note/'), { text: `${CANARY} partagé` });
        await tryToUnlock(page);
        await there(page, 'what was shared', '[data-note-state="saved"]');
        expect(await noteText(page)).toBe(`${CANARY} partagé`);
        await openPage(page, host, 'fr/');
        await page.type('#lab-phosphate', ENTERED);
        await isHeld(page, ENTERED);
        await page.reload();
        await page.waitUntil(
          'the entry to be held',
          (entered) =>
            document.querySelector<HTMLInputElement>('#lab-phosphate')?.value === entered,
          ENTERED
        );
        await openPage(page, host, 'fr/casebook/');
        await says(page, CASES, CANARY);
        await browser.kill();
        const readable: string[] = [];
        let files = 0;
        for await (const [path, bytes] of filesOf(profile)) {
          files += 1;
          for (const encoding of ['utf8', 'utf16le'] as const)
            for (const word of [CANARY, PASSPHRASE, ENTERED])
              if (bytes.includes(Buffer.from(word, encoding))) readable.push(path);
        }
        expect(files).toBeGreaterThan(20);
        expect(readable).toEqual([]);
      },
      ENGINE_TEST_MS
    );

    test.each(killMoments)(
      'a kill %i ms into sealing loses no row, and it goes on to the end',
      async (moment) => {
        const profile = await makeProfile();
        let browser = await openBrowser(engine, { profile });
        let page = await browser.newPage();
        await install(page, host.url('fr/'));
        await openPage(page, host, 'fr/casebook/');
        await says(page, '.prose', 'Aucun cas');
        const [note] = released.tables.notes;
        const notes = Array.from({ length: 3000 }, (_, at) => ({
          ...note,
          id: `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`,
          content: { text: `${CANARY} ${at}`, tags: [] }
        }));
        await putRows(page, { notes });
        await prepareLock(page, host);
        await page.evaluate(() => document.querySelector<HTMLElement>('[data-turn-on]')?.click());
        await new Promise((done) => setTimeout(done, moment));
        await browser.kill();

        browser = await openBrowser(engine, { profile });
        page = await openFromDevice(browser, host.url('fr/casebook/lock/'));
        const state = await page.evaluate(
          () =>
            new Promise<string>((done) => {
              const look = () => {
                const { lock } = document.querySelector<HTMLElement>('[data-lock]')?.dataset ?? {};
                if (document.querySelector('[data-locked]')) done('locked');
                else if (lock === 'off') done('off');
                else setTimeout(look, 100);
              };
              look();
            })
        );
        if (state === 'locked') {
          await tryToUnlock(page);
          await there(page, 'the lock', '[data-lock="unlocked"]');
          await page.evaluate(() => document.querySelector<HTMLElement>('[data-go-on]')?.click());
          await there(page, 'the lock to be on', '[data-lock="unlocked"] select');
          expect(await readableOnDevice(page, CANARY)).toEqual([]);
        }
        await openPage(page, host, 'fr/casebook/notes/');
        await page.type('input[type="text"]', `${CANARY} 2999`);
        await says(page, '[data-list="notes"]', `${CANARY} 2999`);
        const kept = await page.evaluate(
          () =>
            new Promise<number>((done) => {
              const opening = indexedDB.open('calcinote');
              opening.onsuccess = () => {
                const asked = opening.result.transaction('notes').objectStore('notes').count();
                asked.onsuccess = () => done(asked.result);
              };
            })
        );
        expect(kept).toBe(notes.length);
      },
      ENGINE_TEST_MS
    );
  }
);
