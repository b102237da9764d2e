import { describe, expect, test } from 'vitest';
import type { NumberContext } from '../../src/lib/core/quantities/read-number';
import { engines } from '../engines';
import type { EnginePage } from '../engines/engine';
import { openBrowser, serveBuild } from '../support/app';
import { acceptTerms, waitUntilStarted } from '../support/host';
import { NUMBER_GRID } from '../support/number-grid';

const app = serveBuild();

interface Shown {
  /** What stands under the field. */
  said: string;
  /** The figures on the buttons that ask which one was meant. */
  asked: string[];
  isInvalid: boolean;
}

/** Puts a text into a field as typing or pasting does, and answers what the page made of it. */
function enter(page: EnginePage, text: string, { analyte, unit }: NumberContext): Promise<Shown> {
  return page.evaluate(
    async (typed: { id: string; unit: string; text: string }) => {
      const input = document.getElementById(typed.id) as HTMLInputElement;
      const select = input.nextElementSibling;
      if (select instanceof HTMLSelectElement && select.value !== typed.unit) {
        select.value = typed.unit;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      }
      input.value = typed.text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((done) => setTimeout(done));
      const said = document.getElementById(`${typed.id}-said`) as HTMLElement;
      const isInvalid = input.getAttribute('aria-invalid') === 'true';
      // The reason of a refusal is loaded when it is first needed.
      for (let tries = 0; tries < 500 && isInvalid && said.textContent?.trim() === ''; tries += 1)
        await new Promise((done) => setTimeout(done, 10));
      const next = said.nextElementSibling;
      const buttons = next?.classList.contains('row') ? next.querySelectorAll('button') : [];
      return {
        said: said.textContent?.trim() ?? '',
        asked: [...buttons].map((button) => button.textContent?.trim() ?? ''),
        isInvalid
      };
    },
    { id: analyte === 'age' ? 'age' : `lab-${analyte}`, unit, text }
  );
}

/** A figure as this page writes it in a language, back as a number. */
function numberOf(shown: string, locale: string): number {
  const plain = shown.replace(/[\u202f\u00a0]/g, '');
  return Number(locale === 'fr' ? plain.replace(',', '.') : plain);
}

describe.each(engines())('promise 18, a number is read right or refused, in $name', (engine) => {
  test.each(['fr', 'en'])('every format, on the page in %s', async (locale) => {
    const browser = await openBrowser(engine);
    const page = await browser.newPage();
    await page.goto(app.url(`${locale}/`));
    await acceptTerms(page);
    await waitUntilStarted(page);
    for (const [text, context, reading] of NUMBER_GRID) {
      const what = `${JSON.stringify(text)} as ${context.analyte}`;
      const { said, asked, isInvalid } = await enter(page, text, context);
      const wrong = reading.kind === 'refused' || reading.kind === 'ambiguous';
      expect(isInvalid, what).toBe(wrong);
      expect(
        asked.map((figure) => numberOf(figure, locale)),
        what
      ).toEqual(reading.kind === 'ambiguous' ? reading.candidates : []);
      if (reading.kind === 'refused') expect(said, what).toContain(text.trim());
      if (reading.kind === 'read' && context.analyte !== 'age') {
        const echoed = /^[\d.,\u202f]*\d/.exec(said)?.[0] ?? '';
        expect(numberOf(echoed, locale), what).toBe(reading.value);
      }
    }
  });
});
