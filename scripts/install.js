import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** Says one clear sentence and ends: for what a person can mend. */
export class Stop extends Error {}

/**
 * Ends with the sentence alone where a person can mend the matter, else with the whole error.
 *
 * @param {() => Promise<unknown>} main
 */
export async function orStop(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** Refuses a Node.js that is too old for the tools. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Stop(`Calcinote needs Node.js 20.19 or later; this is ${process.versions.node}.`);
  }
}

/**
 * Runs npm in a folder, showing what it says.
 *
 * @param {string[]} args
 * @param {string} [cwd]
 */
export function npm(args, cwd = ROOT) {
  const script = process.env.npm_execpath;
  const [program, first] =
    script?.endsWith('.js') === true ? [process.execPath, [script]] : ['npm', []];
  const { error, status } = spawnSync(program, [...first, ...args], {
    cwd,
    // What npm says while it installs is not this command's output.
    stdio: ['inherit', process.stderr, 'inherit'],
    shell: program === 'npm' && process.platform === 'win32'
  });
  if (error) throw new Stop('npm was not found: install Node.js together with npm.');
  if (status !== 0) throw new Stop(`"npm ${args.join(' ')}" failed; its message stands above.`);
}

/**
 * Installs what package-lock.json asks for, when the installed packages are not those.
 *
 * @param {string} [folder]
 */
export function ensureDependencies(folder = ROOT) {
  if (installedAsLocked(folder)) return;
  console.error('Installing dependencies ...');
  npm(['ci'], folder);
}

/**
 * Whether `npm ci` would change nothing that matters.
 *
 * @param {string} folder
 */
export function installedAsLocked(folder) {
  const record = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = packages(record);
  return Object.entries(packages(join(folder, 'package-lock.json'))).every(
    ([path, { version, optional }]) =>
      path === '' || optional === true || installed[path]?.version === version
  );
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packages(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}
