import {
  allOf,
  answersOf,
  anyOf,
  damageBefore,
  exposureAtSite,
  known,
  not,
  tissueDiseases,
  type Answers,
  type Known
} from './answers';
import { calciumStatus, isRaised, type CalciumStatus } from './calcium';
import { enumerate, type Facts, type Reached } from './enumerate';
import type { Findings } from './findings';
import { kidneysImpaired } from './kidneys';
import { createMemo, laboratoryOf, type Laboratory, type Memo } from './laboratory';
import { isProductHigh, phosphateStatus, type PhosphateStatus } from './phosphate';
import { IDIOPATHIC_PATTERNS, type Variant } from './vocabulary';

/** Everything that the findings say, worked out once; reasons, cautions and flags read it. */
export interface Evaluation extends Reached {
  findings: Findings;
  /** The same for findings in which an answer or a figure is otherwise; age and intervals stay. */
  otherwise(changed: Findings): Evaluation;
  answers: Answers;
  laboratory: Laboratory;
  calcium: CalciumStatus;
  phosphate: PhosphateStatus;
  /** Are the kidneys impaired? */
  kidneys: Known;
  facts: Facts;
  /** Known variants, and those that wait for a fact. */
  variants: Variant[];
  waitingVariants: { variant: Variant; onlyForPatterns: boolean }[];
}

/**
 * From findings to facts, and over every completion of what is unknown.
 * @param memo shared with the what-ifs of the same findings
 */
export function evaluate(findings: Findings, memo: Memo = createMemo()): Evaluation {
  const answers = answersOf(findings);
  const laboratory = laboratoryOf(findings, answers, memo);
  const kidneys = kidneysImpaired(answers, laboratory);
  const calcium = calciumStatus(answers, laboratory, kidneys);
  const phosphate = phosphateStatus(laboratory);
  const c = isRaised(calcium.status);
  const p = isRaised(phosphate.status);
  const facts: Facts = {
    x: exposureAtSite(findings, answers),
    c,
    p,
    disease: tissueDiseases(answers).known,
    damage: damageBefore(findings),
    cOrPRaised: (c === 'unknown' || p === 'unknown') && isProductHigh(laboratory)
  };
  const reached = enumerate(facts);
  const tumoral = tumoralVariants(findings, answers, kidneys, calcium, facts);
  const isSettled = reached.reachable.length === 1;
  const patterns = IDIOPATHIC_PATTERNS.filter(
    (pattern) =>
      reached.reachable.includes('idiopathic') && findings.lesion?.patterns?.includes(pattern)
  );
  return {
    reachable: reached.reachable,
    concurrent: reached.concurrent,
    possibleConcurrent: reached.possibleConcurrent,
    findings,
    otherwise: (changed) => evaluate(changed, memo),
    answers,
    laboratory,
    calcium,
    phosphate,
    kidneys,
    facts,
    variants: [
      ...tumoral.filter(({ holds }) => holds === 'yes').map(({ variant }) => variant),
      ...(isSettled ? patterns : [])
    ],
    waitingVariants: [
      ...tumoral.filter(({ holds }) => holds === 'unknown'),
      ...(isSettled ? [] : patterns.map((variant) => ({ variant, onlyForPatterns: false })))
    ]
  };
}

/** Tumoral calcinosis (clinical specification 2026.1, section 6): each fact must be known. */
function tumoralVariants(
  findings: Findings,
  answers: Answers,
  kidneys: Known,
  calcium: CalciumStatus,
  facts: Facts
): { variant: Variant; holds: Known; onlyForPatterns: boolean }[] {
  const { condition, exposure } = answers;
  const patterns = findings.lesion?.patterns;
  const mass = patterns ? known(patterns.includes('periarticular-mass')) : 'unknown';
  const shared = [not(facts.c), not(facts.x), not(kidneys)];
  const raisedPhosphate = [
    ...shared,
    facts.p,
    known(calcium.status !== 'low'),
    not(condition.get('hypoparathyroidism-or-pseudo')),
    not(condition.get('tumour-lysis')),
    not(exposure.get('phosphate-load'))
  ] satisfies Known[];
  const normalPhosphate = [...shared, not(facts.p), not(facts.disease), not(facts.damage)];
  const massOrDisease = anyOf([mass, condition.get('familial-tumoral-calcinosis')]);
  return [
    {
      variant: 'hyperphosphataemic-tumoral',
      holds: allOf([massOrDisease, ...raisedPhosphate]),
      onlyForPatterns: mass === 'unknown' && allOf(raisedPhosphate) === 'yes'
    },
    {
      variant: 'normophosphataemic-tumoral',
      // It waits for the mass alone where all else holds.
      holds: allOf([mass, ...normalPhosphate]),
      onlyForPatterns: allOf(normalPhosphate) === 'yes'
    }
  ];
}
