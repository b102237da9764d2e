import { cpSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, ensureDependencies } from '../../scripts/install.js';

const FOLDER = join(ROOT, '.cache', 'bench-peers');

/** The place of the peers, with what their lock file asks for. */
export function peersFolder() {
  mkdirSync(FOLDER, { recursive: true });
  for (const file of ['package.json', 'package-lock.json'])
    cpSync(join(ROOT, 'tests', 'bench', 'peers', file), join(FOLDER, file));
  ensureDependencies(FOLDER);
  return FOLDER;
}

/**
 * A peer that the app is measured beside, installed on demand in a place of its own.
 *
 * @param {string} name
 */
export async function peer(name) {
  const resolved = createRequire(join(peersFolder(), 'package.json')).resolve(name);
  return import(pathToFileURL(resolved).href);
}
