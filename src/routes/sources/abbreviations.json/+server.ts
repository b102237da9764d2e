import { json } from '@sveltejs/kit';
import { ABBREVIATIONS } from '$lib/content/load.server';
import { LANGUAGES } from '$lib/content/reference';
import type { RequestHandler } from './$types';

export const prerender = true;

/** Short forms and what they stand for, by language. */
export const GET: RequestHandler = () =>
  json(
    Object.fromEntries(
      LANGUAGES.map((language) => [
        language,
        Object.fromEntries(ABBREVIATIONS.map((one) => [one[language].short, one[language].long]))
      ])
    )
  );
