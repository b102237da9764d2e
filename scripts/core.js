import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { ROOT } from './install.js';

const CORE = join(ROOT, 'src', 'lib', 'core');
const PARTS = [
  'casebook/backup-schema',
  'casebook/sealed-backup-schema',
  'classifier/assess',
  'classifier/assessment',
  'classifier/assessment-of',
  'classifier/counterfactuals',
  'classifier/evaluate',
  'classifier/expectation',
  'classifier/findings',
  'classifier/missing',
  'classifier/table',
  'classifier/validate',
  'classifier/vocabulary'
];
const OUT = join(ROOT, '.cache', 'core');

/**
 * The very core that runs in the app, for Node.js: compiled anew each time, which takes less than
 * it would to find out whether it must be.
 *
 * @returns {Promise<
 *   typeof import('../src/lib/core/casebook/backup-schema') &
 *   typeof import('../src/lib/core/casebook/sealed-backup-schema') &
 *   typeof import('../src/lib/core/classifier/assess') &
 *   typeof import('../src/lib/core/classifier/assessment-of') &
 *   typeof import('../src/lib/core/classifier/expectation') &
 *   typeof import('../src/lib/core/classifier/evaluate') &
 *   typeof import('../src/lib/core/classifier/missing') &
 *   typeof import('../src/lib/core/classifier/counterfactuals') &
 *   typeof import('../src/lib/core/classifier/validate') &
 *   typeof import('../src/lib/core/classifier/vocabulary') &
 *   typeof import('../src/lib/core/classifier/table') &
 *   typeof import('../src/lib/core/classifier/findings') &
 *   typeof import('../src/lib/core/classifier/assessment')
 * >}
 */
export async function loadCore() {
  await build({
    configFile: false,
    logLevel: 'silent',
    root: ROOT,
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: OUT,
      emptyOutDir: false,
      minify: false,
      rollupOptions: {
        input: Object.fromEntries(PARTS.map((part) => [part, join(CORE, `${part}.ts`)])),
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' }
      }
    }
  });
  const modules = await Promise.all(
    PARTS.map((part) => import(pathToFileURL(join(OUT, `${part}.js`)).href))
  );
  return Object.assign({}, ...modules);
}
