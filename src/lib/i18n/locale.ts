import { overwriteGetLocale, type Locale } from './paraglide/runtime';

let current: Locale = 'fr';
overwriteGetLocale(() => current);

/** The language of the page being shown comes from its URL; the root layout calls this before it renders. */
export function useLocale(locale: Locale): void {
  current = locale;
}
