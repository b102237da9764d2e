import type { Handle } from '@sveltejs/kit';
import { baseLocale } from '$lib/i18n/paraglide/runtime';

/** Pages carry their language in the URL; the document must say it before any script runs. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%lang%', event.params.locale ?? baseLocale)
  });
