import type { Assessment } from './assessment';
import { assessmentOf } from './assessment-of';
import { validate, type FindingError } from './validate';

export type AssessResult =
  { ok: true; assessment: Assessment } | { ok: false; errors: FindingError[] };

/**
 * Classifies findings from outside.
 * @param input findings as in the input contract; anything else is refused with every error
 */
export function assess(input: unknown): AssessResult {
  const validated = validate(input);
  return validated.ok ? { ok: true, assessment: assessmentOf(validated.findings) } : validated;
}
