import { json } from '@sveltejs/kit';
import { REFERENCE } from '$lib/content/load.server';
import type { Language } from '$lib/content/reference';
import { locales } from '$lib/i18n/paraglide/runtime';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = () => locales.map((locale) => ({ locale }));

/** The topics of the reference by title, for a link in a note. */
export const GET: RequestHandler = ({ params }) => {
  const language = params.locale as Language;
  const titles = REFERENCE.topics.map((topic) => ({ id: topic.id, title: topic[language].title }));
  return json(titles.toSorted((a, b) => a.title.localeCompare(b.title, language)));
};
