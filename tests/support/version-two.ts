import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { BUILD } from './app';

export const VERSION_TWO = '9.9.9';

/** What is put at the end of a file: other bytes, the same meaning. */
const ENDINGS: Record<string, string> = {
  '.js': '\n//2',
  '.css': '\n/*2*/',
  '.html': '<!--2-->',
  '.svg': '<!--2-->',
  '.json': '\n',
  '.webmanifest': '\n',
  '.png': '2',
  '.ico': '2',
  '.bin': ''
};

/** Pages of version 2 say so. */
export const IS_VERSION_TWO = (): boolean =>
  document.querySelector('meta[name="version-two"]') !== null;

/**
 * Another version of the build in which every precached file differs, as in a release that changed everything: hashed
 * files have other names, pages are marked, the worker lists the new digests.
 *
 * @returns where it is, the paths of its precached files and what removes it
 */
export async function makeVersionTwo(): Promise<{
  dir: string;
  paths: string[];
  remove: () => Promise<void>;
}> {
  const dir = await mkdtemp(join(tmpdir(), 'calcinote-version-two-'));
  await cp(BUILD, dir, { recursive: true });
  const all = (await readdir(dir, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  await Promise.all(all.filter((file) => /\.(br|gz)$/.test(file)).map((file) => rm(file)));

  const files = all.filter(
    (file) => extname(file) in ENDINGS && !file.endsWith('service-worker.js')
  );
  const renamed = new Map(
    files
      .filter((file) => file.includes('/immutable/'))
      .map((file) => [basename(file), basename(file).replace(/..(\.\w+)$/, 'V2$1')])
  );
  for (const file of files) {
    await rewrite(file, renamed);
    const name = file.includes('/immutable/') ? renamed.get(basename(file)) : undefined;
    if (name) await rename(file, join(file, '..', name));
  }

  const worker = join(dir, 'service-worker.js');
  const script = withNames(await readFile(worker, 'utf8'), renamed);
  const list = /\[\{"integrity":.*?\}\]/.exec(script)?.[0];
  if (list === undefined) throw new Error('the worker lists no files');
  const entries = JSON.parse(list) as { url: string; integrity: string; revision: string | null }[];
  for (const entry of entries) {
    const file = join(dir, entry.url.replace(/(^|\/)(\.\/)?$/, '$1index.html'));
    entry.integrity = digest('sha384', await readFile(file));
    if (entry.revision !== null) entry.revision = 'versiontwo';
  }
  await writeFile(
    worker,
    script.replace(list, () => JSON.stringify(entries))
  );
  const paths = entries.map(({ url }) => `/${url.replace(/^\.\/$/, '')}`);
  return { dir, paths, remove: () => rm(dir, { recursive: true, force: true }) };
}

async function rewrite(file: string, renamed: Map<string, string>): Promise<void> {
  const type = extname(file);
  const before = await readFile(file);
  if (type === '.bin') {
    await writeFile(file, gzipSync(gunzipSync(before), { level: 1 }));
    return;
  }
  if (type === '.png' || type === '.ico') {
    await writeFile(file, Buffer.concat([before, Buffer.from('2')]));
    return;
  }
  let text = withNames(before.toString(), renamed);
  if (type === '.html') {
    // Inline scripts that name a hashed file have another digest now, and the policy lists digests.
    const old = inlineDigests(before.toString());
    for (const [index, fresh] of inlineDigests(text).entries()) {
      text = text.replace(old[index] as string, fresh);
    }
    text = text.replace('<head>', '<head><meta name="version-two" />');
  }
  if (file.endsWith('changes.json')) {
    const releases = JSON.parse(text) as Record<string, object[]>;
    for (const list of Object.values(releases)) {
      list.unshift({
        version: VERSION_TWO,
        date: '2027-01-01',
        clinical: ['A clinical change of version two.'],
        other: ['Another change of version two.']
      });
    }
    text = JSON.stringify(releases);
  }
  await writeFile(file, text + ENDINGS[type]);
}

/** Hashed files by their new names. */
function withNames(text: string, renamed: Map<string, string>): string {
  for (const [from, to] of renamed) text = text.replaceAll(from, to);
  return text;
}

function inlineDigests(html: string): string[] {
  return [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script]) =>
    digest('sha256', script as string)
  );
}

function digest(algorithm: 'sha256' | 'sha384', data: string | Buffer): string {
  return `${algorithm}-${createHash(algorithm).update(data).digest('base64')}`;
}
