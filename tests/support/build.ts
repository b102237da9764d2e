import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { BUILD } from './app';

/** Files of a build by their address without a leading slash; the compressed copies are not listed. */
export function filesOf(build = BUILD): string[] {
  return readdirSync(build, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
    .map((entry) => relative(build, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** The pages among them. */
export function pagesOf(build = BUILD): string[] {
  return filesOf(build).filter((file) => file.endsWith('.html'));
}

export function textOf(file: string, build = BUILD): string {
  return readFileSync(join(build, file), 'utf8');
}

/** What a page links to or loads: every `href`, `src` and imported script, as written. */
export function linksIn(html: string): string[] {
  const attributes = [...html.matchAll(/<[a-z][^>]*?\s(?:href|src)="([^"]*)"/g)];
  const imports = [...html.matchAll(/\bimport\("([^"]+)"\)/g)];
  return [...attributes, ...imports].map(([, address = '']) => address.replaceAll('&amp;', '&'));
}

/** The file that answers an address on this host, or undefined for one of another host. */
export function fileFor(address: string, page: string, base = ''): string | undefined {
  const host = 'http://host.invalid';
  const url = new URL(address, `${host}${base}/${page.replace(/(^|\/)index\.html$/, '$1')}`);
  if (url.origin !== host) return undefined;
  if (!url.pathname.startsWith(`${base}/`)) return `outside of ${base}: ${url.pathname}`;
  const path = decodeURIComponent(url.pathname.slice(base.length + 1));
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}
