import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * How the list of precached files is made for the worker: every file a page can need, by the address it has on the
 * host, with the digest of its bytes. The first entry's `revision` names the whole set.
 *
 * @type {Partial<import('vite-plugin-pwa').VitePWAOptions>}
 */
export const PRECACHE = {
  strategies: 'injectManifest',
  srcDir: 'src',
  filename: 'service-worker.ts',
  registerType: 'prompt',
  injectRegister: false,
  manifest: false,
  injectManifest: {
    globPatterns: [
      'client/**/*.{js,css,html,json,svg,png,ico}',
      'prerendered/**/*.{html,json,webmanifest,bin}'
    ],
    globIgnores: [
      'server/**',
      // Pages that are only read are never fetched as data.
      'prerendered/**/__data.json',
      'client/service-worker.js',
      'client/_app/version.json',
      // Read by the system or the store when the app is installed, never by a page.
      'client/icons/splash-*',
      'client/screenshots/**',
      // For who makes or reads backups elsewhere; no page leads to it.
      'client/schemas/backup.json'
    ],
    manifestTransforms: [describe]
  }
};

/**
 * @param {{ url: string, size: number, revision: string | null }[]} entries
 */
async function describe(entries) {
  const output = join(process.cwd(), '.svelte-kit', 'output');
  const files = entries
    .map(({ url: path, size }) => ({
      url: addressOf(path),
      size,
      revision: /** @type {string | null} */ (null),
      integrity: `sha384-${createHash('sha384')
        .update(readFileSync(join(output, path)))
        .digest('base64')}`
    }))
    .sort((a, b) => (a.url < b.url ? -1 : 1));
  const [first] = files;
  if (first) {
    const names = files.map(({ url, integrity }) => `${url} ${integrity}\n`).join('');
    first.revision = createHash('sha256').update(names).digest('hex').slice(0, 16);
  }
  return { manifest: files, warnings: [] };
}

/** @param {string} path below Kit's output folder */
function addressOf(path) {
  const url = path.replace(/^(client|prerendered\/(pages|dependencies|data))\//, '');
  return url.replace(/(^|\/)index\.html$/, '$1') || './';
}
