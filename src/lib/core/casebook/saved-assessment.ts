import type { Assessment } from '../classifier/assessment';
import type { Findings } from '../classifier/findings';
import { oldestSample, type Body } from './row';
import type { SavedAssessment } from './row-schema';

/** What is kept of a result: the findings it came from, what was answered, and by which rules. */
export function savedBody(
  caseId: string,
  findings: Findings,
  assessment: Assessment
): Body<'assessment'> {
  return {
    caseId,
    ruleSet: assessment.ruleSet,
    content: { findings, sampledOn: oldestSample(findings), result: resultOf(assessment) }
  };
}

export function resultOf({
  reachable,
  certainty,
  redFlags
}: Assessment): SavedAssessment['content']['result'] {
  return { reachable, certainty, redFlags: redFlags.map(({ id }) => id) };
}

/** Whether the rules of today answer otherwise than those of then did. */
export function isAnsweredOtherwise(saved: SavedAssessment, now: Assessment): boolean {
  const then = saved.content.result;
  const today = resultOf(now);
  const same = (a: readonly string[], b: readonly string[]) =>
    a.toSorted().join() === b.toSorted().join();
  return (
    then.certainty !== today.certainty ||
    !same(then.reachable, today.reachable) ||
    !same(then.redFlags, today.redFlags)
  );
}

/** Where something was entered, by its place in the findings. */
export function pathsOf(findings: Findings): string[] {
  return [
    ...(findings.subject?.age ? ['subject.age'] : []),
    ...Object.keys(findings.labs ?? {}).map((id) => `labs.${id}`),
    ...(findings.exposures ?? []).map(({ id }) => `exposures.${id}`),
    ...(findings.otherExposures ? ['otherExposures'] : []),
    ...(findings.conditions ?? []).map(({ id }) => `conditions.${id}`),
    ...(findings.otherConditions ? ['otherConditions'] : []),
    ...Object.keys(findings.lesion ?? {}).map((id) => `lesion.${id}`),
    ...(findings.signs ?? [])
      .filter(({ status }) => status === 'yes')
      .map(({ id }) => `signs.${id}`)
  ];
}

/** Every place where one of two was entered. */
export function pathsOfBoth(one: Findings, other: Findings): string[] {
  return [...new Set([...pathsOf(one), ...pathsOf(other)])];
}
