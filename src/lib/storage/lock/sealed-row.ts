import { toBase64 } from '../base64';
import { seal, unseal } from './cipher';
import type { Keys } from './vault';

type Bytes = Uint8Array<ArrayBuffer>;
/** A row of any table that is sealed. */
export type Row = { id: string } & Record<string, unknown>;
/** What stays in the open of a row, and in its place for the rest a value that says nothing. */
export type SealedRow = Row & { content: Bytes };

/** The first byte of what is sealed. Rows of format 1 tell which case or note they belong to; they are read, and sealed anew. */
const FORMAT = 2;
const FORMATS = [1, FORMAT];

/** Indexed fields that tell what a row belongs to, or is about. */
const LINKS = ['topic', 'caseId', 'noteId'];

export const isLink = (field: unknown): field is string => LINKS.includes(field as string);

/** Where a row stands: part of what its seal vouches for. */
export interface Place {
  table: string;
  /** The number of the schema that its content follows. */
  schema: number;
  /** The fields that the table is ordered and found by. */
  open: readonly string[];
}

export function isSealed(row: unknown): row is SealedRow {
  return (row as Partial<Row> | undefined)?.content instanceof Uint8Array;
}

/** Sealed, and in no earlier format. */
export function isSealedNow(row: unknown): boolean {
  return isSealed(row) && row.content[0] === FORMAT;
}

/**
 * All of a row but its indexed fields as one value, which vouches for its table, its id, its schema and its open fields.
 * Links by which rows are found become values that are told from no other table: who reads them learns which rows of one table
 * belong together, not to what.
 */
export async function sealRow(keys: Keys, row: Row, place: Place): Promise<SealedRow> {
  const clear: Record<string, unknown> = {};
  for (const field of place.open) if (field in row) clear[field] = row[field];
  for (const [field, value] of Object.entries(clear))
    if (isLink(field)) clear[field] = await blind(keys, place.table, field, value as string);
  const about = aboutRow(FORMAT, clear, place.table, place.schema);
  const sealed = await seal(keys.rows, plainOf(row), about);
  const content = new Uint8Array(2 + sealed.length);
  content.set([FORMAT, place.schema]);
  content.set(sealed, 2);
  return { ...clear, id: row.id, content };
}

/** @throws when it was sealed with another key, or anything about the row was changed */
export async function unsealRow(keys: Keys, row: SealedRow, table: string): Promise<Row> {
  const { content, ...clear } = row;
  const [format, schema] = content;
  if (!FORMATS.includes(format as number) || schema === undefined)
    throw new Error('Sealed in a format unknown here');
  const about = aboutRow(format as number, clear, table, schema);
  return rowOf(await unseal(keys.rows, content.subarray(2), about));
}

function aboutRow(
  format: number,
  clear: Record<string, unknown>,
  table: string,
  schema: number
): string {
  const fields = Object.entries(clear).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify(['calcinote row', format, table, schema, fields]);
}

/** What stands in the place of a link. A topic and its sections are found together; what is empty links to nothing. */
export async function blind(
  { index }: Keys,
  table: string,
  field: string,
  value: string
): Promise<string> {
  if (value === '') return '';
  const name = field === 'topic' ? value.replace(/#.*/, '') : JSON.stringify([table, field, value]);
  const mark = await crypto.subtle.sign('HMAC', index, new TextEncoder().encode(name));
  return toBase64(new Uint8Array(mark, 0, 16));
}

/** JSON, its length before it, and after it the file of a snapshot. */
function plainOf(row: Row): Bytes {
  const { file } = (row.content ?? {}) as { file?: unknown };
  const bytes = file instanceof Uint8Array ? file : new Uint8Array();
  const json = new TextEncoder().encode(
    JSON.stringify(bytes.length > 0 ? { ...row, content: {} } : row)
  );
  const plain = new Uint8Array(4 + json.length + bytes.length);
  new DataView(plain.buffer).setUint32(0, json.length);
  plain.set(json, 4);
  plain.set(bytes, 4 + json.length);
  return plain;
}

function rowOf(plain: Bytes): Row {
  const end = 4 + new DataView(plain.buffer).getUint32(0);
  const row = JSON.parse(new TextDecoder().decode(plain.subarray(4, end))) as Row;
  return end < plain.length ? { ...row, content: { file: plain.slice(end) } } : row;
}
