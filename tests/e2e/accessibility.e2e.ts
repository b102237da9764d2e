import type { Page } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chromium } from '../engines/chromium';
import { released } from '../support/released';
import { BUILD, openBrowser, serveBuild } from '../support/app';
import { putRows, there } from '../support/casebook';

const app = serveBuild();
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A browser that looks at every page of the app. */
const ALL_PAGES_MS = 180_000;

const LOCALES = ['fr', 'en'] as const;
const THEMES = ['light', 'dark'] as const;
const LOOKS = LOCALES.flatMap((locale) => THEMES.map((theme) => ({ locale, theme })));
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
  'casebook/lock/',
  'how-it-decides/',
  'more/',
  'about/'
];
const TOPICS = readdirSync(join(BUILD, 'fr', 'reference'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `reference/${name}/`)
  .filter((path) => !PAGES.includes(path));

/** Pages of one row each: with nothing kept they show nothing. */
const { cases, notes, checklistRuns, checklistTemplates } = released.tables;
const ROW_PAGES = [
  ...[cases, notes, checklistRuns, checklistTemplates].map((rows, index) => {
    const page = ['case', 'note', 'checklist', 'template'][index];
    return `casebook/${page}/#${rows[0]?.id}`;
  }),
  `casebook/follow-up/#${cases[0]?.id}`,
  'casebook/note/#new'
];

interface Opened {
  locale?: string;
  path?: string;
  theme?: string;
  viewport?: { width: number; height: number };
  /** The terms are accepted already unless they are what is tested. */
  accepted?: boolean;
}

async function openPage({ locale = 'fr', path = '', theme, viewport, accepted = true }: Opened) {
  const browser = await openBrowser(chromium, viewport && { viewport });
  const page = await browser.newPage();
  await page.playwright.addInitScript(
    (kept) => localStorage.setItem('calcinote.preferences', kept),
    JSON.stringify({ ...(accepted && { terms: '1' }), ...(theme && { theme }) })
  );
  await visit(page.playwright, locale, path);
  return page;
}

const open = async (opened: Opened): Promise<Page> => (await openPage(opened)).playwright;

/** Opens a page in a browser that is open already; a page of a row is there when the row is. */
async function visit(page: Page, locale: string, path: string): Promise<void> {
  await page.goto(app.url(`${locale}/${path}`));
  await page.waitForSelector('.update', { state: 'attached' });
  if (path.includes('#')) await page.waitForSelector('main :is(section, textarea, input, li)');
}

/** As `open`, with a casebook that has a row of every kind. */
async function openWithRows(opened: Opened): Promise<Page> {
  const page = await openPage({ ...opened, path: 'casebook/' });
  await there(page, 'the empty casebook', 'main form');
  await putRows(page, released.tables);
  return page.playwright;
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

/** Everything that is folded can be looked at, and can be wrong. */
async function unfold(page: Page): Promise<void> {
  await page.locator('details').evaluateAll((all: HTMLDetailsElement[]) => {
    for (const details of all) details.open = true;
  });
}

const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
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

async function enterWithErrors(page: Page): Promise<void> {
  await page.fill('#lab-totalCalcium', '9,5');
  await page.fill('#lab-phosphate', '<2');
  await page.fill('#lab-albumin', '9,999');
  await page.fill('#age', '4x');
  await unfold(page);
  await page.getByRole('checkbox').nth(1).check();
}

async function openCard(page: Page): Promise<void> {
  await page.fill('#lab-phosphate', '1,62');
  await page.click('button[aria-haspopup="dialog"]');
  await page.waitForSelector('dialog[open] h2');
}

describe('axe finds nothing', () => {
  test.each(LOOKS)(
    'on any page in $locale in $theme',
    async (look) => {
      expect(TOPICS.length).toBeGreaterThan(30);
      const page = await openWithRows(look);
      const found: string[] = [];
      for (const path of [...PAGES, ...TOPICS, ...ROW_PAGES]) {
        await visit(page, look.locale, path);
        await unfold(page);
        found.push(...(await violations(page)).map((violation) => `${path} ${violation}`));
      }
      expect(found).toEqual([]);
    },
    ALL_PAGES_MS
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

  /** Texts that stand out of the box that they are written in, or in one where hardly a syllable finds room. */
  const cramped = (page: Page): Promise<string[]> =>
    page.evaluate(() => {
      const found: string[] = [];
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const words = text.textContent?.trim() ?? '';
        let box = text.parentElement;
        if (words === '' || !box?.checkVisibility()) continue;
        if (box.closest('.visually-hidden, .skip, option, svg, pre')) continue;
        while (box && getComputedStyle(box).display === 'inline') box = box.parentElement;
        if (!box) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        const [inside, outside] = [range.getBoundingClientRect(), box.getBoundingClientRect()];
        const stands = inside.right > outside.right + 1 || inside.left < outside.left - 1;
        const syllable = 3 * parseFloat(getComputedStyle(box).fontSize);
        const isSqueezed = words.length > 8 && outside.width < syllable;
        if (inside.width > 0 && (stands || isSqueezed))
          found.push(`${box.tagName} "${words.slice(0, 40)}" in ${Math.round(outside.width)} px`);
      }
      return found;
    });

  test.each(LOCALES)(
    'no page in %s needs sideways scrolling at 320 px, nor with text at 200 percent, and no text runs into another or is squeezed',
    async (locale) => {
      const page = await openWithRows({ locale, viewport: { width: 320, height: 568 } });
      const found: string[] = [];
      for (const path of [...PAGES, ...TOPICS, ...ROW_PAGES]) {
        await visit(page, locale, path);
        await unfold(page);
        for (const size of ['100%', '200%']) {
          await page.evaluate((to) => (document.documentElement.style.fontSize = to), size);
          const over = await overflow(page);
          if (over !== 0) found.push(`${path} at ${size}: ${over} px`);
          found.push(...(await cramped(page)).map((text) => `${path} at ${size}: ${text}`));
        }
      }
      expect(found).toEqual([]);
    },
    ALL_PAGES_MS
  );

  test('errors and the full result need none either', async () => {
    const page = await open({ viewport: { width: 320, height: 568 } });
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    await enterWithErrors(page);
    expect(await overflow(page)).toBe(0);
    expect(await cramped(page)).toEqual([]);
    await openCard(page);
    expect(await cramped(page)).toEqual([]);
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

test(
  'every target of every page is at least 44 px',
  async () => {
    const page = await openWithRows({});
    const found: string[] = [];
    for (const path of [...PAGES, ...ROW_PAGES]) {
      await visit(page, 'fr', path);
      if (path === '') await enterWithErrors(page);
      else await unfold(page);
      found.push(...(await smallTargets(page)).map((target) => `${path} ${target}`));
    }
    expect(found).toEqual([]);
  },
  ALL_PAGES_MS
);

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
