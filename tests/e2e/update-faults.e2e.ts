import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Spoiled } from '../../scripts/server.js';
import { engines } from '../engines';
import type { EnginePage } from '../engines/engine';
import { openBrowser } from '../support/app';
import { Host, install, waitUntilStarted } from '../support/host';
import { IS_VERSION_TWO, makeVersionTwo } from '../support/version-two';

const host = new Host();
let two: Awaited<ReturnType<typeof makeVersionTwo>>;
beforeAll(async () => {
  two = await makeVersionTwo();
});
afterAll(async () => {
  await host.stop();
  await two.remove();
});

const FAULTS: Record<string, (file: Buffer) => Spoiled> = {
  failing: () => ({ status: 503, body: 'unavailable' }),
  truncated: (file) => ({ body: file.subarray(0, file.length >> 1), cut: true }),
  // One bit is the least that can be wrong; the length stays right.
  replaced: (file) => {
    const body = Buffer.from(file);
    body[body.length >> 1] = (body[body.length >> 1] ?? 0) ^ 1;
    return { body };
  }
};

/** Looks for the update and says what became of the worker that was found. */
function tryUpdate(page: EnginePage): Promise<string> {
  return page.evaluate(async () => {
    const registration =
      (await navigator.serviceWorker.getRegistration()) as ServiceWorkerRegistration;
    const ended = new Promise<string>((done) => {
      registration.addEventListener(
        'updatefound',
        () => {
          const worker = registration.installing;
          worker?.addEventListener('statechange', () => {
            if (worker.state === 'installed' || worker.state === 'redundant') done(worker.state);
          });
        },
        { once: true }
      );
    });
    await registration.update().catch(() => undefined);
    return ended;
  });
}

async function versionOneWorksOffline(page: EnginePage, what: string): Promise<void> {
  await host.stop();
  await page.goto(host.url('fr/'));
  await waitUntilStarted(page);
  expect(await page.evaluate(IS_VERSION_TWO), what).toBe(false);
  const kept = await page.evaluate(async () =>
    (await caches.keys()).filter((name) => name.startsWith('calcinote-version-'))
  );
  expect(kept, `${what}: nothing of version 2 is left`).toHaveLength(1);
}

/** `npm run campaign` tries every fault on every file; `npm test` one on some of each kind, in turn. */
const isCampaign = process.env.CAMPAIGN === '1';
const CHECKED_EVERY = isCampaign ? 1 : 8;
const ONE_OF = 8;

/** Of files that lie in one folder, whichever the language, one in so many: they are fetched and checked alike. */
function someOfEachKind(paths: string[]): string[] {
  const seen = new Map<string, number>();
  return paths.filter((path) => {
    const kind = path
      .replace(/^\/(fr|en)\//, '/')
      .replace(/[^/]*$/, '')
      .replace(/\/reference\/.+/, '/reference/topic/');
    const before = seen.get(kind) ?? 0;
    seen.set(kind, before + 1);
    return before % ONE_OF === 0;
  });
}

describe.each(engines())('promise 9, no half-updated app, in $name', (engine) => {
  test('each file failing, truncated or replaced leaves version 1 at work', async () => {
    await host.serve();
    const browser = await openBrowser(engine);
    const page = await browser.newPage();
    await install(page, host.url('fr/'));
    // Chromium is quick enough for some of each; elsewhere one of each that the worker treats in its own way.
    const kinds = [/^\/fr\/$/, /^\/404/, /\/entry\/app/, /\.css$/, /^\/icon\.svg$/];
    const some =
      engine.name === 'chromium'
        ? someOfEachKind(two.paths)
        : kinds.flatMap((kind) => two.paths.find((path) => kind.test(path)) ?? []);
    const paths = isCampaign ? two.paths : some;
    const names = Object.keys(FAULTS);
    const tries = paths.flatMap((path, index) =>
      names
        .filter((_, fault) => isCampaign || fault === index % names.length)
        .map((name) => [path, name])
    ) as [path: string, name: string][];

    for (const [index, [path, name]] of tries.entries()) {
      let wasAsked = false;
      await host.serve(two.dir, (pathname, file) => {
        if (pathname !== path) return undefined;
        wasAsked = true;
        return FAULTS[name]?.(file);
      });
      expect(await tryUpdate(page), `${path} ${name}`).toBe('redundant');
      expect(wasAsked, `${path} was asked for`).toBe(true);
      if (index % CHECKED_EVERY === 0) await versionOneWorksOffline(page, `${path} ${name}`);
    }
    await versionOneWorksOffline(page, 'all faults tried');
    await host.serve(two.dir);
    expect(await tryUpdate(page), 'the same version 2 unspoiled').toBe('installed');
  }, 3_600_000);
});
