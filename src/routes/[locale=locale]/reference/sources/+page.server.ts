import { titlesIn } from '$lib/content/load.server';
import type { Language } from '$lib/content/reference';
import type { PageServerLoad } from './$types';

export const prerender = true;

/** Titles of the topics; the bibliography itself is read from the file that is also given away. */
export const load: PageServerLoad = ({ params }) => ({
  titles: Object.fromEntries(titlesIn(params.locale as Language))
});
