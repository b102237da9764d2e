import { json } from '@sveltejs/kit';
import { citedIn, REFERENCE } from '$lib/content/load.server';
import type { RequestHandler } from './$types';

export const prerender = true;

/** The topics that rest on each source. */
export const GET: RequestHandler = () =>
  json(
    Object.fromEntries(
      REFERENCE.bibliography.flatMap(({ id }) =>
        citedIn(id).length > 0 ? [[id, citedIn(id)]] : []
      )
    )
  );
