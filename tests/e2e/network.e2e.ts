import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { engines } from '../engines';
import { chromium } from '../engines/chromium';
import { BUILD, openBrowser } from '../support/app';
import { Host, install, waitUntilStarted } from '../support/host';

const host = new Host();
afterAll(() => host.stop());

const worker = await readFile(join(BUILD, 'service-worker.js'), 'utf8');
const routes = [...worker.matchAll(/"url":"((?:fr|en)\/[^"]*?)"/g)]
  .map(([, route]) => route as string)
  .filter((route) => route.endsWith('/'));

describe.each(engines())('promise 17, no network, in $name', (engine) => {
  test('after installation the host is asked for the worker alone', async () => {
    await host.serve();
    const browser = await openBrowser(engine);
    const page = await browser.newPage();
    await install(page, host.url('fr/'));
    const asked: string[] = [];
    await host.serve(BUILD, (pathname) => {
      asked.push(pathname);
      return undefined;
    });
    const isOneOfMany = (route: string) =>
      /\/reference\/(?!minocycline|evidence|sources)./.test(route);
    for (const route of routes.filter((one) => !isOneOfMany(one))) {
      await page.goto(host.url(route));
      await waitUntilStarted(page);
    }
    await page.goto(host.url('fr/'));
    await waitUntilStarted(page);
    await page.type('#lab-phosphate', '1,62');
    await page.waitUntil('the echo', () =>
      /1,62/.test(document.querySelector('#lab-phosphate-said')?.textContent ?? '')
    );
    expect([...new Set(asked)].filter((path) => path !== '/service-worker.js')).toEqual([]);
    const elsewhere = page
      .requests()
      .filter((url) => !url.startsWith('data:') && !url.startsWith(host.url()));
    expect(elsewhere, 'requests to other hosts').toEqual([]);
  });
});

describe('installability', () => {
  test.each(['fr', 'en'])(
    'Chromium finds nothing that hinders installing in %s',
    async (locale) => {
      await host.serve();
      const browser = await openBrowser(chromium);
      const page = await browser.newPage();
      await install(page, host.url(`${locale}/`));
      const session = await page.playwright.context().newCDPSession(page.playwright);
      const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
      expect(installabilityErrors).toEqual([]);
      const { url, errors } = await session.send('Page.getAppManifest');
      expect(url).toBe(host.url(`${locale}/manifest.webmanifest`));
      expect(errors).toEqual([]);
      const { appId } = await session.send('Page.getAppId');
      expect(appId, 'one app in both languages').toBe(host.url());
    }
  );
});
