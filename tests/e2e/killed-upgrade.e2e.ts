import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { engines } from '../engines';
import { chromium } from '../engines/chromium';
import type { EnginePage } from '../engines/engine';
import { openBrowser } from '../support/app';
import { openPage, putRows, readKept, says } from '../support/casebook';
import { Chance } from '../support/chance';
import { Host, install } from '../support/host';
import { released } from '../support/released';

/** `npm run campaign` has many. */
const KILLS = Number(process.env.UPGRADE_KILLS ?? 1);
const SEED = Number(process.env.KILL_SEED ?? 20261125);
const ONE_KILL_MS = 60_000;

const host = new Host();
beforeEach(() => host.serve());
afterAll(() => host.stop());

/** Begins an upgrade that changes rows without ever coming to its end; answers after so many changes. */
const beginUpgrade = (page: EnginePage, changes: number): Promise<void> =>
  page.evaluate(
    (most) =>
      new Promise<void>((begun, failed) => {
        const opening = indexedDB.open('calcinote', 20);
        opening.onerror = () => failed(opening.error);
        opening.onblocked = () => failed(new Error('blocked'));
        opening.onupgradeneeded = () => {
          const transaction = opening.transaction as IDBTransaction;
          opening.result.createObjectStore('wards');
          let count = 0;
          const change = (name: string): void => {
            const walking = transaction.objectStore(name).openCursor();
            walking.onsuccess = () => {
              const cursor = walking.result;
              if (!cursor) return change(name);
              cursor.update({ ...cursor.value, content: 'spoilt', changes: ++count });
              if (count === most) begun();
              cursor.continue();
            };
          };
          for (const name of ['cases', 'notes', 'assessments', 'drafts']) change(name);
          transaction.objectStore('treatments').clear();
        };
      }),
    changes
  );

describe.runIf(engines().some(({ name }) => name === 'chromium'))('an upgrade, in chromium', () => {
  test(
    `promise 6: that is killed in the middle leaves schema 1 whole, each of ${KILLS} times`,
    async () => {
      const chance = new Chance(SEED);
      const profile = await mkdtemp(join(tmpdir(), 'calcinote-profile-'));
      onTestFinished(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
      const first = await openBrowser(chromium, { profile });
      const page = await first.newPage();
      await install(page, host.url('fr/'));
      await openPage(page, host, 'fr/casebook/');
      await says(page, '.prose', 'Aucun cas');
      await putRows(page, { ...released.tables, drafts: [] });
      const whole = await readKept(page);
      expect(whole.version).toBe(released.browserVersion);
      expect(whole.tables).toMatchObject({ ...released.tables, drafts: [] });
      await first.close();

      for (let kill = 0; kill < KILLS; kill += 1) {
        const browser = await openBrowser(chromium, { profile });
        const upgrading = await browser.newPage();
        await openPage(upgrading, host, 'fr/more/');
        await beginUpgrade(upgrading, chance.between(1, 3000));
        await browser.kill();

        const again = await openBrowser(chromium, { profile });
        const after = await again.newPage();
        await openPage(after, host, 'fr/casebook/');
        await says(after, '[data-list="cases"]', 'Lit 12, dossier bleu');
        expect(await readKept(after), `seed ${SEED}, kill ${kill}`).toEqual(whole);
        await again.close();
      }
    },
    ONE_KILL_MS * (KILLS + 1)
  );
});
