import { readFileSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './install.js';

/**
 * Writes `licences.json`: name, version, licence and its text of every package whose code is in the pages, from the
 * modules that were really bundled. The worker holds no code but ours.
 *
 * @returns {import('vite').Plugin}
 */
export function licences() {
  return {
    name: 'calcinote:licences',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((file) =>
        file.type === 'chunk' ? Object.keys(file.modules) : []
      );
      const bundled = new Set(modules.flatMap((id) => packageOf(id) ?? []));
      this.emitFile({
        type: 'asset',
        fileName: 'licences.json',
        source: JSON.stringify([...bundled].sort().map(describe))
      });
    }
  };
}

/** @param {string} id */
function packageOf(id) {
  return /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/'))?.[1];
}

/** @param {string} name */
function describe(name) {
  const folder = realpathSync(join(ROOT, 'node_modules', name));
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
  return {
    name,
    version,
    licence: license,
    text: file ? readFileSync(join(folder, file), 'utf8').trim() : ''
  };
}
