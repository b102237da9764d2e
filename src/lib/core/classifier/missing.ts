import { reachedSite } from './answers';
import type { InputPath, MissingInput } from './assessment';
import type { Evaluation } from './evaluate';
import type { Findings } from './findings';
import { CAN_CHANGE, type CanChange, type OutcomeAnswer, type Subtype } from './vocabulary';
import {
  isAtSiteExposure,
  withCalcium,
  withCondition,
  withDamage,
  withExposure,
  withMass,
  withOtherConditions,
  withOtherExposures,
  withPhosphate,
  withSite,
  type FigureAnswer
} from './what-if';

/** An open question: the findings after each answer, and what they are to be compared with. */
interface Question {
  input: InputPath;
  answers: [OutcomeAnswer, Findings][];
  /** Where the other unanswered ids of a list are taken as no, so they are here. */
  before: Findings;
}

/**
 * Every unanswered input whose answers would change something, the most settling one first; where they settle as much, in
 * the order in which they stand here.
 */
export function missingOf(evaluation: Evaluation): MissingInput[] {
  return [
    ...exposureQuestions(evaluation),
    ...laboratoryQuestions(evaluation),
    ...conditionQuestions(evaluation),
    ...lesionQuestions(evaluation)
  ]
    .map((question) => weigh(question, evaluation))
    .filter(({ canChange }) => canChange.length > 0)
    .map((missing) => ({ missing, cost: costOf(missing) }))
    .sort(({ cost: one }, { cost: other }) => compareCosts(one, other))
    .map(({ missing }) => missing);
}

const ANSWERS = ['yes', 'no'] as const;
const FIGURE_ANSWERS = ['raised', 'not-raised'] as const;

function exposureQuestions({ findings, answers }: Evaluation): Question[] {
  const before = withOtherExposures(findings);
  const questions: Question[] = [];
  findings.exposures?.forEach(({ id, status = 'unknown' }) => {
    if (status === 'unknown')
      questions.push({
        input: `exposures.${id}`,
        answers: ANSWERS.map((answer) => [answer, withExposure(before, id, answer)]),
        before
      });
    else if (isAtSiteExposure(id) && reachedSite(findings, answers, id) === 'unknown')
      questions.push({
        input: `exposures.${id}.atLesionSite`,
        answers: ANSWERS.map((answer) => [answer, withSite(before, id, answer)]),
        before
      });
  });
  if (findings.otherExposures !== 'none')
    questions.push({ input: 'otherExposures', answers: [['none', before]], before: findings });
  return questions;
}

function laboratoryQuestions({ findings, facts, calcium, phosphate }: Evaluation): Question[] {
  const asked = new Map<InputPath, ((to: Findings, answer: FigureAnswer) => Findings)[]>();
  if (facts.c === 'unknown') asked.set(calcium.ask, [withCalcium]);
  if (facts.p === 'unknown')
    asked.set(phosphate.ask, [...(asked.get(phosphate.ask) ?? []), withPhosphate]);
  return [...asked].map(([input, changes]) => ({
    input,
    answers: FIGURE_ANSWERS.map((answer) => [
      answer,
      changes.reduce((changed, change) => change(changed, answer), findings)
    ]),
    before: findings
  }));
}

function conditionQuestions({ findings }: Evaluation): Question[] {
  const before = withOtherConditions(findings);
  const questions: Question[] = [];
  findings.conditions?.forEach(({ id, status = 'unknown' }) => {
    if (status === 'unknown')
      questions.push({
        input: `conditions.${id}`,
        answers: ANSWERS.map((answer) => [answer, withCondition(before, id, answer)]),
        before
      });
  });
  if (findings.otherConditions !== 'none')
    questions.push({ input: 'otherConditions', answers: [['none', before]], before: findings });
  return questions;
}

function lesionQuestions({ findings, facts, waitingVariants }: Evaluation): Question[] {
  const questions: Question[] = [];
  if (facts.damage === 'unknown')
    questions.push({
      input: 'lesion.damageBefore',
      answers: ANSWERS.map((answer) => [answer, withDamage(findings, answer)]),
      before: findings
    });
  if (waitingVariants.some(({ onlyForPatterns }) => onlyForPatterns))
    questions.push({
      input: 'lesion.patterns',
      answers: ANSWERS.map((answer) => [answer, withMass(findings, answer)]),
      before: findings
    });
  return questions;
}

function weigh({ input, answers, before }: Question, evaluation: Evaluation): MissingInput {
  const compared = before === evaluation.findings ? evaluation : evaluation.otherwise(before);
  const evaluated = answers.map(
    ([answer, findings]) => [answer, evaluation.otherwise(findings)] as const
  );
  const canChange = CAN_CHANGE.filter((what) => {
    const asItIs = shown(what, compared);
    return evaluated.some(([, outcome]) => shown(what, outcome) !== asItIs);
  });
  const outcomes: Partial<Record<OutcomeAnswer, Subtype[]>> = {};
  for (const [answer, { reachable }] of evaluated) outcomes[answer] = reachable;
  return { input, canChange, outcomes };
}

/** Where each of what an answer can change stands. */
const STANDS: Record<CanChange, (evaluation: Evaluation) => string[][]> = {
  subtype: ({ reachable }) => [reachable],
  concurrent: ({ concurrent, possibleConcurrent }) => [concurrent, possibleConcurrent],
  variants: ({ variants, waitingVariants }) => [
    variants,
    waitingVariants.map(({ variant }) => variant)
  ]
};

function shown(what: CanChange, evaluation: Evaluation): string {
  return JSON.stringify(STANDS[what](evaluation));
}

/** How many subtypes an answer leaves: what a question costs. */
interface Cost {
  worst: number;
  average: number;
}

function costOf({ outcomes }: MissingInput): Cost {
  const left = Object.values(outcomes).map((reachable) => reachable.length);
  return {
    worst: Math.max(...left),
    average: left.reduce((sum, n) => sum + n, 0) / left.length
  };
}

function compareCosts(one: Cost, other: Cost): number {
  return one.worst - other.worst || one.average - other.average;
}
