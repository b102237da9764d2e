import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/**
 * What a page of a build must have loaded before it works, for the budgets and for `npm run bench`.
 *
 * @typedef {{ scripts: Set<string>, styles: Set<string> }} Needed addresses below the build's folder
 */

/**
 * The scripts and style sheets that a page names, all that those import without asking, and the texts of its language.
 *
 * @param {string} build
 * @param {string} page such as `fr/index.html`
 * @returns {Needed}
 */
export function neededBy(build, page) {
  const read = (/** @type {string} */ file) => readFileSync(join(build, file), 'utf8');
  /** @type {Needed} */
  const needed = { scripts: new Set(), styles: new Set() };
  const follow = (/** @type {string} */ file) => {
    if (needed.scripts.has(file)) return;
    needed.scripts.add(file);
    const code = read(file);
    const beside = (/** @type {string} */ path) => posix.join(posix.dirname(file), path);
    for (const [, from = ''] of code.matchAll(/(?:\bfrom|\bimport)\s*["'`]([^"'`]+\.js)["'`]/g))
      follow(beside(from));
  };
  for (const [address] of read(page).matchAll(/_app\/immutable\/[\w./-]+\.(?:js|css)/g)) {
    if (address.endsWith('.css')) needed.styles.add(address);
    else follow(address);
  }
  return needed;
}

/**
 * The sum of files, each compressed by itself as the build's own copies are.
 *
 * @param {string} build
 * @param {Iterable<string>} files
 * @param {(file: Buffer) => Buffer} compress
 */
export function weigh(build, files, compress) {
  return [...files].reduce(
    (sum, file) => sum + compress(readFileSync(join(build, file))).length,
    0
  );
}

/**
 * What the worker keeps on the device.
 *
 * @param {string} build
 * @param {string} [script] the worker's file
 * @returns {string[]} files below the build's folder
 */
export function keptFiles(build, script = 'service-worker.js') {
  const worker = readFileSync(join(build, script), 'utf8');
  return [...worker.matchAll(/\burl["']?:\s*["'`]([^"'`]+)["'`]/g)].map(([, address = '']) =>
    address === './' || address.endsWith('/') ? posix.join(address, 'index.html') : address
  );
}
