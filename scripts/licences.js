import { readFileSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './install.js';

/**
 * Writes `licences.json`, and beside it what the casebook alone brings: the packages whose code is in the pages, by the text of their licence, from the modules that were
 * really bundled. The worker holds no code but ours.
 *
 * @returns {import('vite').Plugin}
 */
export function licences() {
  return {
    name: 'calcinote:licences',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const packages = (/** @type {typeof chunks} */ some) => [
        ...new Set(
          some.flatMap(({ modules }) => Object.keys(modules)).flatMap((id) => packageOf(id) ?? [])
        )
      ];
      const isOfCasebook = (/** @type {typeof chunks[0]} */ { fileName }) =>
        fileName.includes('/casebook/');
      const everywhere = packages(chunks.filter((chunk) => !isOfCasebook(chunk)));
      const casebook = packages(chunks).filter((name) => !everywhere.includes(name));
      const emit = (/** @type {string} */ fileName, /** @type {string[]} */ names) =>
        this.emitFile({
          type: 'asset',
          fileName,
          source: JSON.stringify(told(names.sort().map(describe)))
        });
      emit('licences.json', everywhere);
      emit('licences-casebook.json', casebook);
    }
  };
}

/** Where the terms of the MIT licence begin; before them each package names its authors. */
const TERMS = /(?=Permission is hereby granted)/;

/**
 * Each notice once, with the packages it stands for, and each text of terms once, by its place in the list.
 *
 * @param {ReturnType<typeof describe>[]} packages
 */
function told(packages) {
  const texts = [...new Set(packages.map(({ text }) => text))];
  const parts = texts.map((text) => {
    const [notice = '', rest] = text.split(TERMS);
    return rest === undefined ? { notice: '', terms: text } : { notice, terms: rest };
  });
  const terms = [...new Set(parts.map((part) => part.terms))];
  const licences = texts.map((text, at) => {
    const under = packages.filter((one) => one.text === text);
    return {
      packages: under.map(({ name, version }) => `${name} ${version}`),
      licence: under[0]?.licence,
      notice: parts[at]?.notice,
      terms: terms.indexOf(parts[at]?.terms ?? '')
    };
  });
  return { terms, licences };
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
