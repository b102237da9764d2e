import type Dexie from 'dexie';
import { fromBase64, toBase64 } from '../base64';
import { SCHEMA_VERSION, type FormDraft, type NoteDraft } from '../database';
import { lockOf } from './lock-state';
import { sealRow, unsealRow, type Row } from './sealed-row';

const DRAFTS = { table: 'drafts', schema: SCHEMA_VERSION, open: ['id'], hidesId: true };

type Draft = NoteDraft | FormDraft;

/** Drafts that the disk would not take, sealed, so that they can wait elsewhere; nothing while there is no key. */
export async function sealDrafts(
  database: Dexie,
  drafts: readonly Draft[]
): Promise<string | undefined> {
  const lock = lockOf(database);
  if (lock.state !== 'unlocked') return undefined;
  const { keys } = lock;
  const rows = await Promise.all(drafts.map((draft) => sealRow(keys, { ...draft } as Row, DRAFTS)));
  return JSON.stringify(rows.map(({ id, content }) => ({ id, content: toBase64(content) })));
}

/**
 * Nothing while there is no key.
 *
 * @throws when they were sealed with another key, or changed since
 */
export async function openDrafts(database: Dexie, sealed: string): Promise<Draft[] | undefined> {
  const lock = lockOf(database);
  if (lock.state !== 'unlocked') return undefined;
  const { keys } = lock;
  const rows = JSON.parse(sealed) as { id: string; content: string }[];
  return (await Promise.all(
    rows.map(({ id, content }) =>
      unsealRow(keys, { id, content: fromBase64(content) }, DRAFTS.table)
    )
  )) as unknown as Draft[];
}
