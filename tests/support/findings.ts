import { assess } from '../../src/lib/core/classifier/assess';
import type { Assessment } from '../../src/lib/core/classifier/assessment';
import type { FindingError } from '../../src/lib/core/classifier/validate';

/** Findings as they come from outside: nothing is known of them yet. */
export type Input = Record<string, unknown>;
export type LabInput = Record<string, unknown>;

export const ADULT = { age: { value: 40, unit: 'a' } };
export const CHILD = { age: { value: 10, unit: 'a' } };
export const INFANT = { age: { value: 3, unit: 'mo' } };
export const AGE_UNKNOWN = {};

export function mmol(value: number, more: LabInput = {}): LabInput {
  return { value, unit: 'mmol/L', ...more };
}

export function mg(value: number, more: LabInput = {}): LabInput {
  return { value, unit: 'mg/dL', ...more };
}

export const CALCIUM_NORMAL = mmol(2.4);
export const CALCIUM_HIGH = mmol(2.9);
export const CALCIUM_LOW = mmol(2);
export const PHOSPHATE_NORMAL = mmol(1.1);
export const PHOSPHATE_HIGH = mmol(2.2);
export const PHOSPHATE_LOW = mmol(0.6);

const OBJECTS = ['subject', 'labs', 'lesion'] as const;

function merged(base: Input, changes: Input): Input {
  const result: Input = { ...base, ...changes };
  for (const key of OBJECTS)
    if (key !== 'subject' && base[key] && changes[key])
      result[key] = { ...(base[key] as Input), ...(changes[key] as Input) };
  return result;
}

/** An adult of whom everything is known and nothing explains the deposit: idiopathic, supported. */
export function settled(changes: Input = {}): Input {
  return merged(
    {
      subject: ADULT,
      labs: { totalCalcium: CALCIUM_NORMAL, phosphate: PHOSPHATE_NORMAL },
      otherExposures: 'none',
      otherConditions: 'none',
      lesion: { damageBefore: 'no', patterns: [], depositConfirmed: 'yes' }
    },
    changes
  );
}

/** An adult of whom only this is known. */
export function only(changes: Input = {}): Input {
  return merged({ subject: ADULT }, changes);
}

export function yes(...ids: string[]): { id: string; status: string }[] {
  return ids.map((id) => ({ id, status: 'yes' }));
}

/** As it would come from a file. */
export function asJson(input: unknown): unknown {
  return JSON.parse(JSON.stringify(input));
}

/** @throws Error when the findings are refused */
export function assessed(input: unknown): Assessment {
  const result = assess(asJson(input));
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.errors)}`);
  return result.assessment;
}

/** @throws Error when the findings are accepted */
export function errorsOf(input: unknown): FindingError[] {
  const result = assess(input);
  if (result.ok) throw new Error('accepted');
  return result.errors;
}

/** The path and reason of each error, in one word each. */
export function refusals(input: unknown): string[] {
  return errorsOf(input).map(({ path, reason }) => `${path} ${reason}`);
}

export function idsOf(list: readonly { id: string }[]): string[] {
  return list.map(({ id }) => id);
}

export function cautionsOf(input: unknown): string[] {
  return idsOf(assessed(input).cautions);
}

export function redFlagsOf(input: unknown): string[] {
  return idsOf(assessed(input).redFlags);
}
