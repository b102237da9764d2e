import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies, orStop, requireNode, ROOT } from './install.js';

/**
 * `npm run mutate [-- --mutate FILE,...]`: puts one deliberate fault after another into the clinical core
 * and counts how many the tests notice. What remains is explained in docs/mutation.md.
 */
const REPORT = join(ROOT, '.cache', 'mutation.json');
const NOTICED = ['Killed', 'Timeout'];
const UNNOTICED = ['Survived', 'NoCoverage'];

await orStop(async () => {
  requireNode();
  ensureDependencies();
  const stryker = join(ROOT, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
  const { status } = spawnSync(process.execPath, [stryker, 'run', ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: 'inherit'
  });
  /** @type {{ files: Record<string, { mutants: { status: string }[] }> }} */
  const { files } = JSON.parse(readFileSync(REPORT, 'utf8'));
  const mutants = Object.values(files).flatMap((file) => file.mutants);
  const count = (/** @type {string[]} */ statuses) =>
    mutants.filter((mutant) => statuses.includes(mutant.status)).length;
  const noticed = count(NOTICED);
  const all = noticed + count(UNNOTICED);
  console.log(
    `Mutation score ${((100 * noticed) / all).toFixed(2)} %: ${noticed} of ${all} faults noticed.`
  );
  process.exitCode = status ?? 1;
});
