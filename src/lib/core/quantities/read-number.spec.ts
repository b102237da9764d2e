import { describe, expect, test } from 'vitest';
import { NUMBER_GRID } from '../../../../tests/support/number-grid';
import { readNumber, type NumberContext } from './read-number';

/** Invisible and look-alike signs by their code, so that a title says which it is. */
function visible(text: string): string {
  return text.replace(
    /[^\x21-\x7e]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
  );
}

describe('promise 18: a number is read right or refused', () => {
  test.each(
    NUMBER_GRID.map(([text, context, reading]) => ({
      text,
      context,
      reading,
      title: `"${visible(text)}" for ${context.analyte} in ${context.unit}: ${JSON.stringify(reading)}`
    }))
  )('$title', ({ text, context, reading }) => {
    expect(readNumber(text, context)).toEqual(reading);
  });
});

const LOCALES = [
  'fr-FR',
  'fr-CH',
  'fr-BE',
  'fr-CA',
  'en-GB',
  'en-US',
  'en-IN',
  'de-DE',
  'de-CH',
  'de-AT',
  'it-IT',
  'it-CH',
  'es-ES',
  'pt-BR',
  'pt-PT',
  'nl-NL',
  'da-DK',
  'nb-NO',
  'sv-SE',
  'fi-FI',
  'pl-PL',
  'cs-CZ',
  'hu-HU',
  'ru-RU',
  'el-GR',
  'tr-TR',
  'ja-JP'
];
const CONTEXTS: NumberContext[] = [
  { analyte: 'totalCalcium', unit: 'mmol/L' },
  { analyte: 'phosphate', unit: 'mg/dL' },
  { analyte: 'creatinine', unit: 'umol/L' },
  { analyte: 'pth', unit: 'ng/L' },
  { analyte: 'vitaminD25', unit: 'nmol/L' }
];
const VALUES = [0.05, 0.5, 1, 1.001, 1.234, 2.35, 9.5, 12.4, 120, 999.5, 1001, 1234.5, 12345.67];

function looksLikeThousands(written: string): boolean {
  return /^\d{1,3}[.,]\d{3}$/.test(written);
}

function timesThousand(value: number): number {
  return Math.round(value * 1000);
}

describe('what a computer writes in a locale is read as that number, or asked, or refused', () => {
  test.each(LOCALES)('%s', (locale) => {
    for (const value of VALUES)
      for (const minimumFractionDigits of [0, 1, 2, 3])
        for (const useGrouping of [false, true] as const) {
          const written = new Intl.NumberFormat(locale, {
            minimumFractionDigits,
            maximumFractionDigits: 3,
            useGrouping
          }).format(value);
          for (const context of CONTEXTS) {
            const reading = readNumber(written, context);
            if (reading.kind === 'ambiguous') expect(reading.candidates).toContain(value);
            else if (reading.kind === 'read')
              // A number and a thousand times it look alike; the analyte says which is possible.
              expect(
                looksLikeThousands(written) ? [value, timesThousand(value)] : [value]
              ).toContain(reading.value);
            else expect(reading).toEqual({ kind: 'refused', reason: 'separators' });
            if (!useGrouping && !/\d[.,]\d{3}$/.test(written))
              expect(reading).toEqual({ kind: 'read', value });
          }
        }
  });

  test.each(LOCALES)('a negative figure in %s is refused', (locale) => {
    const written = new Intl.NumberFormat(locale).format(-2.35);
    expect(readNumber(written, CONTEXTS[0]!)).toEqual({ kind: 'refused', reason: 'negative' });
  });
});

test('a figure means the same with a comma as with a point', () => {
  for (const [text, context] of NUMBER_GRID) {
    const swapped = text.replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.'));
    expect(readNumber(swapped, context)).toEqual(readNumber(text, context));
  }
});
