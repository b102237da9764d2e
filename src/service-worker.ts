/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
import { dropCarried, findCarried, keepCarried } from './lib/pwa/carried';
import { dropKeys, findKeys, keepKeys, keysAreUsed } from './lib/pwa/key-keeper';
import { PAGE_LOCK, type Answers, type Payloads } from './lib/pwa/protocol';
import {
  dropShared,
  findShared,
  keepShared,
  receiveShared,
  SHARE_PAGE
} from './lib/pwa/shared-text';
import { readThemeMark } from './lib/storage/theme-mark';
import { VersionCaches, type PrecacheFile } from './lib/pwa/version-caches';

/**
 * Serves the version the person consented to. A newer worker that the browser starts on its own, because all
 * pages were closed, goes on serving the old version until it is accepted. Why this worker is our own:
 * docs/decisions/0010-own-service-worker.md.
 */
declare const self: ServiceWorkerGlobalScope & {
  __WB_MANIFEST: (PrecacheFile & { revision: string })[];
};

/** Chromium's static routing, not in the type library yet. */
type RoutableEvent = ExtendableEvent & {
  addRoutes?: (rule: { condition: { urlPattern: URLPattern }; source: 'cache' }) => Promise<void>;
};

const FILES = self.__WB_MANIFEST;
const SCOPE = self.registration.scope;
const versions = new VersionCaches(
  FILES.map(({ url, integrity }) => ({ url, integrity })),
  SCOPE,
  FILES[0]?.revision ?? ''
);

self.addEventListener('install', (event: RoutableEvent) => {
  // A hashed file is the same in every version: Chromium takes it from whichever cache has it without waking us.
  const { pathname } = new URL('_app/immutable/', SCOPE);
  const routed = event.addRoutes?.({
    condition: { urlPattern: new URLPattern({ pathname: `${pathname}*`, search: '' }) },
    source: 'cache'
  });
  event.waitUntil(
    Promise.all([routed, versions.install()]).then(async () => {
      // Nothing a person could notice differs: only the worker's own code is new.
      if (self.registration.active && (await versions.isCurrent())) await self.skipWaiting();
    })
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    versions.isCurrent().then(async (current) => {
      if (!current) return;
      await versions.accept();
      // After the first installation the open page, of this very version, must not wait for a reload to work offline.
      await self.clients.claim();
    })
  );
});

self.addEventListener('fetch', (event) => {
  const { method, url, mode } = event.request;
  if (!url.startsWith(SCOPE)) return;
  if (method === 'GET') event.respondWith(answer(event.request, mode === 'navigate'));
  else if (method === 'POST' && new URL(url).pathname.endsWith(`/${SHARE_PAGE}/`))
    event.respondWith(receiveShared(event.request));
});

/** A query never names another file: pages read it themselves. */
async function answer(request: Request, navigation: boolean): Promise<Response> {
  const address = request.url.replace(/[?#].*$/, '').replace(/\/index\.html$/, '/');
  const options = { cacheName: await versions.serving(), ignoreVary: true };
  const [file, theme] = await Promise.all([
    caches.match(address, options),
    navigation ? readThemeMark() : undefined
  ]);
  if (file) return theme ? inTheme(file, theme) : file;
  // A page of an older version that is still open asks for a file only that version has.
  const older = navigation ? undefined : await caches.match(address, { ignoreVary: true });
  if (older) return older;
  if (!navigation) return fetch(request);
  if (!address.endsWith('/') && (await caches.match(`${address}/`, options))) {
    return Response.redirect(`${address}/`);
  }
  return fetch(request).catch(async () => {
    const page = await caches.match(new URL('404.html', SCOPE).href, options);
    return page
      ? new Response(page.body, { status: 404, headers: page.headers })
      : Response.error();
  });
}

/** The page with the theme that was chosen, so that it is never shown in another first. */
async function inTheme(page: Response, theme: string): Promise<Response> {
  const headers = new Headers(page.headers);
  for (const name of ['content-length', 'content-encoding']) headers.delete(name);
  const html = (await page.text()).replace('<html', `<html data-theme="${theme}"`);
  return new Response(html, { status: page.status, headers });
}

type Answer<Name extends keyof Answers> = (
  payload: Name extends keyof Payloads ? Payloads[Name] : undefined
) => Promise<Answers[Name]>;

const answers: { [Name in keyof Answers]: Answer<Name> } = {
  status: async () => ({ current: await versions.isCurrent() }),
  check: () => versions.check(),
  repair: () => versions.repair(),
  changes: async () =>
    ((await (await versions.own('changes.json'))?.json()) as Answers['changes']) ?? null,
  accept: async () => {
    await versions.accept();
    await self.skipWaiting();
    return true;
  },
  sweep: async () => {
    await sweep();
    return true;
  },
  'keep-keys': async (keys) => keepKeys(keys),
  'find-keys': async (keyId) => findKeys(keyId),
  'keys-are-used': async (isSeen) => keysAreUsed(isSeen),
  'drop-keys': async () => dropKeys(),
  'keep-shared': async (text) => keepShared(text),
  'find-shared': async () => findShared(),
  'drop-shared': async () => dropShared(),
  'keep-carried': async (carried) => keepCarried(carried),
  'find-carried': async (page) => findCarried(page),
  'drop-carried': async () => dropCarried()
};

/** Only when every open page has said which version it runs, and no other worker is filling a cache. */
async function sweep(): Promise<void> {
  if (self.registration.installing || self.registration.waiting) return;
  const { held = [] } = await navigator.locks.query();
  const running = held.flatMap(({ name }) =>
    name?.startsWith(PAGE_LOCK) ? [name.slice(PAGE_LOCK.length).split(' ')] : []
  );
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (pages.length <= running.length) await versions.sweep(running.flat());
}

self.addEventListener('message', (event: ExtendableMessageEvent) => {
  // Pages of the first version say the name alone.
  const { name, payload } = (
    typeof event.data === 'string' ? { name: event.data } : event.data
  ) as { name: string; payload?: never };
  if (!Object.hasOwn(answers, name)) return;
  const answered = (answers[name as keyof Answers] as Answer<keyof Answers>)(payload as never);
  event.waitUntil(answered.then((result) => event.ports[0]?.postMessage(result)));
});
