import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT, Stop } from './install.js';

/** What the build is made of. */
const SOURCES = [
  'src',
  'static',
  'package.json',
  'package-lock.json',
  'CHANGELOG.md',
  'CHANGELOG.fr.md',
  'scripts',
  'svelte.config.js',
  'vite.config.ts'
];

/** Written by the build itself. */
const GENERATED = new Set(
  [
    'paraglide',
    ...['.lix', '.meta.json', 'README.md', 'cache'].map((name) => join('project.inlang', name))
  ].map((name) => join('src', 'lib', 'i18n', name))
);

const STAMP = join(ROOT, '.cache', 'build-sources');

/** Builds `build/` unless it was made from the very sources that are there now. */
export function ensureBuild() {
  const stamp = existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : '';
  if (stamp === sourceHash() && existsSync(join(ROOT, 'build', '_app'))) return;
  console.log('Building ...');
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64e6,
    shell: process.platform === 'win32'
  });
  if (status !== 0)
    throw new Stop(`${stdout}${stderr}\nThe build failed; its message stands above.`);
  recordBuild();
}

/** Notes that `build/` was made from the sources as they are now. */
export function recordBuild() {
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, sourceHash());
}

function sourceHash() {
  const hash = createHash('sha256').update(process.env.BASE_PATH ?? '');
  for (const source of SOURCES) addTo(hash, source);
  return hash.digest('hex');
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} path
 */
function addTo(hash, path) {
  if (GENERATED.has(path) || !existsSync(join(ROOT, path))) return;
  let entries;
  try {
    entries = readdirSync(join(ROOT, path)).sort();
  } catch {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(ROOT, path)));
    return;
  }
  for (const entry of entries) addTo(hash, join(path, entry));
}
