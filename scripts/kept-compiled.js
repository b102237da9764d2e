import { createHash } from 'node:crypto';
import { asClassicScript, asFunction, handOn } from './classic-script.js';
import { STARTS } from './read-only-pages.js';

/** The chunks that every page needs before it can answer, in the order in which they build on each other. */
const SHARED = ['rolldown-runtime', 'frame', 'startup'];
const FOLDER = '_app/immutable/chunks';

/** Where the build says under which names these scripts stand, for `src/hooks.server.ts`. */
export const KEPT_COMPILED_LIST = '.vite/kept-compiled.json';

/**
 * Chromium keeps a script compiled from the moment a service worker stores it, but a classic script alone: a module is
 * parsed and compiled anew at every start. So what every page needs first becomes one classic script; the modules in its
 * place hand on what it has put down. docs/decisions/0017-scripts-kept-compiled.md
 *
 * @returns {import('vite').Plugin}
 */
export function keptCompiled() {
  return {
    name: 'calcinote:kept-compiled',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    transform(code, id) {
      if (!/svelte\/src\/internal\/client\/dom\/operations\.js$/.test(id)) return undefined;
      const [first, later] = ['export var $document;', '$document = document;'];
      if (!code.includes(first) || !code.includes(later))
        throw new Error('Svelte no longer sets its document here: see scripts/kept-compiled.js');
      // Set once, at the first moment, as what is handed on is a value.
      return code.replace(first, 'export var $document = globalThis.document;').replace(later, '');
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const named = (/** @type {string} */ name) => {
          const found = chunks.find((chunk) => chunk.name === name);
          if (!found) throw new Error(`No chunk named ${name} to keep compiled`);
          return found;
        };
        const shared = SHARED.map(named);
        const starts = Object.keys(STARTS).map(named);
        const keys = new Map(shared.map(({ fileName }, place) => [fileName, place]));
        const key = (/** @type {string} */ from, /** @type {string} */ specifier) => {
          const file = new URL(specifier, `file:///${from}`).pathname.slice(1);
          const found = keys.get(file);
          if (found === undefined)
            throw new Error(`${from} needs ${file}, which is no classic script`);
          return found;
        };
        const functionOf = (/** @type {(typeof shared)[0]} */ chunk) =>
          asFunction(
            chunk,
            (specifier) => key(chunk.fileName, specifier),
            keys.get(chunk.fileName)
          );

        const emit = (/** @type {string[]} */ bodies) => {
          const source = asClassicScript(bodies);
          const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8);
          const fileName = `${FOLDER}/${hash}.js`;
          this.emitFile({ type: 'asset', fileName, source });
          return fileName;
        };
        const list = Object.fromEntries(
          starts.map((start) => [start.name, emit([functionOf(start)])])
        );
        list.shared = emit(shared.map(functionOf));
        for (const chunk of shared) chunk.code = handOn(chunk, keys.get(chunk.fileName) ?? 0);
        for (const { fileName } of starts) delete bundle[fileName];
        this.emitFile({
          type: 'asset',
          fileName: KEPT_COMPILED_LIST,
          source: JSON.stringify(list)
        });
      }
    }
  };
}
