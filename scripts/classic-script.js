import { parse } from 'acorn';
import { analyze } from 'eslint-scope';

/** @typedef {{ code: string, fileName: string, exports: string[] }} Chunk a minified module */

/** @param {string[]} functions from `asFunction`, in their order */
export function asClassicScript(functions) {
  return `(()=>{"use strict";const meta={url:document.currentScript.src},kept=self.calcinote??=[];${functions.join('')}})();`;
}

/**
 * The module as a function that takes what it imports from the list of what was put down, and puts down what it exports.
 *
 * @param {Chunk} chunk
 * @param {(specifier: string) => number} key place in the list of what it imports from
 * @param {number} [own] its own place, where it exports something
 * @throws where the module does something that has no such form
 */
export function asFunction({ code, fileName, exports }, key, own) {
  const program = parse(code, { ecmaVersion: 'latest', sourceType: 'module', ranges: true });
  let body = code;
  let put = '';
  const handedOn = new Set();
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
      for (const { exported, local } of node.specifiers) {
        handedOn.add(nameOf(local));
        put += `${nameOf(exported)}:${nameOf(local)},`;
      }
      replacement = '';
    } else if (/^(Export|Import)/.test(node.type)) {
      throw new Error(`${fileName}: ${node.type} has no classic form here`);
    } else continue;
    body = body.slice(0, start) + replacement + body.slice(end);
  }
  for (const variable of moduleVariables(program)) {
    if (
      handedOn.has(variable.name) &&
      variable.references.some((use) => use.isWrite() && !use.init)
    )
      throw new Error(
        `${fileName} changes what it exports: a classic script hands on values, not bindings`
      );
  }
  if (exports.length > 0 && put === '') throw new Error(`${fileName}: no exports found`);
  return `(()=>{${body.replace(/\bimport\.meta\b/g, 'meta')}\n${own === undefined ? '' : `kept[${own}]={${put}};`}})();`;
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
 * @param {Pick<Chunk, 'exports'>} chunk
 * @param {number} place
 */
export function handOn({ exports }, place) {
  const local = exports.map((name, index) => `${name}:_${index}`).join();
  const names = exports.map((name, index) => `_${index} as ${name}`).join();
  return `const{${local}}=self.calcinote[${place}];export{${names}};`;
}

/** @param {import('acorn').Identifier | import('acorn').Literal} node */
const nameOf = (node) => (node.type === 'Identifier' ? node.name : JSON.stringify(node.value));
