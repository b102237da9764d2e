import type { Locale } from './paraglide/runtime';

/*
 * The texts that the Classify page shows at once come with the scripts; the details, which are read later or elsewhere, and those of the
 * casebook are fetched. Only the published app has anything to fetch: there `scripts/texts-by-language.js` puts its own functions of these
 * names in the place of these. Which texts are details is told by the folder they stand in.
 */

/** Fetches what was asked for below, in this language, too; await it before the first text in it. */
export async function loadTexts(locale: Locale): Promise<void> {
  await Promise.resolve(locale);
}

/** Fetches the details, too, in this language and from now on in each that is chosen. */
export async function loadDetails(locale: Locale): Promise<void> {
  await Promise.resolve(locale);
}

/** What is loaded when it is needed may show details: it is there when they are. */
export async function withDetails<Loaded>(loading: Promise<Loaded>): Promise<Loaded> {
  return loading;
}

/** Fetches the texts of the casebook and the details, in this language and from now on in each that is chosen. */
export async function loadCasebookTexts(locale: Locale): Promise<void> {
  await Promise.resolve(locale);
}

/** What is loaded when it is needed and shows texts of the casebook: it is there when they are. */
export async function withCasebook<Loaded>(loading: Promise<Loaded>): Promise<Loaded> {
  return loading;
}
