import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { headersFor, parseHeaders } from '../../scripts/headers.js';
import { filesOf, textOf } from '../support/build';
import { HOSTS } from '../support/hosts';

const rules = parseHeaders(textOf('_headers'));
const files = filesOf().filter((file) => file !== '_headers');
const hashed = files.find((file) => file.startsWith('_app/immutable/') && file.endsWith('.js'));

const ALWAYS = [
  'Content-Security-Policy',
  'Cross-Origin-Opener-Policy',
  'Cross-Origin-Resource-Policy',
  'Permissions-Policy',
  'Referrer-Policy',
  'X-Content-Type-Options'
];
const NO_CACHE = 'no-cache';
const IMMUTABLE = 'public, max-age=31536000, immutable';

describe('_headers', () => {
  test('every file has one rule for caching, and only hashed files are kept without asking', () => {
    const wrong = files.filter((file) => {
      const address = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
      const expected = file.startsWith('_app/immutable/') ? IMMUTABLE : NO_CACHE;
      return headersFor(rules, address).get('Cache-Control') !== expected;
    });
    expect(wrong).toEqual([]);
  });

  test('the policy names the same Trusted Types and styles as the pages', () => {
    const header = headersFor(rules, '/fr/').get('Content-Security-Policy') ?? '';
    const meta =
      /http-equiv="content-security-policy" content="([^"]+)"/.exec(textOf('fr/index.html'))?.[1] ??
      '';
    const part = (policy: string, name: string): string | undefined =>
      policy
        .split(';')
        .map((each) => each.trim())
        .find((each) => each.startsWith(`${name} `));
    for (const name of ['trusted-types', 'require-trusted-types-for', 'style-src-attr']) {
      expect(part(header, name), name).toBe(part(meta, name));
    }
    expect(part(header, 'frame-ancestors')).toBe("frame-ancestors 'none'");
    expect(header).not.toMatch(/default-src|script-src |style-src /);
  });
});

/** Where nginx cannot be had, `npm test` says so by name. */
const installed = HOSTS.filter((host) => host.installed);

describe.each(installed)('served by $name', ({ start }) => {
  let host: Awaited<ReturnType<typeof start>> | undefined;
  beforeAll(async () => {
    host = await start();
  });
  afterAll(() => host?.stop());

  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(new URL(path, host?.url), { redirect: 'manual', headers });

  test.each([
    ['a page', 'fr/', 200, 'text/html', NO_CACHE],
    ['the start page', '', 200, 'text/html', NO_CACHE],
    ['a hashed file', hashed ?? 'no hashed file', 200, 'javascript', IMMUTABLE],
    ['the worker', 'service-worker.js', 200, 'javascript', NO_CACHE],
    ['the manifest', 'fr/manifest.webmanifest', 200, 'application/manifest+json', NO_CACHE],
    ['an unknown path', 'fr/nowhere/', 404, 'text/html', NO_CACHE],
    ['an unknown hashed file', '_app/immutable/nowhere.js', 404, 'text/html', NO_CACHE]
  ])(
    '%s has its status, type, caching and every policy',
    async (_what, path, status, type, cache) => {
      const response = await get(path);
      expect(response.status).toBe(status);
      expect(response.headers.get('content-type') ?? '').toContain(type);
      expect(response.headers.get('cache-control')).toBe(cache);
      const expected = headersFor(rules, '/fr/');
      for (const header of ALWAYS) {
        expect(response.headers.get(header), header).toBe(expected.get(header));
      }
    }
  );

  test('an unknown path shows the page that says so', async () => {
    const response = await get('nowhere');
    expect(response.status).toBe(404);
    expect(await response.text()).toBe(textOf('404.html'));
  });

  test('a folder without its slash leads to the page', async () => {
    const response = await get('fr');
    expect([301, 308]).toContain(response.status);
    expect(response.headers.get('location')).toMatch(/\/fr\/$/);
  });

  test('files travel compressed', async () => {
    const response = await get(hashed ?? '', { 'accept-encoding': 'gzip' });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(await response.text()).toBe(textOf(hashed ?? ''));
  });

  test('the list of headers itself is not served', async () => {
    expect((await get('_headers')).status).toBe(404);
  });
});
