import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import bibliography from '../../src/lib/content/bibliography.json' with { type: 'json' };
import { BUILD } from '../support/app';
import { filesOf, pagesOf, textOf } from '../support/build';

/** Names, not places: nothing is fetched from them. */
const NAMESPACES = /^https?:\/\/(www\.w3\.org|json-schema\.org)\//;

/** Where a reader can read on: plain links, followed on purpose. */
const SOURCES = [
  'doi.org',
  'pmc.ncbi.nlm.nih.gov',
  'pubmed.ncbi.nlm.nih.gov',
  ...(bibliography as { URL?: string }[]).flatMap(({ URL: url }) =>
    url ? [new URL(url).host] : []
  )
];

/** Bases against which Kit and Paraglide read a relative address; nothing is asked of them. */
const STAND_INS = ['a', 'internal', 'localhost', 'example.com', 'fallback.com', 'paraglidejs.com'];

/** Where Svelte and Dexie explain an error; the address stands in its message, and is asked by nobody. */
const ERROR_PAGES = ['svelte.dev', 'tinyurl.com', 'bit.ly'];

const ADDRESS = /https?:\/\/[^\s"'`<>\\)]+/g;

test('pages load nothing from another host', () => {
  const foreign = pagesOf().flatMap((page) => {
    const html = textOf(page);
    const loaded = [
      ...html.matchAll(/<(?:link|script|img|source|iframe|object|embed)\b[^>]*>/g)
    ].flatMap(([tag]) => tag.match(ADDRESS) ?? []);
    return loaded.map((address) => `${page}: ${address}`);
  });
  expect(foreign).toEqual([]);
});

test('style sheets name no other host', () => {
  const foreign = filesOf()
    .filter((file) => file.endsWith('.css'))
    .flatMap((file) => textOf(file).match(/(?:url\(|@import)\s*["']?(?:https?:)?\/\/[^)]*/g) ?? []);
  expect(foreign).toEqual([]);
});

test('scripts fetch, import and post to no other host', () => {
  const foreign = filesOf()
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) =>
      (
        textOf(file).match(
          /(?:fetch|import|importScripts|WebSocket|EventSource|sendBeacon)\s*\(\s*["'`](?:https?|wss?):\/\/[^"'`]*/g
        ) ?? []
      ).map((found) => `${file}: ${found}`)
    );
  expect(foreign).toEqual([]);
});

test('the only addresses in scripts are names, sources to read, and the error pages of Svelte and Dexie', () => {
  const hosts = new Set(
    filesOf()
      .filter((file) => file.endsWith('.js'))
      .flatMap((file) => textOf(file).match(ADDRESS) ?? [])
      .filter((address) => !NAMESPACES.test(address))
      .map((address) => address.split('/')[2])
  );
  const known = [...SOURCES, ...STAND_INS, ...ERROR_PAGES];
  expect([...hosts].filter((host) => !known.includes(host ?? ''))).toEqual([]);
});

test('no source map is shipped', () => {
  expect(filesOf().filter((file) => file.endsWith('.map'))).toEqual([]);
  const pointing = filesOf().filter(
    (file) => /\.(js|css)$/.test(file) && /[#@]\s*sourceMappingURL=/.test(textOf(file))
  );
  expect(pointing).toEqual([]);
});

test('each compressed copy holds the bytes of its file', () => {
  const stale = filesOf().filter((file) => {
    const bytes = readFileSync(join(BUILD, file));
    const copy = (ending: string): Buffer | undefined =>
      existsSync(join(BUILD, file + ending)) ? readFileSync(join(BUILD, file + ending)) : undefined;
    const brotli = copy('.br');
    const gzip = copy('.gz');
    if (/\.(html|js|css)$/.test(file) && !(brotli && gzip)) return true;
    return (
      (brotli !== undefined && !brotliDecompressSync(brotli).equals(bytes)) ||
      (gzip !== undefined && !gunzipSync(gzip).equals(bytes))
    );
  });
  expect(stale).toEqual([]);
});
