import type { Judgement } from '../intervals/judge';
import type { Assessment, Derived, JudgedStatus } from './assessment';
import { cautionsOf, type TouchingCaution } from './cautions';
import { counterfactualsOf } from './counterfactuals';
import { enumerate } from './enumerate';
import { evaluate, type Evaluation } from './evaluate';
import type { Findings } from './findings';
import { missingOf } from './missing';
import { isProductHigh, productOf } from './phosphate';
import { reasonsOf } from './reasons';
import { redFlagsOf } from './red-flags';
import { RULE_SET, type Basis, type Certainty } from './vocabulary';

/**
 * Classifies one lesion, or one kind of lesion, from what is known and what is not.
 * Pure: no clock, no randomness; the same findings always give the same assessment.
 * @param findings that keep the input contract: what comes from outside goes through `assess`, which holds it against it
 */
export function assessmentOf(findings: Findings): Assessment {
  const evaluation = evaluate(findings);
  const { reachable, concurrent, possibleConcurrent, variants } = evaluation;
  const redFlags = redFlagsOf(evaluation);
  const cautions = cautionsOf(evaluation, redFlags);
  const only = reachable.length === 1 ? reachable[0] : undefined;
  return {
    subtype: only ?? 'indeterminate',
    certainty: certaintyOf(evaluation, cautions),
    reachable,
    concurrent,
    possibleConcurrent,
    variants,
    reasons: reasonsOf(evaluation),
    missing: missingOf(evaluation),
    counterfactuals: counterfactualsOf(evaluation),
    cautions: cautions.map(({ id, inputs, readings }) => ({
      id,
      inputs,
      ...(readings && { readings })
    })),
    redFlags,
    derived: derivedOf(evaluation),
    ruleSet: RULE_SET
  };
}

/** Supported: it stays the only subtype when every fact that a caution touches is taken as unknown. */
function certaintyOf(
  { reachable, facts, laboratory }: Evaluation,
  cautions: TouchingCaution[]
): Certainty {
  if (reachable.length > 1) return 'indeterminate';
  const touched = new Set(cautions.flatMap(({ touches }) => touches));
  const c = touched.has('c') ? 'unknown' : facts.c;
  const p = touched.has('p') ? 'unknown' : facts.p;
  const tissue = touched.has('t') ? ({ disease: 'unknown', damage: 'unknown' } as const) : {};
  const widened = enumerate({
    ...facts,
    ...tissue,
    c,
    p,
    // Where neither figure is raised beside a high product, that is a caution that doubts both.
    cOrPRaised: isProductHigh(laboratory)
  });
  const stays = widened.reachable.length === 1 && widened.reachable[0] === reachable[0];
  return stays ? 'supported' : 'provisional';
}

function derivedOf(evaluation: Evaluation): Derived {
  const { calcium, phosphate, laboratory } = evaluation;
  const product = productOf(laboratory, calcium);
  return {
    calcium: judgedStatus(calcium.deciding?.judgement, calcium.deciding?.basis),
    phosphate: judgedStatus(phosphate.judgement, 'phosphate'),
    ...(calcium.adjustment && {
      adjustment: calcium.adjustment as NonNullable<Derived['adjustment']>
    }),
    ...(product && { product })
  };
}

function judgedStatus(
  judgement: Judgement | undefined,
  basis: Exclude<Basis, 'reported'> | undefined
): JudgedStatus {
  if (!judgement?.source || !basis) return { status: 'unknown' };
  const { status, source, limits } = judgement;
  const { low, high, unit } = limits ?? {};
  return {
    status,
    basis: source === 'laboratory-flag' ? 'reported' : basis,
    interval: {
      ...(low !== undefined && { low }),
      ...(high !== undefined && { high }),
      ...(unit !== undefined && { unit }),
      source
    }
  };
}
