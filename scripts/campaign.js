import { spawnSync } from 'node:child_process';
import { ensureBuild } from './build.js';
import { ROOT, Stop, ensureDependencies, orStop, requireNode } from './install.js';

/**
 * `npm run campaign`: the tests that `npm test` runs with a small count, with the full one. The same
 * code; `CAMPAIGN` and the counts below are all that differs.
 */
const FULL = {
  CAMPAIGN: '1',
  SECOND_OPINION_RUNS: '300000',
  BACKUP_RUNS: '30000',
  KILLS: '100',
  UPGRADE_KILLS: '50',
  SEALING_KILLS: '30',
  // Vite hands over to a browser only what is called so.
  VITE_TWO_TABS_STEPS: '10000',
  VITE_TWO_TABS_SEEDS: '20'
};

const SUITES = [
  ['--project', 'unit', 'tests/unit/second-opinion.spec.ts'],
  ['--project', 'unit', 'tests/unit/backup.spec.ts'],
  ['--project', 'component', 'src/lib/storage/two-tabs.browser.spec.ts'],
  ...['update-faults', 'sudden-death', 'killed-upgrade', 'lock'].map((name) => [
    ...['--config', 'vitest.build.config.ts', '--project', 'e2e'],
    `tests/e2e/${name}.e2e.ts`
  ])
];

await orStop(async () => {
  requireNode();
  ensureDependencies();
  ensureBuild();
  console.log(`Full counts: ${JSON.stringify(FULL)}`);
  for (const suite of SUITES) {
    const { status } = spawnSync('npx', ['vitest', 'run', '--reporter', 'verbose', ...suite], {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, ...FULL },
      shell: process.platform === 'win32'
    });
    if (status !== 0) throw new Stop(`The campaign failed: ${suite.at(-1)}`);
  }
});
