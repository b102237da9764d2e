import { toBase64 } from '../base64';
import { seal, unseal } from './cipher';
import type { Keys } from './vault';

type Bytes = Uint8Array<ArrayBuffer>;
/** A row of any table that is sealed. */
export type Row = { id: string } & Record<string, unknown>;
/** What stays in the open of a row, and in its place for the rest a value that says nothing. */
export type SealedRow = Row & { content: Bytes };

/** The first byte of what is sealed. */
const FORMAT = 1;

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

/**
 * All of a row but its indexed fields as one value, which vouches for its table, its id, its schema and its open fields.
 * What notes on a topic are found by becomes a value of which the topic cannot be told.
 */
export async function sealRow(keys: Keys, row: Row, place: Place): Promise<SealedRow> {
  const clear: Record<string, unknown> = {};
  for (const field of place.open) if (field in row) clear[field] = row[field];
  if (typeof clear.topic === 'string') clear.topic = await blindTopic(keys, clear.topic);
  const sealed = await seal(keys.rows, plainOf(row), aboutRow(clear, place.table, place.schema));
  const content = new Uint8Array(2 + sealed.length);
  content.set([FORMAT, place.schema]);
  content.set(sealed, 2);
  return { ...clear, id: row.id, content };
}

/** @throws when it was sealed with another key, or anything about the row was changed */
export async function unsealRow(keys: Keys, row: SealedRow, table: string): Promise<Row> {
  const { content, ...clear } = row;
  const [format, schema] = content;
  if (format !== FORMAT || schema === undefined) throw new Error('Sealed in a format unknown here');
  return rowOf(await unseal(keys.rows, content.subarray(2), aboutRow(clear, table, schema)));
}

function aboutRow(clear: Record<string, unknown>, table: string, schema: number): string {
  const fields = Object.entries(clear).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify(['calcinote row', FORMAT, table, schema, fields]);
}

/** A topic and its sections are found together. */
export async function blindTopic({ index }: Keys, topic: string): Promise<string> {
  if (topic === '') return '';
  const name = new TextEncoder().encode(topic.replace(/#.*/, ''));
  const mark = new Uint8Array(await crypto.subtle.sign('HMAC', index, name));
  return toBase64(mark.subarray(0, 16));
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
