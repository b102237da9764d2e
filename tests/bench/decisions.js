import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCore } from '../../scripts/core.js';
import { ROOT } from '../../scripts/install.js';
import { peer } from './peers.js';

/**
 * How many decisions a second, beside json-rules-engine given the same 16 rows.
 * The engine has no notion of unknown: to say what is still reachable it must be run once for each
 * completion, and once more for each completion of each "what if". In the whole assessment it holds
 * a rule for each caution, red flag and reason as well, each on a single ready-made fact. It is
 * spared validation, reading of figures and intervals, and the working behind those facts, all of
 * which `assess` does.
 */

const FACTS = /** @type {const} */ (['x', 'c', 'p', 't']);
const ROUNDS = 5;
const ROUND_MS = 600;

/** @typedef {Record<'x' | 'c' | 'p' | 't', boolean[]>} Possible */

/**
 * @param {readonly import('../../src/lib/core/classifier/table').Row[]} table
 * @param {readonly string[]} [findingIds] cautions, red flags and reasons, a rule each
 */
async function engineOf(table, findingIds = []) {
  const { Engine } = await peer('json-rules-engine');
  const engine = new Engine();
  for (const id of findingIds)
    engine.addRule({
      conditions: { all: [{ fact: id, operator: 'equal', value: true }] },
      event: { type: id }
    });
  for (const row of table)
    engine.addRule({
      conditions: {
        all: FACTS.map((fact) => ({ fact, operator: 'equal', value: row[fact] }))
      },
      event: { type: row.subtype }
    });
  return engine;
}

/** @param {Possible} possible */
function completionsOf(possible) {
  /** @type {Record<string, boolean>[]} */
  let completions = [{}];
  for (const fact of FACTS)
    completions = completions.flatMap((one) =>
      possible[fact].map((value) => ({ ...one, [fact]: value }))
    );
  return completions;
}

/** @param {any} engine @param {Possible} possible @param {Record<string, boolean>} present */
async function reachableBy(engine, possible, present) {
  const reachable = new Set();
  for (const completion of completionsOf(possible)) {
    const { events } = await engine.run({ ...present, ...completion });
    for (const { type } of events) reachable.add(type);
  }
  return [...reachable].sort();
}

/** @param {any} engine @param {Possible} possible @param {Record<string, boolean>} present */
async function wholeByEngine(engine, possible, present) {
  const reachable = await reachableBy(engine, possible, present);
  for (const fact of FACTS)
    for (const value of [true, false])
      await reachableBy(engine, { ...possible, [fact]: [value] }, present);
  return reachable;
}

/** @param {() => unknown} work runs `count` decisions @param {number} count */
async function perSecond(work, count) {
  let best = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    let done = 0;
    while (performance.now() - start < ROUND_MS) {
      await work();
      done += count;
    }
    best = Math.max(best, (done / (performance.now() - start)) * 1000);
  }
  return best;
}

/** @param {import('../../src/lib/core/classifier/assess').AssessResult} result */
function assessmentIn(result) {
  if (!result.ok) throw new Error('a case was refused');
  return result.assessment;
}

/** Prints the figures of this part of `npm run bench`. */
export async function run() {
  const core = await loadCore();
  const { assess, evaluate, missingOf, counterfactualsOf, validate, TABLE, rowOf } = core;
  const { CAUTIONS, RED_FLAGS, RULES } = core;
  const engine = await engineOf(TABLE);
  const cases = JSON.parse(
    readFileSync(join(ROOT, 'tests', 'fixtures', 'example-cases.json'), 'utf8')
  )
    .filter((/** @type {{ expected?: unknown }} */ one) => one.expected)
    .map((/** @type {{ findings: unknown }} */ one) => one.findings);

  const combinations = TABLE.map(({ x, c, p, t }) => ({ x, c, p, t }));
  const rows = await perSecond(() => combinations.forEach(rowOf), combinations.length);
  const engineRows = await perSecond(async () => {
    for (const combination of combinations) await engine.run(combination);
  }, combinations.length);

  /** @type {Possible[]} */
  const possibles = cases.map((/** @type {any} */ findings) => {
    const { facts } = evaluate(findings);
    /** @param {string} known */
    const values = (known) => (known === 'unknown' ? [true, false] : [known === 'yes']);
    const t = [facts.disease, facts.damage];
    return {
      x: values(facts.x),
      c: values(facts.c),
      p: values(facts.p),
      t: values(t.includes('yes') ? 'yes' : t.every((one) => one === 'no') ? 'no' : 'unknown')
    };
  });
  const whole = await perSecond(() => {
    for (const findings of cases) assessmentIn(assess(findings));
  }, cases.length);
  const findingIds = [...CAUTIONS, ...RED_FLAGS, ...RULES].map((id) => `finding-${id}`);
  const fullEngine = await engineOf(TABLE, findingIds);
  const presents = cases.map((/** @type {unknown} */ findings) => {
    const { cautions, redFlags, reasons } = assessmentIn(assess(findings));
    const ids = [...cautions, ...redFlags].map(({ id }) => `finding-${id}`);
    ids.push(...reasons.map(({ rule }) => `finding-${rule}`));
    return Object.fromEntries(findingIds.map((id) => [id, ids.includes(id)]));
  });
  const engineWhole = await perSecond(async () => {
    for (const [index, possible] of possibles.entries())
      await wholeByEngine(fullEngine, possible, presents[index]);
  }, cases.length);

  console.log('Decisions per second (best of 5 rounds, this machine, no throttling)');
  const line = (
    /** @type {string} */ name,
    /** @type {number} */ ours,
    /** @type {number} */ theirs
  ) =>
    console.log(
      `  ${name}: ${Math.round(ours)} against ${Math.round(theirs)} by json-rules-engine: ${(ours / theirs).toFixed(0)} x (at least 50)`
    );
  line('one complete combination', rows, engineRows);
  line('a whole assessment of the example cases', whole, engineWhole);

  const evaluations = cases.map((/** @type {any} */ findings) => evaluate(findings));
  const parts = {
    validation: () => cases.forEach(validate),
    'facts and table': () => cases.forEach((/** @type {any} */ findings) => evaluate(findings)),
    'what is missing': () => evaluations.forEach(missingOf),
    counterfactuals: () => evaluations.forEach(counterfactualsOf)
  };
  const total = 1e6 / whole;
  console.log(`  share of the ${total.toFixed(0)} us of one assessment:`);
  for (const [name, work] of Object.entries(parts)) {
    const each = 1e6 / (await perSecond(work, cases.length));
    console.log(`    ${name}: ${each.toFixed(0)} us (${((each / total) * 100).toFixed(0)} %)`);
  }
}

if (process.argv[1] === import.meta.filename) await run();
