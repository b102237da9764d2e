import { useLocale } from '$lib/i18n/locale';
import type { Locale } from '$lib/i18n/paraglide/runtime';
import { loadDetails, loadTexts } from '$lib/i18n/texts';
import type { LayoutLoad } from './$types';

/** The Classify page begins without the details: they come with what shows them. */
const CLASSIFY = '/[locale=locale]/(classify)';

export const load: LayoutLoad = async ({ params, route }) => {
  const locale = params.locale as Locale;
  await Promise.all([loadTexts(locale), route.id !== CLASSIFY && loadDetails(locale)]);
  useLocale(locale);
  return { locale };
};
