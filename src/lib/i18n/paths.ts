import { resolve } from '$app/paths';
import type { Locale } from './paraglide/runtime';

export const PAGES = ['', 'how-it-decides', 'more', 'about'] as const;
export type Page = (typeof PAGES)[number];

/** The address of a page in a language; always with its closing slash, as the files are written. */
export function pathOf(page: Page, locale: Locale): string {
  return page === ''
    ? `${resolve('/[locale=locale]/(classify)', { locale })}/`
    : `${resolve(`/[locale=locale]/${page}`, { locale })}/`;
}

/** The page that a route shows; `(classify)` has no segment of its own. */
export function pageOf(routeId: string | null): Page {
  return PAGES.find((page) => page !== '' && routeId?.endsWith(`/${page}`)) ?? '';
}
