import { gzipSync } from 'node:zlib';
import { REFERENCE, SYNONYMS } from '$lib/content/load.server';
import { LANGUAGES, type Language } from '$lib/content/reference';
import type { EntryGenerator, RequestHandler } from './$types';
import { searchFile } from './search-file';

export const prerender = true;
export const entries: EntryGenerator = () => LANGUAGES.map((language) => ({ language }));

/**
 * What the search of one language needs, loaded when something is first looked for. Compressed by itself, as a browser
 * keeps what a host compresses unpacked: this way it takes a fifth of the room on the device.
 */
export const GET: RequestHandler = ({ params }) => {
  const file = JSON.stringify(searchFile(REFERENCE, SYNONYMS, params.language as Language));
  return new Response(gzipSync(file, { level: 9 }), {
    headers: { 'content-type': 'application/octet-stream' }
  });
};
