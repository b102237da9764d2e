import type { Locale } from './paraglide/runtime';

/**
 * Fetches the texts of a language; await it before the first text in it. Only the published app has anything to fetch:
 * there `scripts/texts-by-language.js` puts one file of texts per language in the place of both in every script.
 */
export async function loadTexts(locale: Locale): Promise<void> {
  await Promise.resolve(locale);
}
