import { toBase64 } from '../base64';
import { seal, unseal } from './cipher';
import type { Keys } from './vault';

type Bytes = Uint8Array<ArrayBuffer>;
/** A row of any table that is sealed. */
export type Row = { id: string } & Record<string, unknown>;
/** What stays in the open of a row, and in its place for the rest a value that says nothing. */
export type SealedRow = Row & { content: Bytes };

/**
 * The first byte of what is sealed. Rows of earlier formats have all that they are found by in the open, in format 2 with marks in
 * the place of links, and are as long as what they say; they are read, and sealed anew.
 */
export const FORMAT = 3;
const FORMATS = [1, 2, FORMAT];
/** Bytes that say the format and the schema. */
const HEADER = 2;
const PRINT_BYTES = 9;

/** What is sealed is as long as the next multiple of this says, or of an eighth of its length. */
const LEAST_STEP = 512;

/** Indexed fields that tell what a row belongs to, or is about. */
const LINKS = ['topic', 'caseId', 'noteId'];

export const isLink = (field: unknown): field is string => LINKS.includes(field as string);

/** Where a row stands: part of what its seal vouches for. */
export interface Place {
  table: string;
  /** The number of the schema that its content follows. */
  schema: number;
  /** The fields that stay in the open: its id, and those times that the table is ordered by. */
  open: readonly string[];
  /** Whether its id tells what it is of, and is replaced by a mark as well. */
  hidesId: boolean;
}

/** Tables whose ids say of which row, and from which form, something was typed. */
const TELLING = ['drafts'];

export const hidesId = (table: string): boolean => TELLING.includes(table);

export function isSealed(row: unknown): row is SealedRow {
  return (row as Partial<Row> | undefined)?.content instanceof Uint8Array;
}

/** Sealed, and in no earlier format. */
export function isSealedNow(row: unknown): row is SealedRow {
  return isSealed(row) && row.content[0] === FORMAT;
}

/** Tells one sealing of a row from every other: the beginning of its nonce. */
export function printOf({ content }: SealedRow): string {
  return toBase64(content.subarray(HEADER, HEADER + PRINT_BYTES));
}

/** All of a row as one value, which vouches for its table, its id, its schema and the times that stay in the open. */
export async function sealRow(keys: Keys, row: Row, place: Place): Promise<SealedRow> {
  const clear: Record<string, unknown> = {};
  for (const field of place.open) if (field in row) clear[field] = row[field];
  const id = place.hidesId ? await blind(keys, place.table, 'id', row.id) : row.id;
  clear.id = id;
  const about = aboutRow(FORMAT, clear, place.table, place.schema);
  const sealed = await seal(keys.rows, plainOf(row), about);
  const content = new Uint8Array(HEADER + sealed.length);
  content.set([FORMAT, place.schema]);
  content.set(sealed, HEADER);
  return { ...clear, id, content };
}

/** @throws when it was sealed with another key, or anything about the row was changed */
export async function unsealRow(keys: Keys, row: SealedRow, table: string): Promise<Row> {
  const { content, ...clear } = row;
  const [format, schema] = content;
  if (!FORMATS.includes(format as number) || schema === undefined)
    throw new Error('Sealed in a format unknown here');
  const about = aboutRow(format as number, clear, table, schema);
  return rowOf(await unseal(keys.rows, content.subarray(HEADER), about), format as number);
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

/** What stands in the place of an id that tells, and of a link in rows of format 2. A topic and its sections are found together; what is empty links to nothing. */
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

/** Their lengths, JSON, the file of a snapshot, and as much after it as hides how long a row is. */
function plainOf(row: Row): Bytes {
  const { file } = (row.content ?? {}) as { file?: unknown };
  const bytes = file instanceof Uint8Array ? file : new Uint8Array();
  const json = new TextEncoder().encode(
    JSON.stringify(bytes.length > 0 ? { ...row, content: {} } : row)
  );
  const plain = new Uint8Array(roundedUp(LENGTHS + json.length + bytes.length));
  const lengths = new DataView(plain.buffer);
  lengths.setUint32(0, json.length);
  lengths.setUint32(4, bytes.length);
  plain.set(json, LENGTHS);
  plain.set(bytes, LENGTHS + json.length);
  return plain;
}

const LENGTHS = 8;

function roundedUp(length: number): number {
  const step = Math.max(LEAST_STEP, 2 ** (Math.floor(Math.log2(length)) - 3));
  return Math.ceil(length / step) * step;
}

function rowOf(plain: Bytes, format: number): Row {
  const lengths = new DataView(plain.buffer, plain.byteOffset);
  const start = format < 3 ? 4 : LENGTHS;
  const end = start + lengths.getUint32(0);
  const row = JSON.parse(new TextDecoder().decode(plain.subarray(start, end))) as Row;
  const last = format < 3 ? plain.length : end + lengths.getUint32(4);
  return end < last ? { ...row, content: { file: plain.slice(end, last) } } : row;
}
