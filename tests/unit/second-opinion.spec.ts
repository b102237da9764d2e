import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assess } from '../../src/lib/core/classifier/assess';
import type { Assessment } from '../../src/lib/core/classifier/assessment';
import { acceptedFindings, spoiltFindings } from '../support/arbitrary-findings';
import { secondOpinion } from '../support/second-opinion/second-opinion';

const runs = Number(process.env.SECOND_OPINION_RUNS ?? 10_000);
const timeout = 60_000 + 5 * runs;

/** What both implementations must agree on; the wording of paths and sources is not compared. */
function comparable(assessment: {
  [K in keyof Assessment]: unknown;
}) {
  const { derived, missing, cautions, redFlags, reasons, counterfactuals, ...plain } =
    assessment as Assessment;
  const ids = (list: { id: string }[]) => list.map(({ id }) => id).sort();
  const judged = ({ status, basis, interval }: Assessment['derived']['calcium']) => ({
    status,
    basis: basis ?? null,
    source: interval?.source ?? null
  });
  const { subtype, certainty, reachable, concurrent, possibleConcurrent, variants } = plain;
  return {
    subtype,
    certainty,
    reachable,
    concurrent,
    possibleConcurrent,
    variants: [...variants].sort(),
    cautions: ids(cautions),
    redFlags: ids(redFlags),
    missing: missing
      .map(({ input, canChange, outcomes }) => ({
        input,
        canChange: [...canChange].sort(),
        outcomes
      }))
      .sort((one, other) => one.input.localeCompare(other.input)),
    counterfactuals: counterfactuals
      .map(({ input, to, reachable }) => `${input} ${to} ${reachable.join()}`)
      .sort(),
    reasons:
      subtype === 'indeterminate'
        ? 'only a settled answer'
        : reasons.map(({ rule }) => rule).sort(),
    calcium: judged(derived.calcium),
    phosphate: judged(derived.phosphate)
  };
}

test(
  'two independent readings of the specification give the same assessment',
  () => {
    fc.assert(
      fc.property(acceptedFindings, (findings) => {
        const ours = assess(findings);
        const theirs = secondOpinion(findings);
        expect(ours.ok).toBe(theirs.ok);
        if (ours.ok && theirs.ok)
          expect(comparable(ours.assessment)).toEqual(comparable(theirs.assessment));
      }),
      { numRuns: runs, seed: 20_261 }
    );
  },
  timeout
);

test(
  'two independent readings of the contract refuse the same places for the same reasons',
  () => {
    const places = (
      result: { ok: true } | { ok: false; errors: { path: string; reason: string }[] }
    ) =>
      result.ok
        ? []
        : [...new Set(result.errors.map(({ path, reason }) => `${path} ${reason}`))].sort();
    fc.assert(
      fc.property(spoiltFindings, (findings) => {
        expect(places(assess(findings))).toEqual(places(secondOpinion(findings)));
      }),
      { numRuns: runs, seed: 20_261 }
    );
  },
  timeout
);
