import { readFileSync } from 'node:fs';
import { ensureDependencies, orStop, requireNode } from './install.js';

/**
 * `npm run --silent validate -- FILE.json [--json]`: runs a hospital's own cases through the
 * classifier. FILE holds an array of `{ id, findings, expected?, expectedError? }`.
 * Ends with 0 when every case agrees, 1 on any difference, 2 when the file cannot be read.
 */

/** @typedef {import('../src/lib/core/classifier/expectation').GovernanceCase} GovernanceCase */
/** @typedef {import('../src/lib/core/classifier/assess').AssessResult} AssessResult */
/** @typedef {{ governed: GovernanceCase, result: AssessResult, differences: import('../src/lib/core/classifier/expectation').Difference[] }} Outcome */

const UNREADABLE = 2;

/**
 * @param {string | undefined} file
 * @returns {GovernanceCase[]}
 */
function readCases(file) {
  if (!file) throw new Error('name a file: npm run --silent validate -- FILE.json [--json]');
  const cases = JSON.parse(readFileSync(file, 'utf8'));
  if (!Array.isArray(cases)) throw new Error('an array of cases is expected');
  const ids = new Set();
  cases.forEach((one, index) => {
    if (typeof one !== 'object' || one === null || Array.isArray(one))
      throw new Error(`case ${index} is not an object`);
    if (typeof one.id !== 'string') throw new Error(`case ${index} has no "id"`);
    if (!Object.hasOwn(one, 'findings')) throw new Error(`case "${one.id}" has no "findings"`);
    if (ids.has(one.id)) throw new Error(`the id "${one.id}" stands twice`);
    ids.add(one.id);
  });
  return cases;
}

/** @param {Outcome[]} outcomes */
function table(outcomes) {
  const rows = outcomes.map(({ governed, result, differences }) => [
    governed.id,
    result.ok ? result.assessment.subtype : 'refused',
    result.ok ? result.assessment.certainty : result.errors.map(({ path }) => path).join(' '),
    judged(governed) ? (differences.length === 0 ? 'agrees' : 'DIFFERS') : 'nothing expected'
  ]);
  return columns([['case', 'subtype', 'certainty or refused at', 'outcome'], ...rows]);
}

/** @param {GovernanceCase} governed */
function judged({ expected, expectedError }) {
  return expected !== undefined || expectedError !== undefined;
}

/** @param {string[][]} rows */
function columns(rows) {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length))
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd()
    )
    .join('\n');
}

const ANSWERS = [
  'dystrophic',
  'metastatic',
  'iatrogenic',
  'idiopathic',
  'indeterminate',
  'refused'
];

/** @param {Outcome[]} outcomes */
function confusionMatrix(outcomes) {
  const counted = outcomes.filter(
    ({ governed }) => governed.expected?.subtype !== undefined || governed.expectedError
  );
  /** @param {Outcome} outcome */
  const expected = ({ governed }) => governed.expected?.subtype ?? 'refused';
  /** @param {Outcome} outcome */
  const received = ({ result }) => (result.ok ? result.assessment.subtype : 'refused');
  const rows = ANSWERS.map((wanted) => [
    wanted,
    ...ANSWERS.map((got) =>
      String(counted.filter((one) => expected(one) === wanted && received(one) === got).length)
    )
  ]);
  return columns([['expected \\ received', ...ANSWERS], ...rows]);
}

/** @param {Outcome[]} outcomes */
function report(outcomes) {
  const differing = outcomes.filter(({ differences }) => differences.length > 0);
  const compared = outcomes.filter(({ governed }) => judged(governed)).length;
  console.log(`${table(outcomes)}\n\n${confusionMatrix(outcomes)}\n`);
  for (const { governed, differences } of differing)
    for (const { field, expected, received } of differences)
      console.log(
        `${governed.id}: ${field}\n  expected ${JSON.stringify(expected)}\n  received ${JSON.stringify(received)}`
      );
  console.log(`${compared - differing.length} of ${compared} compared cases agree.`);
}

await orStop(async () => {
  requireNode();
  ensureDependencies();
  const args = process.argv.slice(2);
  let cases;
  try {
    cases = readCases(args.find((arg) => !arg.startsWith('--')));
  } catch (error) {
    console.error(`The cases cannot be read: ${/** @type {Error} */ (error).message}`);
    process.exitCode = UNREADABLE;
    return;
  }
  const { loadCore } = await import('./core.js');
  const { assess, differencesFrom } = await loadCore();
  const outcomes = cases.map((governed) => {
    const result = assess(governed.findings);
    return { governed, result, differences: differencesFrom(governed, result) };
  });
  if (args.includes('--json'))
    process.stdout.write(
      JSON.stringify(
        outcomes.map(({ governed: { id }, result }) =>
          result.ok ? { id, assessment: result.assessment } : { id, errors: result.errors }
        )
      ) + '\n'
    );
  else report(outcomes);
  if (outcomes.some(({ differences }) => differences.length > 0)) process.exitCode = 1;
});
