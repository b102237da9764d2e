import { describe, expect, test } from 'vitest';
import { engines } from '../engines';
import { openBrowser, serveBuild } from '../support/app';

const app = serveBuild();

describe.each(engines())('$name', (engine) => {
  test.each(['fr', 'en'])('the app opens in %s and shows its heading', async (locale) => {
    const browser = await openBrowser(engine);
    const page = await browser.newPage();
    await page.goto(app.url(`${locale}/`));
    await page.waitUntil(
      'the heading',
      () => (document.querySelector('h1')?.innerText ?? '') !== ''
    );
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(locale);
    expect(await page.text('h1')).not.toBe('');
  });
});
