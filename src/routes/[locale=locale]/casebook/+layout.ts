import type { Locale } from '$lib/i18n/paraglide/runtime';
import { loadCasebookTexts } from '$lib/i18n/texts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ params }) => {
  await loadCasebookTexts(params.locale as Locale);
};
