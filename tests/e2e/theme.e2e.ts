import { afterAll, expect, test } from 'vitest';
import { chromium } from '../engines/chromium';
import { openBrowser } from '../support/app';
import { Host, install, waitUntilStarted } from '../support/host';

const host = new Host();
afterAll(() => host.stop());

/** What the worker hands over, before any script of the page. */
test('with no network a page arrives in the theme that was chosen, and in none when the choice is undone', async () => {
  await host.serve();
  const browser = await openBrowser(chromium);
  const page = await browser.newPage();
  await install(page, host.url('fr/'));
  await host.stop();
  const choose = async (theme: string, mark: string | undefined) => {
    await page.goto(host.url('fr/more/'));
    await waitUntilStarted(page);
    await page.evaluate(
      (value) => document.querySelector<HTMLElement>(`input[value="${value}"]`)?.click(),
      theme
    );
    await page.waitUntil(
      'the worker to be told',
      async (wanted) =>
        (await caches.keys()).filter((name) => name.startsWith('calcinote-theme-')).join() ===
        wanted,
      mark ?? ''
    );
  };
  const written = async (path: string) => {
    const response = await page.playwright.goto(host.url(path));
    return /<html[^>]*>/.exec((await response?.text()) ?? '')?.[0];
  };

  await choose('dark', 'calcinote-theme-dark');
  expect(await written('fr/')).toBe('<html data-theme="dark" lang="fr">');
  expect(await written('en/reference/surgery/')).toBe('<html data-theme="dark" lang="en">');
  await choose('auto', undefined);
  expect(await written('fr/')).toBe('<html lang="fr">');
});
