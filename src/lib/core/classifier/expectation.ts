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
  const ids = {
    cautions: assessment.cautions.map(({ id }) => id as string),
    redFlags: assessment.redFlags.map(({ id }) => id as string)
  };
  const missing = assessment.missing.map(({ input }) => input);
  const checks: [string, unknown, unknown, boolean][] = [];
  const check = (field: string, wanted: unknown, received: unknown, agrees: boolean) => {
    if (wanted !== undefined) checks.push([field, wanted, received, agrees]);
  };
  for (const field of SAME)
    check(field, expected[field], assessment[field], expected[field] === assessment[field]);
  for (const field of SAME_SET) {
    const [wanted, received] = [sorted(expected[field] ?? []), sorted(assessment[field])];
    check(field, expected[field], received, JSON.stringify(wanted) === JSON.stringify(received));
  }
  const includesAll = (list: string[], wanted: string[] = []) =>
    wanted.every((id) => list.includes(id));
  const includesNone = (list: string[], unwanted: string[] = []) =>
    !unwanted.some((id) => list.includes(id));
  for (const field of ['cautions', 'redFlags'] as const)
    check(field, expected[field], ids[field], includesAll(ids[field], expected[field]));
  const { absentCautions, absentRedFlags, missingIncludes, missingFirst } = expected;
  check('absentCautions', absentCautions, ids.cautions, includesNone(ids.cautions, absentCautions));
  check('absentRedFlags', absentRedFlags, ids.redFlags, includesNone(ids.redFlags, absentRedFlags));
  check('missingIncludes', missingIncludes, missing, includesAll(missing, missingIncludes));
  check('missingFirst', missingFirst, missing[0], missing[0] === missingFirst);
  return checks
    .filter(([, , , agrees]) => !agrees)
    .map(([field, wanted, received]) => ({ field, expected: wanted, received }));
}
