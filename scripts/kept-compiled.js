import { createHash } from 'node:crypto';
import { parse } from 'acorn';
import { analyze } from 'eslint-scope';
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
        const asFunction = (/** @type {typeof shared[0]} */ chunk) =>
          classic(chunk, (specifier) => key(chunk.fileName, specifier));

        const emit = (/** @type {string[]} */ bodies) => {
          const source = `(()=>{const meta={url:document.currentScript.src},kept=self.calcinote??=[];${bodies.join('')}})();`;
          const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8);
          const fileName = `${FOLDER}/${hash}.js`;
          this.emitFile({ type: 'asset', fileName, source });
          return fileName;
        };
        const list = Object.fromEntries(
          starts.map((start) => [start.name, emit([asFunction(start)])])
        );
        list.shared = emit(shared.map(asFunction));
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

/**
 * The module as a function that takes what it imports from the list of what was put down, and puts down what it exports.
 *
 * @param {{ code: string, fileName: string, exports: string[], name: string }} chunk
 * @param {(specifier: string) => number} key of what it imports from
 */
function classic({ code, fileName, exports, name }, key) {
  const program = parse(code, { ecmaVersion: 'latest', sourceType: 'module', ranges: true });
  let body = code;
  let put = '';
  const exported = new Set();
  for (const node of [...program.body].reverse()) {
    const { start, end } = node;
    let replacement;
    if (node.type === 'ImportDeclaration') {
      const names = node.specifiers.map((each) => {
        if (each.type !== 'ImportSpecifier') throw new Error(`${fileName} imports a whole module`);
        return `${nameOf(each.imported)}:${each.local.name}`;
      });
      replacement = names.length
        ? `const{${names.join()}}=kept[${key(String(node.source.value))}];`
        : '';
    } else if (node.type === 'ExportNamedDeclaration' && !node.declaration && !node.source) {
      put = node.specifiers
        .map((each) => {
          exported.add(nameOf(each.local));
          return `${nameOf(each.exported)}:${nameOf(each.local)}`;
        })
        .join();
      replacement = '';
    } else if (/^(Export|Import)/.test(node.type)) {
      throw new Error(`${fileName}: ${node.type} has no classic form here`);
    } else continue;
    body = body.slice(0, start) + replacement + body.slice(end);
  }
  for (const variable of moduleVariables(program)) {
    if (
      exported.has(variable.name) &&
      variable.references.some((use) => use.isWrite() && !use.init)
    )
      throw new Error(
        `${fileName} (${name}) changes what it exports: a classic script hands on values, not bindings`
      );
  }
  if (exports.length > 0 && put === '') throw new Error(`${fileName}: no exports found`);
  const own = SHARED.indexOf(name);
  return `(()=>{${body.replace(/\bimport\.meta\b/g, 'meta')}\n${own < 0 ? '' : `kept[${own}]={${put}};`}})();`;
}

/** @param {import('acorn').Program} program */
function moduleVariables(program) {
  const scopes = analyze(/** @type {import('estree').Program} */ (program), {
    ecmaVersion: 2022,
    sourceType: 'module'
  });
  const found = scopes.scopes.find(({ type }) => type === 'module');
  if (!found) throw new Error('No module scope');
  return found.variables;
}

/**
 * What stands in the place of the module.
 *
 * @param {{ exports: string[] }} chunk
 * @param {number} place
 */
function handOn({ exports }, place) {
  const local = exports.map((name, index) => `${name}:_${index}`).join();
  const names = exports.map((name, index) => `_${index} as ${name}`).join();
  return `const{${local}}=self.calcinote[${place}];export{${names}};`;
}

/** @param {import('acorn').Identifier | import('acorn').Literal} node */
const nameOf = (node) => (node.type === 'Identifier' ? node.name : JSON.stringify(node.value));
