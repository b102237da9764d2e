const READ_ONLY =
  /\/routes\/\[locale=locale\]\/(\(classify\)\/|search\/|reference\/((\[topic\]|abbreviations)\/)?)\+page\.svelte$/;

/** What starts them, by the mark `%name%` that stands for it in the written page. */
export const STARTS = {
  reader: 'src/reader/main.ts',
  classify: 'src/routes/[locale=locale]/(classify)/start.svelte.ts',
  search: 'src/routes/[locale=locale]/search/start.ts'
};

/**
 * Written pages: they are made when the app is built, and Kit does not start them. Their own scripts are built
 * beside the entries of SvelteKit and share its chunks. In the place of their components the app gets one that asks for
 * the written page, should a link ever lead to it without a reload.
 *
 * @returns {import('vite').Plugin}
 */
export function readOnlyPages() {
  return {
    name: 'calcinote:read-only-pages',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    buildStart() {
      for (const [name, id] of Object.entries(STARTS)) this.emitFile({ type: 'chunk', id, name });
    },
    load: (id) => (READ_ONLY.test(id) ? 'export default () => location.reload();' : undefined)
  };
}
