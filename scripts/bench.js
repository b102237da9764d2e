import { ensureBuild } from './build.js';
import { ensureDependencies, orStop, requireNode } from './install.js';

/**
 * `npm run bench [-- NAME ...]`: every figure, each beside its peer or floor in the same run. Names are
 * those of the files in tests/bench.
 */
const PARTS = [
  'decisions',
  'size',
  'cold-start',
  'interaction',
  'casebook',
  'lock',
  'search',
  'reference-peer',
  'lighthouse'
];

await orStop(async () => {
  requireNode();
  ensureDependencies();
  ensureBuild();
  const chosen = process.argv.slice(2);
  for (const part of PARTS) {
    if (chosen.length > 0 && !chosen.includes(part)) continue;
    const { run } = await import(`../tests/bench/${part}.js`);
    await run();
    console.log('');
  }
});
