/** Modules that only the casebook brings: its pages and rows, the database, the reading of Markdown. */
const OF_CASEBOOK =
  /casebook|passphrase|core\/lock|follow-up|checklists?\/|node_modules\/(dexie|@zxcvbn-ts|fastest-levenshtein|micromark|mdast|unist|devlop)/;
const FOLDER = '_app/immutable';

/**
 * Scripts of the casebook say so in their names, so that what it weighs on the device can be told from what the
 * reference and the classifier weigh: tests/build/budgets.spec.ts.
 *
 * @returns {import('vite').Plugin}
 */
export function casebookFiles() {
  return {
    name: 'calcinote:casebook-files',
    apply: 'build',
    enforce: 'post',
    applyToEnvironment: ({ name }) => name === 'client',
    outputOptions(options) {
      const named = (
        /** @type {typeof options.chunkFileNames | typeof options.entryFileNames} */ other
      ) => {
        /** @param {import('rolldown').PreRenderedChunk} chunk */
        const name = (chunk) => {
          if (isOfCasebook(chunk)) return `${FOLDER}/casebook/[hash].js`;
          return typeof other === 'function' ? other(chunk) : (other ?? '[name].js');
        };
        return name;
      };
      return {
        ...options,
        chunkFileNames: named(options.chunkFileNames),
        entryFileNames: named(options.entryFileNames)
      };
    }
  };
}

/** @param {import('rolldown').PreRenderedChunk} chunk */
function isOfCasebook({ moduleIds, name }) {
  if (/^(startup|frame|shell|rolldown-runtime)$/.test(name)) return false;
  return moduleIds.some((id) => OF_CASEBOOK.test(id));
}
