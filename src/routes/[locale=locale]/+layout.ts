import { useLocale } from '$lib/i18n/locale';
import type { Locale } from '$lib/i18n/paraglide/runtime';
import { loadTexts } from '$lib/i18n/texts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ params }) => {
  const locale = params.locale as Locale;
  await loadTexts(locale);
  useLocale(locale);
  return { locale };
};
