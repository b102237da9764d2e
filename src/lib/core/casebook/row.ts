import type { Findings } from '../classifier/findings';

/**
 * What stands in the open in every row, so that it can be found and ordered: structure. What a person wrote or entered
 * stands in `content` alone, which the lock can seal as one value without moving anything.
 */
export interface Row<Kind extends string, Content> {
  id: string;
  kind: Kind;
  /** Milliseconds since 1970. */
  createdAt: number;
  updatedAt: number;
  /** 1 when made, one more with every change. */
  revision: number;
  /** When it was put into the trash; 0 while it is not, as `null` cannot be an index key. */
  deletedAt: number;
  content: Content;
}

/** A patient under a pseudonym, never an identity. */
export type Case = Row<'case', { pseudonym: string }> & { archivedAt: number };

/** A result of the classifier: what was found, and the rules that judged it. */
export type SavedAssessment = Row<'assessment', { findings: Findings; sampledOn: string }> & {
  caseId: string;
  ruleSet: string;
};

/** A note on a case. */
export type Note = Row<'note', { text: string }> & { caseId: string };

/** A new row; clock and id are the caller's. */
export function newRow<Kind extends string, Content>(
  kind: Kind,
  id: string,
  now: number,
  content: Content
): Row<Kind, Content> {
  return { id, kind, createdAt: now, updatedAt: now, revision: 1, deletedAt: 0, content };
}

/** The row with a change, one revision on. A clock that was set back does not make it older than it was. */
export function changed<Any extends Row<string, unknown>>(
  row: Any,
  now: number,
  change: Partial<Any>
): Any {
  return {
    ...row,
    ...change,
    updatedAt: Math.max(now, row.updatedAt),
    revision: row.revision + 1
  };
}

/** The day of the oldest dated sample (ISO), or empty where none is dated. */
export function oldestSample({ labs = {} }: Findings): string {
  const days = Object.values(labs).flatMap((lab) => lab?.sampledOn ?? []);
  return days.toSorted()[0] ?? '';
}
