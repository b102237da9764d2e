import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { engines } from '../engines';
import type { Engine, EnginePage } from '../engines/engine';
import { openBrowser } from '../support/app';
import { noteText, openPage, readKept, says, tap, there } from '../support/casebook';
import { Chance } from '../support/chance';
import { Host, install } from '../support/host';

/** Of each promise, in each engine. `npm run campaign` has many. */
const KILLS = Number(process.env.KILLS ?? 1);
const SEED = Number(process.env.KILL_SEED ?? 20261125);
const ONE_KILL_MS = 60_000;
const MOST_LOST_MS = 1000;
const LETTERS = 'abcdefghijklmnopqrstuvwxyzéèà ,.';

const host = new Host();
beforeEach(() => host.serve());
afterAll(() => host.stop());

/** A profile on which the app is installed and its terms accepted, left in peace. */
async function makeProfile(engine: Engine): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'calcinote-profile-'));
  onTestFinished(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
  const browser = await openBrowser(engine, { profile });
  const page = await browser.newPage();
  await install(page, host.url('fr/'));
  await browser.close();
  return profile;
}

const textOf = (chance: Chance, length: number): string =>
  Array.from({ length }, () => chance.of([...LETTERS])).join('');

/** The note changed last, found and opened as a person would. */
async function openLastNote(page: EnginePage): Promise<void> {
  await openPage(page, host, 'fr/casebook/notes/');
  await there(page, 'the notes', '[data-list="notes"] a');
  await tap(page, '[data-list="notes"] a');
  await there(page, 'the editor', 'textarea');
}

async function newNote(page: EnginePage): Promise<void> {
  await openPage(page, host, 'fr/casebook/notes/');
  await page.click({ role: 'link', name: 'Nouvelle note' });
  await there(page, 'the editor', 'textarea');
}

interface Stroke {
  at: number;
  text: string;
}

/** From now on the page notes when each keystroke reached it. */
const watchKeystrokes = (page: EnginePage): Promise<void> =>
  page.evaluate(() => {
    const strokes: Stroke[] = [];
    Object.assign(window, { strokes });
    const field = document.querySelector('textarea') as HTMLTextAreaElement;
    field.addEventListener(
      'input',
      () => strokes.push({ at: Date.now(), text: field.value }),
      true
    );
    field.focus();
  });

const strokesOf = (page: EnginePage): Promise<Stroke[]> =>
  page.evaluate(() => (window as unknown as { strokes: Stroke[] }).strokes);

/** A person's rhythm, and the moment of the kill: nothing there is to be awaited. */
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Types steadily and is killed at any moment after. Answers what had been typed at least a second before. */
async function typeUntilKilled(
  page: EnginePage,
  kill: () => Promise<void>,
  chance: Chance
): Promise<{ typed: string; mustBeKept: string }> {
  await watchKeystrokes(page);
  for (let count = chance.between(5, 45); count > 0; count -= 1) {
    await page.press(chance.of([...'abcdefghijklmnopqrstuvwxyz']));
    await pause(chance.between(10, 90));
  }
  const strokes = await strokesOf(page);
  await pause(chance.between(0, 1300));
  const killedAt = Date.now();
  await kill();
  const old = strokes.filter(({ at }) => at < killedAt - MOST_LOST_MS);
  return { typed: strokes.at(-1)?.text ?? '', mustBeKept: old.at(-1)?.text ?? '' };
}

/** The id under which the device has the note, or its draft, that begins what was typed. */
async function idOfTyped(page: EnginePage, typed: string): Promise<string | undefined> {
  const { tables } = await readKept(page);
  const ids = [...(tables.drafts ?? []), ...(tables.notes ?? [])]
    .filter(({ content }) => {
      const { text } = content as { text: string };
      return text !== '' && typed.startsWith(text);
    })
    .map(({ id }) => id as string);
  // Ids sort by time: of notes that begin alike the last is meant.
  return ids.toSorted().at(-1);
}

describe.each(engines().filter(({ keepsProfiles }) => keepsProfiles))(
  'sudden death in $name',
  (engine) => {
    test(
      `promise 1: what was called saved is there whole after each of ${KILLS} kills`,
      async () => {
        const chance = new Chance(SEED);
        const profile = await makeProfile(engine);
        const texts: string[] = [];
        for (let kill = 0; kill <= KILLS; kill += 1) {
          const browser = await openBrowser(engine, { profile });
          const page = await browser.newPage();
          const last = texts.at(-1);
          if (last !== undefined) {
            await openLastNote(page);
            expect(await noteText(page), `seed ${SEED}, kill ${kill}`).toBe(last);
          }
          if (kill < KILLS) {
            const text = `${kill} ${textOf(chance, chance.between(1, 40))}`;
            await newNote(page);
            await page.type('textarea', text);
            await there(page, 'the note to be saved', '[data-note-state="saved"]');
            await browser.kill();
            texts.push(text);
            continue;
          }
          const { tables } = await readKept(page);
          const kept = tables.notes?.map(({ content }) => (content as { text: string }).text);
          expect(kept?.toSorted()).toEqual(texts.toSorted());
          await browser.close();
        }
      },
      ONE_KILL_MS * (KILLS + 2)
    );

    test(
      `promise 2: of steady typing at most one second is lost in each of ${KILLS} kills`,
      async () => {
        const chance = new Chance(SEED + 1);
        const profile = await makeProfile(engine);
        let before = { typed: '', mustBeKept: '' };
        for (let kill = 0; kill <= KILLS; kill += 1) {
          const browser = await openBrowser(engine, { profile });
          const page = await browser.newPage();
          const which = `seed ${SEED}, kill ${kill}`;
          if (kill > 0) {
            await openPage(page, host, 'fr/more/');
            const id = await idOfTyped(page, before.typed);
            if (id === undefined) {
              expect(before.mustBeKept, which).toBe('');
            } else {
              await openPage(page, host, `fr/casebook/note/#${id}`);
              await there(page, 'the editor', 'textarea');
              const shown = await noteText(page);
              expect(before.typed.startsWith(shown ?? '-'), `${which}: ${shown}`).toBe(true);
              expect(shown?.startsWith(before.mustBeKept), `${which}: ${shown}`).toBe(true);
            }
          }
          if (kill === KILLS) {
            await browser.close();
            break;
          }
          await newNote(page);
          before = await typeUntilKilled(page, () => browser.kill(), chance);
        }
      },
      ONE_KILL_MS * (KILLS + 2)
    );

    test('a new note of which only the draft was kept is among the notes soon after a start', async () => {
      const profile = await makeProfile(engine);
      const first = await openBrowser(engine, { profile });
      const page = await first.newPage();
      await newNote(page);
      await page.type('textarea', 'Sans fin');
      await there(page, 'the draft to be kept', '[data-note-state="kept"]');
      await first.kill();
      const second = await openBrowser(engine, { profile });
      const again = await second.newPage();
      await openPage(again, host, 'fr/casebook/notes/');
      await says(again, '[data-list="notes"]', 'Sans fin');
      expect(await again.text('[data-list="notes"]')).toMatch(/Sans fin/);
      await second.close();
    }, 180_000);
  }
);
