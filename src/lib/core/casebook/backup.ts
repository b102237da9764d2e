import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  ROWS_VERSION,
  parseFrame,
  parseRow,
  type Backup,
  type Scope
} from './backup-schema';
import { canonicalJson, isSameJson } from './canonical-json';
import type { AnyRow } from './row-schema';
import { UNWATCHED, forEach, stretch, type Work } from './work';

/** Characters of the longest file that is looked at. A casebook of ten thousand long notes stays below. */
export const LONGEST_BACKUP = 64 * 1024 * 1024;
/** How deep a file may nest: three times as deep as rows do, and far from what ends a parser. */
export const DEEPEST_BACKUP = 32;

type Bytes = Uint8Array<ArrayBuffer>;
/** SHA-256 in hexadecimal. */
export type Digest = (bytes: Bytes) => Promise<string>;

/** What stands on a backup beside its rows. */
export type About = Pick<Backup, 'madeAt' | 'app' | 'scope'> & {
  /** Of rows that a newer version of the app has written; else they are of this one. */
  schema?: number;
};

/** Why a file is not taken as a backup. */
export type BackupFault =
  | { reason: 'sealed' | 'wrong-passphrase' }
  | { reason: 'too-large' | 'too-deep' | 'not-json' | 'not-a-backup' | 'newer-version' | 'damaged' }
  /** Where it is not as the schema says, in dots with the indexes of rows. */
  | { reason: 'invalid'; paths: string[] };
export type BackupRead = { ok: true; backup: Backup } | ({ ok: false } & BackupFault);

/** A backup as JSON in UTF-8: the same rows give the same bytes, in whatever order they come. */
export async function writeBackup(
  rows: readonly AnyRow[],
  { madeAt, app, scope, schema = ROWS_VERSION }: About,
  digest: Digest,
  work: Work = UNWATCHED
): Promise<Bytes> {
  const sealed = {
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    schema,
    madeAt,
    app,
    scope,
    rows: rows.toSorted(byKindAndId)
  };
  const bytes = await bytesOf(sealed, work);
  const checksum = await digest(bytes);
  // Rows are written once: the checksum, second by its name, is put in where it belongs.
  const [before, withChecksum] = [{ app }, { app, checksum }].map((start) =>
    encoder.encode(canonicalJson(start).slice(0, -1 /* the brace that closes it */))
  ) as [Bytes, Bytes];
  return joined([withChecksum, bytes.subarray(before.length)]);
}

const encoder = new TextEncoder();

/** The canonical JSON of what has rows, row by row: to write or encode ten thousand of them at once would hold up the page. */
async function bytesOf(sealed: { rows: readonly unknown[] }, work: Work): Promise<Bytes> {
  const pieces: Bytes[] = [];
  const put = (text: string) => void pieces.push(encoder.encode(text));
  const entries = Object.entries(sealed).sort(([one], [other]) => (one < other ? -1 : 1));
  for (const [at, [key, value]] of entries.entries()) {
    const name = `${at === 0 ? '{' : ','}${JSON.stringify(key)}:`;
    if (key !== 'rows') {
      put(name + canonicalJson(value));
      continue;
    }
    put(`${name}[`);
    await forEach(sealed.rows, work, (row, of) => put((of === 0 ? '' : ',') + canonicalJson(row)));
    put(']');
  }
  put('}');
  return joined(pieces);
}

function joined(pieces: readonly Bytes[]): Bytes {
  const all = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

export function byKindAndId(one: AnyRow, other: AnyRow): number {
  const [a, b] = one.kind === other.kind ? [one.id, other.id] : [one.kind, other.kind];
  return a < b ? -1 : Number(a > b);
}

/** Reads what may be anything. What is taken holds exactly the rows that stood there, each valid, each id once. */
export async function readBackup(
  text: string,
  digest: Digest,
  work: Work = UNWATCHED
): Promise<BackupRead> {
  const unsealed = await unseal(text, digest, stretch(work, 0, 0.4));
  if (!unsealed.ok) return unsealed;
  const { value } = unsealed;
  const frame = parseFrame(value);
  if ('paths' in frame) return { ok: false, reason: 'invalid', paths: frame.paths };
  const paths = isSameJson(value, frame.value) ? [] : [''];
  const rows: AnyRow[] = [];
  const ids = new Set<string>();
  await forEach(frame.value.rows, stretch(work, 0.4, 1), (written, at) => {
    const parsed = parseRow(written);
    if ('paths' in parsed) {
      paths.push(...parsed.paths.map((path) => (path ? `rows.${at}.${path}` : `rows.${at}`)));
      return;
    }
    const { value: row } = parsed;
    // The schemas take something else than stands there: of the states of a checklist they drop the keys that every object
    // inherits (`__proto__`, `constructor`), and they take a list for an object in which nothing is required.
    if (!isSameJson(written, row)) paths.push(`rows.${at}`);
    if (ids.has(row.id)) paths.push(`rows.${at}.id`);
    ids.add(row.id);
    rows.push(row);
  });
  if (paths.length > 0) return { ok: false, reason: 'invalid', paths };
  return { ok: true, backup: { ...frame.value, rows } };
}

/** What carries our name, is of a version that we know, and is as it was written. */
export type Unsealed = { ok: true; value: Record<string, unknown> } | ({ ok: false } & BackupFault);

/**
 * The same without a look at the rows, for what this device wrote itself: a row that an error of ours spoilt must not keep
 * all others from coming back.
 */
export async function unseal(
  text: string,
  digest: Digest,
  work: Work = UNWATCHED
): Promise<Unsealed> {
  if (text.length > LONGEST_BACKUP) return { ok: false, reason: 'too-large' };
  if (isTooDeep(text)) return { ok: false, reason: 'too-deep' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, reason: 'not-json' };
  }
  if (!isOurs(value)) return { ok: false, reason: 'not-a-backup' };
  if (isAbove(value.version, BACKUP_VERSION) || isAbove(value.schema, ROWS_VERSION))
    return { ok: false, reason: 'newer-version' };
  const { checksum, rows, ...others } = value;
  if (!Array.isArray(rows)) return { ok: false, reason: 'invalid', paths: ['rows'] };
  if (checksum !== (await digest(await bytesOf({ ...others, rows }, work))))
    return { ok: false, reason: 'damaged' };
  return { ok: true, value };
}

/** Looked for in the text, as a parser can end on what nests without end. */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') at = endOfText(text, at);
    else if (character === '[' || character === '{') {
      depth += 1;
      if (depth > DEEPEST_BACKUP) return true;
    } else if (character === ']' || character === '}') depth -= 1;
  }
  return false;
}

/** Where the quote stands that closes the one at `start`: the next that no backslash escapes. */
function endOfText(text: string, start: number): number {
  for (let at = start; ;) {
    at = text.indexOf('"', at + 1);
    if (at < 0) return text.length;
    let before = at;
    while (text[before - 1] === '\\') before -= 1;
    if ((at - before) % 2 === 0) return at;
  }
}

function isOurs(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    value.format === BACKUP_FORMAT
  );
}

function isAbove(version: unknown, known: number): boolean {
  return typeof version === 'number' && version > known;
}

const LINKS = ['caseId', 'assessmentId', 'lesionId', 'noteId'];

/** Of all rows those that a backup of that scope holds: with a case, what hangs on it, and what hangs on that. */
export function rowsWithin(scope: Scope, rows: readonly AnyRow[]): AnyRow[] {
  if (scope === 'all') return [...rows];
  const ids = new Set([scope.caseId]);
  let before = 0;
  while (before < ids.size) {
    before = ids.size;
    for (const row of rows) if (linksOf(row).some((link) => ids.has(link))) ids.add(row.id);
  }
  return rows.filter(({ id }) => ids.has(id));
}

function linksOf(row: AnyRow): string[] {
  return LINKS.map((link) => (row as unknown as Record<string, string>)[link] ?? '');
}
