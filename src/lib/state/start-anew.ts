import { getLocale } from '$lib/i18n/paraglide/runtime';
import { pathOf } from '$lib/i18n/paths';
import { dropEntry } from '$lib/storage/classify-entry';

/** Another tab erased everything: what only this one holds goes, too. Not this page again, which would make an empty casebook. */
export function startAnew(): void {
  dropEntry();
  location.replace(pathOf('', getLocale()));
}
