import * as v from 'valibot';
import { isId } from './id';
import { ROW_SCHEMAS } from './row-schema';

export const BACKUP_FORMAT = 'calcinote-backup';
/** Of what stands around the rows, and how the checksum is made. */
export const BACKUP_VERSION = 1;
/** Of the rows themselves: one more whenever a row is written that an older version of the app would not understand. */
export const ROWS_VERSION = 1;

const LONGEST_APP = 100;

export const scopeSchema = v.union([
  v.literal('all'),
  v.strictObject({ caseId: v.pipe(v.string(), v.check(isId)) })
]);

/** A backup as its file holds it. */
export const backupSchema = v.strictObject({
  format: v.literal(BACKUP_FORMAT),
  version: v.literal(BACKUP_VERSION),
  schema: v.literal(ROWS_VERSION),
  madeAt: v.pipe(v.string(), v.isoTimestamp()),
  app: v.pipe(v.string(), v.maxLength(LONGEST_APP)),
  scope: scopeSchema,
  rows: v.array(v.variant('kind', Object.values(ROW_SCHEMAS))),
  /** SHA-256, in hexadecimal, of the canonical JSON of everything else. */
  checksum: v.pipe(v.string(), v.regex(/^[\da-f]{64}$/))
});

/** What a backup is of: everything, or one case with what belongs to it. */
export type Scope = v.InferOutput<typeof scopeSchema>;
export type Backup = v.InferOutput<typeof backupSchema>;

/** The backup that a value is, or where it is none (in dots, with the indexes of rows). */
export function parseBackup(value: unknown): { backup: Backup } | { paths: string[] } {
  const { success, output, issues } = v.safeParse(backupSchema, value);
  if (success) return { backup: output };
  return { paths: [...new Set(issues.map((issue) => v.getDotPath(issue) ?? ''))] };
}
