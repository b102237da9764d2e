import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import sirv from 'sirv';
import { headersFor, parseHeaders } from './headers.js';

/**
 * What a test may do to one answer: other bytes, another status, or a connection cut after the given bytes
 * although the full length was promised.
 *
 * @typedef {{ status?: number, body?: Uint8Array | string, cut?: boolean }} Spoiled
 * @typedef {(pathname: string, file: Buffer) => Spoiled | undefined} Transform
 */

/** Types of spoiled answers; sirv knows them for whole ones. */
const TYPES = /** @type {Record<string, string>} */ ({
  '.html': 'text/html;charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.css': 'text/css'
});

/**
 * Serves a build as a static host does: its `_headers`, compressed copies, a directory's index, 404.html.
 * Loopback only. `close` cuts open connections at once: for the browser this is flight mode.
 *
 * @param {{ dir: string, port?: number, base?: string, transform?: Transform }} options
 *   `port` 0 takes a free one; `base` is the sub-path the build was made for; `transform` sees each found file by its
 *   path without the base.
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>} `url` ends with a slash
 */
export async function startServer({ dir, port = 0, base = '', transform }) {
  const root = resolve(dir);
  const headersFile = join(root, '_headers');
  const rules = existsSync(headersFile) ? parseHeaders(readFileSync(headersFile, 'utf8')) : [];
  const serveFile = sirv(root, { brotli: true, gzip: true, etag: true, extensions: ['html'] });

  const server = createServer((request, response) => {
    const target = new URL(request.url ?? '/', 'http://localhost');
    if (base !== '' && !target.pathname.startsWith(`${base}/`)) {
      return target.pathname === base
        ? redirect(response, `${base}/${target.search}`)
        : plain(response, 404, 'Not found');
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return plain(response, 405, 'Only GET and HEAD');
    }
    const pathname = decoded(target.pathname.slice(base.length));
    const file = pathname === undefined ? undefined : locate(root, pathname);
    if (pathname === undefined || file === undefined) return notFound(root, rules, response);

    for (const [name, value] of headersFor(rules, pathname)) response.setHeader(name, value);
    if (file === 'directory') return redirect(response, `${base}${pathname}/${target.search}`);

    const spoiled = transform?.(pathname, readFileSync(file));
    if (spoiled !== undefined) return spoil(response, file, spoiled);

    request.url = target.pathname.slice(base.length) + target.search;
    serveFile(request, response, () => notFound(root, rules, response));
  });

  await new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => done(undefined));
  });
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://localhost:${address.port}${base}/`,
    port: address.port,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      })
  };
}

/**
 * @param {string} root
 * @param {string} pathname
 * @returns {string | 'directory' | undefined} the file, or that the path names a directory without its slash
 */
function locate(root, pathname) {
  const path = join(root, pathname);
  if (pathname === '/_headers' || (path !== root + sep && !path.startsWith(root + sep))) return;
  const file = pathname.endsWith('/') ? join(path, 'index.html') : path;
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats?.isFile()) return file;
  return stats?.isDirectory() && existsSync(join(file, 'index.html')) ? 'directory' : undefined;
}

/** @param {string} pathname */
function decoded(pathname) {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {string} location
 */
function redirect(response, location) {
  response.writeHead(301, { Location: location }).end();
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} text
 */
function plain(response, status, text) {
  response.writeHead(status, { 'Content-Type': 'text/plain' }).end(text);
}

/**
 * @param {string} root
 * @param {import('./headers.js').HeaderRule[]} rules
 * @param {import('node:http').ServerResponse} response
 */
function notFound(root, rules, response) {
  const page = join(root, '404.html');
  if (!existsSync(page)) return plain(response, 404, 'Not found');
  for (const [name, value] of headersFor(rules, '/404.html')) response.setHeader(name, value);
  response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' });
  createReadStream(page).pipe(response);
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {string} file
 * @param {Spoiled} spoiled
 */
function spoil(response, file, { status = 200, body = '', cut = false }) {
  response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
  if (!cut) return void response.writeHead(status).end(body);
  response.writeHead(status, { 'Content-Length': statSync(file).size });
  response.write(body, () => response.destroy());
}
