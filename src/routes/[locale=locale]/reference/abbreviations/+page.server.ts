import { ABBREVIATIONS } from '$lib/content/load.server';
import type { Language } from '$lib/content/reference';
import type { PageServerLoad } from './$types';

export const csr = false;
export const prerender = true;

export const load: PageServerLoad = ({ params }) => {
  const language = params.locale as Language;
  const other = language === 'fr' ? 'en' : 'fr';
  return {
    abbreviations: ABBREVIATIONS.map((one) => ({
      id: one.id,
      own: one[language],
      other: one[other]
    })).sort((one, another) => one.own.short.localeCompare(another.own.short, language))
  };
};
