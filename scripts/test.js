import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureTools } from './browsers.js';
import { ensureBuild, recordBuild } from './build.js';
import { ROOT, Stop, ensureDependencies, orStop, requireNode } from './install.js';

/**
 * `npm test`: every check of the project. `npm test -- unit e2e` runs some of them.
 *
 * @typedef {{ name: string, script: string, reports?: boolean, needs?: string[], wants?: string[] }} Suite
 *   `reports`: vitest counts its tests in a report; else the suite counts as one check. `needs`: suites that must have
 *   passed. `wants`: suites that must have ended, since they write what this one reads.
 * @typedef {{ name: string, passed: number, failed: number, skipped: number, seconds: number, note?: string }} Result
 */

/** @type {Suite[]} */
const SUITES = [
  { name: 'format', script: 'check:format' },
  { name: 'lint', script: 'check:lint' },
  { name: 'types', script: 'check:types', wants: ['build'] },
  { name: 'unit', script: 'test:unit', reports: true, wants: ['types'] },
  { name: 'component', script: 'test:component', reports: true, wants: ['types'] },
  { name: 'build', script: 'build' },
  { name: 'build-checks', script: 'test:build', reports: true, needs: ['build'] },
  { name: 'e2e', script: 'test:e2e', reports: true, needs: ['build'] }
];

/** What runs beside each other; end-to-end tests have the machine for themselves. */
const ROUNDS = [
  [
    ['format', 'lint', 'types', 'unit'],
    ['build', 'build-checks', 'component']
  ],
  [['e2e']]
];

const REPORTS = join(ROOT, 'reports');

/** What a suite comes to, for those that wait for it. */
class Outcome {
  /** @type {(result: Result) => void} */
  settle = () => {};
  /** @type {Promise<Result>} */
  result = new Promise((done) => (this.settle = done));
}

const isBuild = (/** @type {Suite} */ { name }) => name === 'build';

await orStop(async () => {
  requireNode();
  const chosen = choose(process.argv.slice(2));
  ensureDependencies();
  const results = toolResults(chosen);
  const skipped = new Set(results.map(({ name }) => name));
  mkdirSync(REPORTS, { recursive: true });

  const running = chosen.filter(({ name }) => !skipped.has(name));
  if (running.some(({ needs }) => needs?.includes('build')) && !running.some(isBuild)) {
    ensureBuild();
  }
  const outcomes = new Map(running.map(({ name }) => [name, new Outcome()]));
  for (const lanes of ROUNDS) {
    await Promise.all(
      lanes.map(async (lane) => {
        for (const suite of lane.flatMap((name) => running.filter((each) => each.name === name))) {
          const result = await runWhenReady(suite, outcomes);
          outcomes.get(suite.name)?.settle(result);
          results.push(result);
        }
      })
    );
  }
  report(results);
});

/**
 * @param {string[]} names
 * @returns {Suite[]}
 */
function choose(names) {
  const unknown = names.filter((name) => !SUITES.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    const known = SUITES.map(({ name }) => name).join(', ');
    throw new Stop(`No suite is called ${unknown.join(', ')}; there are: ${known}.`);
  }
  return names.length === 0 ? SUITES : SUITES.filter(({ name }) => names.includes(name));
}

/**
 * Installs the browsers that the chosen suites need; what cannot be had is skipped by name, or fails under CI.
 *
 * @param {Suite[]} chosen
 * @returns {Result[]}
 */
function toolResults(chosen) {
  const has = (/** @type {string} */ name) => chosen.some((suite) => suite.name === name);
  const { missing, sentences } = ensureTools([
    ...(has('e2e') || has('component') ? [/** @type {const} */ ('chromium')] : []),
    ...(has('e2e') ? /** @type {const} */ (['firefox', 'webkit']) : []),
    ...(has('build-checks') ? [/** @type {const} */ ('nginx')] : [])
  ]);
  const required = process.env.CI === 'true' || process.env.CI === '1';
  return missing.flatMap((tool, index) => {
    const suites =
      tool === 'nginx'
        ? ['build-checks in nginx']
        : [
            ...(has('e2e') ? [`e2e in ${tool}`] : []),
            ...(tool === 'chromium' && has('component') ? ['component'] : [])
          ];
    return suites.map((name) => ({
      name,
      passed: 0,
      failed: required ? 1 : 0,
      skipped: required ? 0 : 1,
      seconds: 0,
      note: sentences[index] ?? ''
    }));
  });
}

/**
 * @param {Suite} suite
 * @param {Map<string, Outcome>} outcomes
 * @returns {Promise<Result>}
 */
async function runWhenReady(suite, outcomes) {
  for (const name of suite.wants ?? []) await outcomes.get(name)?.result;
  for (const name of suite.needs ?? []) {
    const before = await outcomes.get(name)?.result;
    if (before === undefined || before.failed === 0) continue;
    const note = `not run, because ${name} failed`;
    console.log(`${suite.name}: ${note}`);
    return { name: suite.name, passed: 0, failed: 1, skipped: 0, seconds: 0, note };
  }
  return run(suite);
}

/**
 * @param {Suite} suite
 * @returns {Promise<Result>}
 */
async function run({ name, script, reports = false }) {
  const file = join(REPORTS, `${name}.json`);
  rmSync(file, { force: true });
  const begin = performance.now();
  const { status, output } = await npmRun(
    script,
    reports ? ['--', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`] : []
  );
  const seconds = (performance.now() - begin) / 1000;
  const counts = reports ? counted(file) : { passed: 1, failed: 0, skipped: 0 };
  if (status !== 0 && counts.failed === 0) {
    counts.failed = 1;
    if (!reports) counts.passed = 0;
  }
  if (name === 'build' && status === 0) recordBuild();
  if (counts.failed > 0) console.log(`\n--- ${name} ---\n${output}--- end of ${name} ---\n`);
  console.log(`${name}: ${counts.failed > 0 ? 'failed' : 'passed'} in ${seconds.toFixed(1)} s`);
  return { name, ...counts, seconds };
}

/**
 * @param {string} script
 * @param {string[]} args
 * @returns {Promise<{ status: number | null, output: string }>}
 */
function npmRun(script, args) {
  return new Promise((done) => {
    const child = spawn('npm', ['run', '--silent', script, ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined }
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    }
    child.once('error', (error) => done({ status: 1, output: `${output}${error.message}\n` }));
    child.once('close', (status) => done({ status, output }));
  });
}

/** @param {string} file */
function counted(file) {
  if (!existsSync(file)) return { passed: 0, failed: 0, skipped: 0 };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  /** Files that could not even be loaded hold no test to count. */
  const unloaded = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: { status: string }[] }} */ result) =>
      result.status === 'failed' &&
      !result.assertionResults.some(({ status }) => status === 'failed')
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + report.numTodoTests
  };
}

/** @param {Result[]} results */
function report(results) {
  const order = SUITES.map(({ name }) => name);
  const place = (/** @type {Result} */ { name }) => order.indexOf(name) + 1 || order.length + 1;
  results.sort((a, b) => place(a) - place(b));
  console.log('');
  for (const { name, passed, failed, skipped, seconds, note } of results) {
    const counts = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
    console.log(
      `${name.padEnd(22)}${counts.padEnd(38)}${seconds.toFixed(1).padStart(7)} s${note ? `   ${note}` : ''}`
    );
  }
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
    results.reduce((total, result) => total + result[key], 0);
  const skipped = sum('skipped');
  const failed = sum('failed');
  console.log(
    `\n${sum('passed')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
  );
  if (failed > 0) process.exitCode = 1;
}
