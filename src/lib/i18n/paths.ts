import type { ConditionId } from '$lib/core/classifier/vocabulary';
import type { Locale } from './paraglide/runtime';

/**
 * The path below which the app is served, as in svelte.config.js. Not taken from `$app/paths`: that brings Kit's router
 * with it, which written pages do without.
 */
export const base = __BASE_PATH__;

export const PAGES = [
  '',
  'search',
  'reference',
  'reference/evidence',
  'reference/sources',
  'reference/abbreviations',
  'casebook',
  'casebook/notes',
  'casebook/checklists',
  'casebook/storage',
  'casebook/lock',
  'casebook/case',
  'casebook/follow-up',
  'casebook/note',
  'casebook/checklist',
  'casebook/template',
  'how-it-decides',
  'more',
  'about'
] as const;
export type Page = (typeof PAGES)[number];

/** The address of a page in a language; always with its closing slash, as the files are written. */
export function pathOf(page: Page, locale: Locale): string {
  return `${base}/${locale}/${page === '' ? '' : `${page}/`}`;
}

/** The address of a topic of the reference. */
export function topicPath(topic: string, locale: Locale): string {
  return `${pathOf('reference', locale)}${topic}/`;
}

/** The classifier with a condition ticked: in the fragment, which is sent to nobody. */
export const TICKED = '#with=';
export function classifyWith(condition: ConditionId, locale: Locale): string {
  return `${pathOf('', locale)}${TICKED}${condition}`;
}

/** The same page in another language. */
export function inLanguage(pathname: string, locale: Locale): string {
  return pathname.replace(/^(.*?)\/(?:fr|en)\//, (found, before) =>
    before === base ? `${base}/${locale}/` : found
  );
}

/** Whether a page is one of this part of the app. */
export function isIn(pathname: string, page: Page, locale: Locale): boolean {
  const path = pathOf(page, locale);
  return page === '' ? pathname === path : pathname.startsWith(path);
}
