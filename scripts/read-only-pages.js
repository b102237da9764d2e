const READ_ONLY =
  /\/routes\/\[locale=locale\]\/reference\/((\[topic\]|abbreviations)\/)?\+page\.svelte$/;

/**
 * Pages that are only read: they are written when the app is built, and no script renders them anew. Their own script,
 * src/reader/main.ts, is built beside the entries of SvelteKit and shares its chunks. In the place of their components
 * the app gets one that asks for the written page, should a link ever lead to it without a reload.
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
      this.emitFile({ type: 'chunk', id: 'src/reader/main.ts', name: 'reader' });
    },
    load: (id) => (READ_ONLY.test(id) ? 'export default () => location.reload();' : undefined)
  };
}
