import type { Assessment } from './assessment';
import type { AssessResult } from './assess';
import type { FindingError } from './validate';

/** What a governance case expects; each field that is present is checked. */
export interface Expected {
  subtype?: string;
  certainty?: string;
  reachable?: string[];
  concurrent?: string[];
  possibleConcurrent?: string[];
  variants?: string[];
  /** At least these. */
  cautions?: string[];
  redFlags?: string[];
  missingIncludes?: string[];
  missingFirst?: string;
  /** None of these. */
  absentCautions?: string[];
  absentRedFlags?: string[];
}

export interface GovernanceCase {
  id: string;
  findings: unknown;
  expected?: Expected;
  /** At least these errors. */
  expectedError?: Partial<FindingError>[];
}

export interface Difference {
  field: string;
  expected: unknown;
  received: unknown;
}

const SAME = ['subtype', 'certainty'] as const;
const SAME_SET = ['reachable', 'concurrent', 'possibleConcurrent', 'variants'] as const;

/** Where an assessment differs from what a case expects; an empty list means that they agree. */
export function differencesFrom(
  { expected, expectedError }: GovernanceCase,
  result: AssessResult
): Difference[] {
  if (expectedError) return errorDifferences(expectedError, result);
  if (!expected) return [];
  if (!result.ok) return [{ field: 'errors', expected: [], received: result.errors }];
  return assessmentDifferences(expected, result.assessment);
}

function errorDifferences(
  expectedError: Partial<FindingError>[],
  result: AssessResult
): Difference[] {
  const errors = result.ok ? [] : result.errors;
  return expectedError
    .filter(
      ({ path, reason }) =>
        !errors.some(
          (error) =>
            (path === undefined || error.path === path) &&
            (reason === undefined || error.reason === reason)
        )
    )
    .map((expected) => ({ field: 'errors', expected, received: errors }));
}

function assessmentDifferences(expected: Expected, assessment: Assessment): Difference[] {
  const sorted = (list: readonly string[]) => [...list].sort();
  const cautions: string[] = assessment.cautions.map(({ id }) => id);
  const redFlags: string[] = assessment.redFlags.map(({ id }) => id);
  const missing = assessment.missing.map(({ input }) => input);
  const differences: Difference[] = [];
  function check<Field extends keyof Expected>(
    field: Field,
    received: unknown,
    agrees: (wanted: NonNullable<Expected[Field]>) => boolean
  ) {
    const wanted = expected[field];
    if (wanted !== undefined && !agrees(wanted))
      differences.push({ field, expected: wanted, received });
  }
  for (const field of SAME)
    check(field, assessment[field], (wanted) => wanted === assessment[field]);
  for (const field of SAME_SET) {
    const received = sorted(assessment[field]);
    check(field, received, (wanted) => JSON.stringify(sorted(wanted)) === JSON.stringify(received));
  }
  const includesAll = (list: string[]) => (wanted: string[]) =>
    wanted.every((id) => list.includes(id));
  const includesNone = (list: string[]) => (unwanted: string[]) =>
    !unwanted.some((id) => list.includes(id));
  check('cautions', cautions, includesAll(cautions));
  check('redFlags', redFlags, includesAll(redFlags));
  check('absentCautions', cautions, includesNone(cautions));
  check('absentRedFlags', redFlags, includesNone(redFlags));
  check('missingIncludes', missing, includesAll(missing));
  check('missingFirst', missing[0], (wanted) => missing[0] === wanted);
  return differences;
}
