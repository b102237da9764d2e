import { describe, expect, test } from 'vitest';
import { engines } from '../engines';
import type { EnginePage } from '../engines/engine';
import { openBrowser, serveBuild } from '../support/app';
import { acceptTerms, waitUntilStarted } from '../support/host';

const app = serveBuild();
const BAR = 'button[aria-haspopup="dialog"]';

async function open(engine: Parameters<typeof openBrowser>[0], path = 'fr/'): Promise<EnginePage> {
  const browser = await openBrowser(engine);
  const page = await browser.newPage();
  await page.goto(app.url(path));
  await acceptTerms(page);
  await waitUntilStarted(page);
  return page;
}

function waitForResult(page: EnginePage, words: string): Promise<void> {
  return page.waitUntil(
    `the result "${words}"`,
    (text) =>
      (document.querySelector('button[aria-haspopup="dialog"]')?.textContent ?? '').includes(text),
    words
  );
}

/** Systemic sclerosis with a raised phosphate, nothing given at the site. */
async function enterCase(page: EnginePage): Promise<void> {
  await page.click('#site-exposure input[value="no"]');
  await page.type('#lab-totalCalcium', '2,35');
  await page.type('#lab-phosphate', '1,62');
  await page.type('#age', '43');
  await page.type('#condition', 'ScS');
  await page.press('Enter');
  await page.waitUntil(
    'the condition to be taken',
    () => document.querySelector<HTMLInputElement>('#condition')?.value === ''
  );
}

const value = (page: EnginePage, field: string): Promise<string | undefined> =>
  page.evaluate((id: string) => document.querySelector<HTMLInputElement>(id)?.value, field);

describe.each(engines())('the Classify page in $name', (engine) => {
  test('figures, an abbreviation and one tap give the subtype, at once and in both languages', async () => {
    const page = await open(engine);
    await enterCase(page);
    await waitForResult(page, 'Métastatique, avec un processus dystrophique');
    expect(await page.text('#lab-totalCalcium-said')).toBe(
      '2,35\u202fmmol/L (9,42\u202fmg/dL), dans 2,20–2,60'
    );
    await page.click('header a[hreflang="en"]');
    await waitForResult(page, 'Metastatic, with a dystrophic process');
    expect(await page.text('#lab-totalCalcium-said')).toBe(
      '2.35\u202fmmol/L (9.42\u202fmg/dL), within 2.20–2.60'
    );
    expect(await value(page, '#lab-totalCalcium'), 'as it was typed').toBe('2,35');
    expect(await page.url()).toBe(app.url('en/'));
  });

  test('the page comes with the styles of what it shows, and brings all of them once it has started', async () => {
    const page = await open(engine);
    const brought = page.waitUntil('both style sheets to be in use', () => {
      const sheets = document.querySelectorAll<HTMLLinkElement>(
        'link[rel="stylesheet"]:is([href*="/shell."], [href*="/startup."])'
      );
      const used = [...sheets].filter(({ disabled, sheet }) => !disabled && sheet?.cssRules.length);
      return used.length === 2;
    });
    await expect(brought).resolves.toBeUndefined();
  });

  test('a reload keeps the entry, in this tab alone', async () => {
    const page = await open(engine);
    await enterCase(page);
    await waitForResult(page, 'Métastatique');
    await page.reload();
    await waitForResult(page, 'Métastatique, avec un processus dystrophique');
    expect(await value(page, '#lab-phosphate')).toBe('1,62');
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }));
    expect(kept).not.toContain('1,62');
  });

  test('the full result says why, with the interval used and a source that opens', async () => {
    const page = await open(engine);
    await enterCase(page);
    await page.click(BAR);
    await page.waitUntil('the card', () => document.querySelector('dialog[open] h2') !== null);
    const card = await page.text('dialog[open]');
    expect(card).toContain('Phosphate\u00a01,62\u202fmmol/L');
    expect(card).toContain('0,80–1,50\u202fmmol/L');
    await page.click('dialog[open] summary');
    await page.waitUntil('the source', () => /Rev Med Suisse/.test(document.body.innerText));
    await page.press('Escape');
    await page.waitUntil('the form', () => document.querySelector('dialog[open]') === null);
  });

  test('the open question is answered in the result itself', async () => {
    const page = await open(engine);
    await page.type('#lab-totalCalcium', '2,35');
    await page.type('#lab-phosphate', '1,1');
    await page.type('#age', '43');
    await page.type('#condition', 'ScS');
    await page.press('Enter');
    await waitForResult(page, 'Dystrophique, sauf si du calcium ou du phosphate a été apporté');
    await page.click(BAR);
    await page.waitUntil('the card', () => document.querySelector('dialog[open] h2') !== null);
    await page.click('dialog[open] .answer input[value="no"]');
    await page.waitUntil(
      'the answer',
      () => document.querySelector('dialog[open] h2')?.textContent?.trim() === 'Dystrophique'
    );
    expect(await page.text('dialog[open] .answer')).toContain('Certitude\u202f: étayée');
  });

  test('a link carries the findings in its fragment, and an address that was read forgets them', async () => {
    const page = await open(engine);
    await enterCase(page);
    await page.click(BAR);
    await page.waitUntil('the card', () => document.querySelector('dialog[open] h2') !== null);
    await page.evaluate(() => {
      const kept = window as unknown as { copied: string };
      Object.defineProperty(navigator, 'clipboard', {
        configurable: true,
        value: { writeText: async (text: string) => void (kept.copied = text) }
      });
    });
    await page.click({ role: 'button', name: 'Copier le lien' });
    await page.waitUntil('the link', () => 'copied' in window);
    const link = await page.evaluate(() => (window as unknown as { copied: string }).copied);
    expect(link).toMatch(/\/fr\/#c1=[\w-]+$/);
    expect(link.length).toBeLessThan(600);

    const browser = await openBrowser(engine);
    const other = await browser.newPage();
    await other.goto(link);
    await acceptTerms(other);
    await waitForResult(other, 'Métastatique, avec un processus dystrophique');
    expect(await value(other, '#lab-phosphate')).toBe('1,62');
    expect(await other.url()).toBe(app.url('fr/'));
  });

  test('a link never replaces an entry unasked', async () => {
    const page = await open(engine);
    await page.type('#lab-phosphate', '1,1');
    await page.evaluate(() => (location.hash = '#c1=AAAA'));
    await page.waitUntil('the refusal', () => document.querySelector('[role=alert]') !== null);
    expect(await page.text('[role=alert]')).toContain('n’a pas pu être lu');
    expect(await value(page, '#lab-phosphate')).toBe('1,1');
  });

  test('start over empties the page, and can be undone', async () => {
    const page = await open(engine);
    await enterCase(page);
    await page.click(BAR);
    await page.waitUntil('the card', () => document.querySelector('dialog[open] h2') !== null);
    await page.click({ role: 'button', name: 'Recommencer' });
    await page.waitUntil(
      'an empty page',
      () => document.querySelector<HTMLInputElement>('#lab-phosphate')?.value === ''
    );
    await page.press('Escape');
    await page.click({ role: 'button', name: 'Annuler' });
    await waitForResult(page, 'Métastatique, avec un processus dystrophique');
    expect(await value(page, '#lab-phosphate')).toBe('1,62');
  });

  test('a suspected slip is not used until it is corrected, in one tap', async () => {
    const page = await open(engine);
    await page.type('#age', '43');
    await page.type('#lab-totalCalcium', '9,5');
    await page.click({ role: 'button', name: 'C’était 9,5 mg/dL' });
    await page.waitUntil('the echo', () =>
      /9,5.mg\/dL \(2,37.mmol\/L\), dans 8,8–10,4/.test(
        document.querySelector('#lab-totalCalcium-said')?.textContent ?? ''
      )
    );
    expect(await value(page, '#lab-totalCalcium')).toBe('9,5');
  });

  test('a unit is switched without typing again, and back without drift', async () => {
    const page = await open(engine);
    await page.type('#lab-phosphate', '1,62');
    const choose = (unit: string): Promise<void> =>
      page.evaluate((to: string) => {
        const select = document.querySelector<HTMLSelectElement>('#lab-phosphate + select');
        if (!select) throw new Error('No choice of unit');
        select.value = to;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      }, unit);
    await choose('mg/dL');
    await page.waitUntil(
      'the figure in mg/dL',
      () => document.querySelector<HTMLInputElement>('#lab-phosphate')?.value === '5,02'
    );
    await choose('mmol/L');
    await page.waitUntil(
      'the figure as typed',
      () => document.querySelector<HTMLInputElement>('#lab-phosphate')?.value === '1,62'
    );
    await page.reload();
    await page.waitUntil(
      'the figure as typed, after a reload',
      () => document.querySelector<HTMLInputElement>('#lab-phosphate')?.value === '1,62'
    );
    expect(await page.text('#lab-phosphate-said')).toContain('1,62\u202fmmol/L (5,02\u202fmg/dL)');
  });
});
