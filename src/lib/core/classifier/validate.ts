import * as v from 'valibot';
import { OLDEST_AGE } from '../quantities/age';
import { findingsSchema, type Findings } from './findings';
import { CONDITIONS, EXPOSURES, SIGNS, type ErrorReason } from './vocabulary';

export interface FindingError {
  /** Where, in dots with array indexes: `conditions.0.id`; empty for the whole. */
  path: string;
  reason: ErrorReason;
  /** What stood there; `null` when nothing did. */
  received: unknown;
  /** The accepted ids or units, or the name of the accepted type. */
  accepted: string[];
}

export type Validated = { ok: true; findings: Findings } | { ok: false; errors: FindingError[] };

/** Checks findings from outside against the input contract and reports every error at once. */
export function validate(input: unknown): Validated {
  const result = v.safeParse(findingsSchema, input);
  const errors = [...shapeErrors(findingsSchema, input, []), ...(result.issues ?? []).map(errorOf)];
  return errors.length > 0 || !result.success
    ? { ok: false, errors: errors.filter((error) => !isShadowed(error, errors)) }
    : { ok: true, findings: result.output };
}

/** Of what stands in one place only the first of these is told, and nothing of what lies below. */
const FIRST_TOLD: readonly ErrorReason[] = ['unknown-key', 'wrong-type', 'unknown-id'];

function isShadowed({ path, reason }: FindingError, errors: FindingError[]): boolean {
  return errors.some((other) => {
    const rank = FIRST_TOLD.indexOf(other.reason);
    if (rank < 0) return false;
    if (path !== other.path) return path.startsWith(`${other.path}.`);
    return !FIRST_TOLD.slice(0, rank + 1).includes(reason);
  });
}

function errorOf(issue: Issue): FindingError {
  return {
    path: v.getDotPath(issue) ?? '',
    reason: reasonOf(issue),
    received: issue.input ?? null,
    accepted: acceptedOf(issue)
  };
}

type Issue = v.BaseIssue<unknown>;

function reasonOf(issue: Issue): ErrorReason {
  const closedList = issue.type === 'picklist' && typeof issue.input !== 'string';
  if (closedList && issue.input !== undefined) return 'wrong-type';
  // The only keys that a schema requires are ids.
  if (issue.expected === '"id"') return 'unknown-id';
  return issue.message as ErrorReason;
}

const IDS_OF_LIST: Record<string, readonly string[]> = {
  exposures: EXPOSURES,
  conditions: CONDITIONS,
  signs: SIGNS
};

/** Valibot words what it expected as `("a" | "b")` or as the name of a type. */
function acceptedOf({ expected, path, message }: Issue): string[] {
  const ids = expected === '"id"' && IDS_OF_LIST[path?.[0]?.key as string];
  if (ids) return [...ids];
  // Every check that words its own reason stands at a key.
  if (!expected || expected === '()')
    return limitsOf(
      message,
      path!.map(({ key }) => key)
    );
  return expected.replace(/[()"]/g, '').split(' | ');
}

/** What would have been accepted where a figure, a date or an interval was refused for what it says. */
function limitsOf(reason: string, path: readonly unknown[]): string[] {
  const isAge = path.some((key) => key === 'age' || key === 'fromAge' || key === 'toAge');
  const mayBeZero =
    isAge || path.includes('egfr') || path.at(-1) === 'low' || path.at(-1) === 'high';
  switch (reason) {
    case 'negative':
      return ['number', mayBeZero ? '0 or above' : 'above 0'];
    case 'out-of-range':
      return ['number', isAge ? `at most ${OLDEST_AGE.value} ${OLDEST_AGE.unit}` : 'above 0'];
    case 'not-finite':
      return ['number'];
    case 'date-not-valid':
      return ['YYYY-MM-DD'];
    case 'interval-reversed':
      return path.includes('custom')
        ? ['low not above high', 'toAge above fromAge']
        : ['low not above high'];
    default:
      return [];
  }
}

type Node = {
  type: string;
  wrapped?: Node;
  item?: Node;
  entries?: Record<string, Node>;
};

/**
 * Keys that the contract does not have (`__proto__` among them), and lists in the place of objects: the schema itself
 * reports the first unknown key of an object only.
 */
function shapeErrors(schema: unknown, value: unknown, path: (string | number)[]): FindingError[] {
  const node = schema as Node;
  if (node.wrapped) return shapeErrors(node.wrapped, value, path);
  if (typeof value !== 'object' || value === null) return [];
  if (node.item && Array.isArray(value))
    return value.flatMap((entry, index) => shapeErrors(node.item, entry, [...path, index]));
  const entries = node.entries;
  if (!entries) return [];
  if (Array.isArray(value))
    return [{ path: path.join('.'), reason: 'wrong-type', received: value, accepted: ['Object'] }];
  return Object.keys(value).flatMap((key) => {
    const inner = (value as Record<string, unknown>)[key];
    const here = [...path, key];
    if (Object.hasOwn(entries, key)) return shapeErrors(entries[key], inner, here);
    return [
      {
        path: here.join('.'),
        reason: 'unknown-key',
        received: inner,
        accepted: Object.keys(entries)
      }
    ];
  });
}
