import { getLocale } from '$lib/i18n/paraglide/runtime';
import { pathOf } from '$lib/i18n/paths';
import { dropEntry } from '$lib/storage/classify-entry';

/** A page hears of it in two ways. Chromium at times ends a page, as one that crashed, that sends itself away twice at once. */
let isLeaving = false;

/** Another tab erased everything: what only this one holds goes, too. Not this page again, which would make an empty casebook. */
export function startAnew(): void {
  if (isLeaving) return;
  isLeaving = true;
  dropEntry();
  location.replace(pathOf('', getLocale()));
}
