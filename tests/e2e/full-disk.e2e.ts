import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { ROW_SCHEMAS } from '../../src/lib/core/casebook/row-schema';
import { engines } from '../engines';
import { chromium, type ChromiumPage } from '../engines/chromium';
import { openBrowser } from '../support/app';
import { noteText, openPage, readKept, says, tap, there } from '../support/casebook';
import { Host, install } from '../support/host';

const host = new Host();
beforeEach(() => host.serve());
afterAll(() => host.stop());

const LONG = 150_000;
/** Bytes that the device has left at first. */
const ROOM = 8_000_000;

/** What the browser allows this origin, or as much as it likes: for as long as the session lives. */
async function quotaOf(page: ChromiumPage): Promise<(bytes?: number) => Promise<void>> {
  const session = await page.playwright.context().newCDPSession(page.playwright);
  const origin = host.url().replace(/\/$/, '');
  return async (quotaSize) => {
    const allowed = { origin, ...(quotaSize !== undefined && { quotaSize }) };
    await session.send('Storage.overrideQuotaForOrigin', allowed);
  };
}

/** Fills what is left with what cannot be compressed, by ever smaller pieces. Answers how many bytes it took. */
const fillDisk = (page: ChromiumPage): Promise<number> =>
  page.evaluate(async (most) => {
    const database = await new Promise<IDBDatabase>((done, failed) => {
      const opening = indexedDB.open('filler');
      opening.onupgradeneeded = () => opening.result.createObjectStore('bytes');
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => failed(opening.error);
    });
    let bytes = 0;
    for (let size = 1 << 20; size >= 1 << 10 && bytes < most;) {
      const piece = new Uint8Array(size);
      for (let at = 0; at < size; at += 65536)
        crypto.getRandomValues(piece.subarray(at, Math.min(size, at + 65536)));
      const isKept = await new Promise<boolean>((done) => {
        const transaction = database.transaction('bytes', 'readwrite', { durability: 'strict' });
        transaction.objectStore('bytes').put(piece, crypto.randomUUID());
        transaction.oncomplete = () => done(true);
        transaction.onabort = () => done(false);
      });
      if (isKept) bytes += size;
      else size >>= 1;
    }
    database.close();
    return bytes;
  }, 2 * ROOM);

describe.runIf(engines().some(({ name }) => name === 'chromium'))(
  'a full disk, in chromium',
  () => {
    test('promise 5: an edit stays on the screen, says why, breaks no row, and is kept once there is room', async () => {
      const browser = await openBrowser(chromium);
      const page = await browser.newPage();
      await install(page, host.url('fr/'));
      // Before anything is written: for half a minute the browser goes by what it knew last.
      const used = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
      const setQuota = await quotaOf(page);
      await setQuota(used + ROOM);
      await openPage(page, host, 'fr/casebook/note/#new');
      await there(page, 'the editor', 'textarea');
      await page.type('textarea', 'Avant.');
      await there(page, 'the note to be saved', '[data-note-state="saved"]');
      const before = await readKept(page);

      expect(await fillDisk(page)).toBeLessThan(ROOM);
      // Longer than what a nearly full disk has left.
      const text = await page.evaluate((length) => {
        const field = document.querySelector('textarea') as HTMLTextAreaElement;
        const letters = new Uint8Array(length);
        for (let at = 0; at < length; at += 65536)
          crypto.getRandomValues(letters.subarray(at, Math.min(length, at + 65536)));
        field.value = `Avant. ${[...letters].map((byte) => String.fromCharCode(0x4e00 + byte * 64)).join('')}`;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        return field.value;
      }, LONG);
      await says(page, '.notice[role="alert"]', 'n’a plus de place');
      expect(await noteText(page)).toBe(text);
      expect(await page.text('[data-note-state]')).toBe('');
      expect(await readKept(page)).toEqual(before);

      await setQuota();
      await tap(page, '.notice[role="alert"] button');
      await there(page, 'the note to be saved', '[data-note-state="saved"]');
      const { tables } = await readKept(page);
      expect(tables.drafts).toEqual([]);
      expect(tables.notes).toHaveLength(1);
      const note = v.parse(ROW_SCHEMAS.note, tables.notes?.[0]);
      expect(note.content.text).toBe(text);
      await page.reload();
      await there(page, 'the editor', 'textarea');
      expect(await noteText(page)).toBe(text);
    }, 180_000);
  }
);
