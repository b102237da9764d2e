import type { Page } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chromium } from '../engines/chromium';
import { BUILD, openBrowser, serveBuild } from '../support/app';

const app = serveBuild();
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const LOCALES = ['fr', 'en'] as const;
const THEMES = ['light', 'dark'] as const;
const PAGES = [
  '',
  'search/',
  'reference/',
  'reference/evidence/',
  'reference/sources/',
  'reference/abbreviations/',
  'casebook/',
  'casebook/notes/',
  'casebook/checklists/',
  'casebook/storage/',
  'how-it-decides/',
  'more/',
  'about/'
] as const;
/** Topics are alike: they are looked at one after the other in one browser. */
const TOPICS = readdirSync(join(BUILD, 'fr', 'reference'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `reference/${name}/`)
  .filter((path) => !PAGES.some((page) => page === path));
const COMBINATIONS = PAGES.flatMap((path) =>
  LOCALES.flatMap((locale) => THEMES.map((theme) => ({ path, locale, theme })))
);

interface Opened {
  locale?: string;
  path?: string;
  theme?: string;
  viewport?: { width: number; height: number };
  /** The terms are accepted already unless they are what is tested. */
  accepted?: boolean;
}

async function open({ locale = 'fr', path = '', theme, viewport, accepted = true }: Opened) {
  const browser = await openBrowser(chromium, viewport && { viewport });
  const { playwright: page } = await browser.newPage();
  await page.addInitScript(
    (kept) => localStorage.setItem('calcinote.preferences', kept),
    JSON.stringify({ ...(accepted && { terms: '1' }), ...(theme && { theme }) })
  );
  await page.goto(app.url(`${locale}/${path}`));
  await page.waitForSelector('.update', { state: 'attached' });
  return page;
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const run = (window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }).axe;
    interface Violation {
      id: string;
      nodes: { html: string; failureSummary?: string }[];
    }
    const { violations } = await run.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`)
    );
  });
}

async function enterWithErrors(page: Page): Promise<void> {
  await page.fill('#lab-totalCalcium', '9,5');
  await page.fill('#lab-phosphate', '<2');
  await page.fill('#lab-albumin', '9,999');
  await page.fill('#age', '4x');
  await page.locator('details').evaluateAll((all: HTMLDetailsElement[]) => {
    for (const details of all) details.open = true;
  });
  await page.getByRole('checkbox').nth(1).check();
}

async function openCard(page: Page): Promise<void> {
  await page.fill('#lab-phosphate', '1,62');
  await page.click('button[aria-haspopup="dialog"]');
  await page.waitForSelector('dialog[open] h2');
}

describe('axe finds nothing', () => {
  test.each(COMBINATIONS)('on /$locale/$path in $theme', async ({ path, locale, theme }) => {
    expect(await violations(await open({ path, locale, theme }))).toEqual([]);
  });

  test.each(LOCALES.flatMap((locale) => THEMES.map((theme) => [locale, theme] as const)))(
    'on every topic in %s in %s',
    async (locale, theme) => {
      expect(TOPICS.length).toBeGreaterThan(30);
      const page = await open({ locale, theme, path: 'reference/' });
      const found: string[] = [];
      for (const path of TOPICS) {
        await page.goto(app.url(`${locale}/${path}`));
        await page.waitForSelector('.update', { state: 'attached' });
        found.push(...(await violations(page)).map((violation) => `${path} ${violation}`));
      }
      expect(found).toEqual([]);
    }
  );

  test.each(THEMES)('with errors shown and everything unfolded, in %s', async (theme) => {
    const page = await open({ theme });
    await enterWithErrors(page);
    expect(await violations(page)).toEqual([]);
  });

  test.each(THEMES)('with the full result open, in %s', async (theme) => {
    const page = await open({ theme });
    await openCard(page);
    expect(await violations(page)).toEqual([]);
  });

  test.each(THEMES)('with the result beside the form, in %s', async (theme) => {
    const page = await open({ theme, viewport: { width: 1280, height: 800 } });
    await page.fill('#lab-phosphate', '1,62');
    await page.waitForSelector('aside .answer');
    expect(await violations(page)).toEqual([]);
  });

  test.each(THEMES)('with the terms, in %s', async (theme) => {
    const page = await open({ theme, accepted: false });
    await page.waitForSelector('dialog[open]');
    expect(await violations(page)).toEqual([]);
  });
});

describe('small screens and large text', () => {
  const overflow = (page: Page): Promise<number> =>
    page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth
    );

  test.each(PAGES.flatMap((path) => LOCALES.map((locale) => ({ path, locale }))))(
    '/$locale/$path needs no sideways scrolling at 320 px, nor with text at 200 %',
    async ({ path, locale }) => {
      const page = await open({ path, locale, viewport: { width: 320, height: 568 } });
      expect(await overflow(page)).toBe(0);
      await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
      expect(await overflow(page)).toBe(0);
    }
  );

  test('errors and the full result need none either', async () => {
    const page = await open({ viewport: { width: 320, height: 568 } });
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    await enterWithErrors(page);
    expect(await overflow(page)).toBe(0);
    await openCard(page);
    const dialog = await page
      .locator('dialog[open]')
      .evaluate((card) => card.scrollWidth - card.clientWidth);
    expect(dialog).toBe(0);
  });

  test('the field in use is never under the result', async () => {
    const page = await open({ viewport: { width: 390, height: 600 } });
    for (const field of ['#lab-phosphate', '#age', '#condition']) {
      await page.focus(field);
      const room = await page.evaluate((id) => {
        const bar = document.querySelector('button[aria-haspopup="dialog"]');
        const input = document.querySelector(id);
        if (!bar || !input) throw new Error(`No ${id}`);
        return bar.getBoundingClientRect().top - input.getBoundingClientRect().bottom;
      }, field);
      expect(room, field).toBeGreaterThanOrEqual(0);
    }
  });
});

test.each(PAGES)('every target of /fr/%s is at least 44 px', async (path) => {
  const page = await open({ path });
  if (path === '') await enterWithErrors(page);
  const small = await page.evaluate(() => {
    // Within a line of text a link or an abbreviation is as high as the line (WCAG 2.5.8, inline).
    const inText = (element: Element) =>
      element.closest('p, li, dd, td, th, h2, h3') && element.matches('a, .abbreviation');
    return [...document.querySelectorAll('a, button, input, select, summary')]
      .map((element) => element.closest('label') ?? element)
      .filter((element) => element.checkVisibility() && !inText(element))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(
        ({ element, box }) => !element.matches('.skip') && (box.width < 44 || box.height < 44)
      )
      .map(({ element, box }) => `${element.outerHTML.slice(0, 120)} ${box.width} x ${box.height}`);
  });
  expect(small).toEqual([]);
});

test('the whole way is possible by keyboard alone', async () => {
  const page = await open({ locale: 'en' });
  const tabTo = async (selector: string): Promise<void> => {
    for (let presses = 0; presses < 80; presses += 1) {
      if (await page.evaluate((to) => document.activeElement?.matches(to) ?? false, selector))
        return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`${selector} is not reached by Tab`);
  };
  await tabTo('.skip');
  await page.keyboard.press('Enter');
  await tabTo('#site-exposure input[type=radio]');
  await page.keyboard.press('ArrowDown');
  await tabTo('#lab-totalCalcium');
  await page.keyboard.type('2.35');
  await tabTo('#lab-phosphate');
  await page.keyboard.type('1.62');
  await tabTo('#age');
  await page.keyboard.type('43');
  await tabTo('#condition');
  await page.keyboard.type('sclero');
  await page.waitForSelector('[role=option]');
  await page.keyboard.press('ArrowDown');
  const active = await page.getAttribute('#condition', 'aria-activedescendant');
  expect(active).toBe('condition-option-systemic-sclerosis');
  await page.keyboard.press('Enter');
  await tabTo('button[aria-haspopup="dialog"]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('dialog[open] h2');
  expect(await page.textContent('dialog[open] h2')).toBe('Metastatic, with a dystrophic process');
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog[open]', { state: 'detached' });
  expect(
    await page.evaluate(() => document.activeElement?.getAttribute('aria-haspopup')),
    'the focus returns to where it came from'
  ).toBe('dialog');
});
