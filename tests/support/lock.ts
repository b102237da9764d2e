import { expect } from 'vitest';
import type { EnginePage } from '../engines/engine';
import { fill, openPage, tap, there } from './casebook';
import type { Host } from './host';

export const PASSPHRASE = 'quatre mots sans lien';
export const LOCKED = '[data-locked]';

/** Turns the lock on as a person does; answers the recovery code. */
export async function turnOn(
  page: EnginePage,
  host: Host,
  passphrase = PASSPHRASE
): Promise<string> {
  const code = await prepareLock(page, host, passphrase);
  await tap(page, '[data-turn-on]');
  await there(page, 'the lock to be on', '[data-lock="unlocked"] select');
  return code;
}

/** The same, up to the last tap. */
export async function prepareLock(
  page: EnginePage,
  host: Host,
  passphrase = PASSPHRASE
): Promise<string> {
  await openPage(page, host, 'fr/casebook/lock/');
  await there(page, 'the offer', '[data-lock="off"] form');
  await fill(page, 'form .secret:nth-of-type(1) input', passphrase);
  await there(page, 'its strength', '[data-strength="4"]');
  await fill(page, 'form .secret:last-of-type input', passphrase);
  await there(page, 'it to be accepted', 'form button[type="submit"]:not([disabled])');
  await tap(page, 'form button[type="submit"]');
  await there(page, 'the code', '[data-code]');
  const code = await page.text('[data-code]');
  expect(code).toMatch(/^([0-9A-Z]{5}-){6}[0-9A-Z]{2}.$/);
  await tap(page, 'label.tick input');
  await there(page, 'the button', '[data-turn-on]:not([disabled])');
  return code;
}

/** Once there is something to lock. */
export async function lockNow(page: EnginePage): Promise<void> {
  await there(page, 'the lock', '[data-sign="lock"]');
  await tap(page, '[data-sign="lock"]');
}

export const isLocked = (page: EnginePage) => there(page, 'the lock to close', LOCKED);

export async function turnOff(page: EnginePage): Promise<void> {
  await there(page, 'the lock to be open', '[data-lock="unlocked"] select');
  await tap(page, '[data-ask-off]');
  await there(page, 'the second step', '[data-turn-off]');
  await tap(page, '[data-turn-off]');
  await there(page, 'the lock to be off', '[data-lock="off"] form');
}

export async function tryToUnlock(page: EnginePage, secret = PASSPHRASE): Promise<void> {
  await there(page, 'the locked page', `${LOCKED} input`);
  await fill(page, `${LOCKED} input`, secret);
  await tap(page, `${LOCKED} button[type="submit"]`);
}

/** How often a word can be read in what the device keeps for the app: its database, caches and both storages. */
export const readableOnDevice = (page: EnginePage, word: string): Promise<string[]> =>
  page.evaluate(async (sought) => {
    const found: string[] = [];
    const look = (where: string, text: string) => {
      if (text.includes(sought)) found.push(where);
    };
    const opened = await new Promise<IDBDatabase>((done) => {
      const opening = indexedDB.open('calcinote');
      opening.onsuccess = () => done(opening.result);
    });
    for (const name of opened.objectStoreNames) {
      const rows = await new Promise<unknown[]>((done) => {
        const all = opened.transaction(name).objectStore(name).getAll();
        all.onsuccess = () => done(all.result);
      });
      const text = JSON.stringify(rows, (_, value: unknown) =>
        value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value
      );
      look(name, text);
    }
    opened.close();
    look('localStorage', JSON.stringify({ ...localStorage }));
    look('sessionStorage', JSON.stringify({ ...sessionStorage }));
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const answer = await cache.match(request);
        look(`${name} ${request.url}`, request.url + ((await answer?.text()) ?? ''));
      }
    }
    return found;
  }, word);

/** Sets after how long the lock closes, in steps that no page offers. */
export const setLimits = (page: EnginePage, limits: Record<string, number>): Promise<void> =>
  setVault(page, { limits });

/** Changes the stored vault past the app. */
export const setVault = (
  page: EnginePage,
  change: { limits?: Record<string, number>; state?: string }
): Promise<void> =>
  page.evaluate(
    ({ limits, ...rest }) =>
      new Promise<void>((done) => {
        const opening = indexedDB.open('calcinote');
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('settings', 'readwrite');
          const settings = transaction.objectStore('settings');
          const asked = settings.get('vault');
          asked.onsuccess = () => {
            const vault = asked.result as { limits: object };
            settings.put({ ...vault, ...rest, limits: { ...vault.limits, ...limits } });
          };
          transaction.oncomplete = () => {
            opening.result.close();
            done();
          };
        };
      }),
    change
  );

/** Waits until the worker holds a word of what is entered on Classify, for the page that comes next. */
export async function isHeld(page: EnginePage, word: string): Promise<void> {
  const held = () =>
    page.evaluate(
      () =>
        new Promise<string>((done) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = ({ data }) => done(JSON.stringify(data));
          const payload: unknown = JSON.parse(sessionStorage.getItem('calcinote.tab') ?? 'null');
          const asked = { name: 'find-carried', payload };
          navigator.serviceWorker.controller?.postMessage(asked, [port2]);
        })
    );
  await expect.poll(held, { timeout: 10_000 }).toContain(word);
}
