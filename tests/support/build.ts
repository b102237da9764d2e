import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../scripts/install.js';
import { BUILD } from './app';

const LEFT_OUT = ['node_modules', 'build', '.svelte-kit', '.git', '.cache', 'reports'];

/** Builds the same sources once more, in a folder of their own, so that nothing here is touched. */
export async function buildElsewhere(
  env: Record<string, string>
): Promise<{ build: string; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'calcinote-build-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    cpSync(ROOT, folder, {
      recursive: true,
      filter: (source) => !LEFT_OUT.includes(relative(ROOT, source).split(sep)[0] ?? '')
    });
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
    await promisify(execFile)('npm', ['run', '--silent', 'build'], {
      cwd: folder,
      maxBuffer: 64e6,
      env: { ...process.env, NODE_ENV: 'production', ...env }
    });
  } catch (error) {
    remove();
    throw error;
  }
  return { build: join(folder, 'build'), remove };
}

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
