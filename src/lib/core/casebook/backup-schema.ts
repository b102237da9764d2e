import * as v from 'valibot';
import { isId } from './id';
import { ROW_SCHEMAS, type AnyRow } from './row-schema';

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

/** Only as it is written here: browsers differ in what else they take for a time, and one that is none ends a page. */
function isMoment(text: string): boolean {
  const at = Date.parse(text);
  return !Number.isNaN(at) && new Date(at).toISOString() === text;
}

export const moment = v.pipe(v.string(), v.isoTimestamp(), v.check(isMoment));

const rowSchema = v.variant('kind', Object.values(ROW_SCHEMAS));

const frame = {
  format: v.literal(BACKUP_FORMAT),
  version: v.literal(BACKUP_VERSION),
  schema: v.literal(ROWS_VERSION),
  madeAt: moment,
  app: v.pipe(v.string(), v.maxLength(LONGEST_APP)),
  scope: scopeSchema,
  /** SHA-256, in hexadecimal, of the canonical JSON of everything else. */
  checksum: v.pipe(v.string(), v.regex(/^[\da-f]{64}$/))
};
const frameSchema = v.strictObject({ ...frame, rows: v.array(v.unknown()) });

/** A backup as its file holds it. */
export const backupSchema = v.strictObject({ ...frame, rows: v.array(rowSchema) });

/** What a backup is of: everything, or one case with what belongs to it. */
export type Scope = v.InferOutput<typeof scopeSchema>;
export type Backup = v.InferOutput<typeof backupSchema>;

/** What a value is by its schema, or where it is none (in dots). */
export type Parsed<Value> = { value: Value } | { paths: string[] };

/** What stands around the rows of a backup; the rows may be anything. */
export function parseFrame(value: unknown): Parsed<v.InferOutput<typeof frameSchema>> {
  return parse(frameSchema, value);
}

export function parseRow(value: unknown): Parsed<AnyRow> {
  return parse(rowSchema, value);
}

export function parse<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown
): Parsed<v.InferOutput<Schema>> {
  const { success, output, issues } = v.safeParse(schema, value);
  if (success) return { value: output };
  return { paths: [...new Set(issues.map((issue) => v.getDotPath(issue) ?? ''))] };
}
