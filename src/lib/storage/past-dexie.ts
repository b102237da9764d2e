import type { AnyRow } from '$lib/core/casebook/row-schema';
import type { NoteDraft } from './database';
import { DEXIE_FACTOR } from './database-name';
import { toBase64 } from './base64';
import { watch } from './leaving';
import { isSealed } from './lock/sealed-row';
import { VAULT } from './lock/vault';

/** Tables whose rows are the app's own: what they hold is no use elsewhere, but for the vault of rows that are sealed. */
const OWN_TABLES = ['settings', 'snapshots', 'meta'];

/** Rows as the schema of that number says, which may be unknown here. */
export interface RowsAsTheyAre {
  schema: number;
  rows: AnyRow[];
}

/**
 * Every row there is, as the browser hands it out, of whatever version the database is: when this version of the app cannot
 * open it, its rows can still leave the device. Changes nothing.
 */
export async function readPastDexie({ name }: { name: string }): Promise<RowsAsTheyAre> {
  const opened = await openAsItIs(name);
  try {
    const names = [...opened.objectStoreNames].filter((table) => !OWN_TABLES.includes(table));
    const transaction = watch(opened.transaction(names, 'readonly'));
    const all = <Row>(table: string) => answerTo<Row[]>(transaction.objectStore(table).getAll());
    const [drafts, ...tables] = await Promise.all([
      names.includes('drafts') ? all<NoteDraft>('drafts') : [],
      ...names.filter((table) => table !== 'drafts').map((table) => all<AnyRow>(table))
    ]);
    const rows = withDrafts(tables.flat(), drafts);
    const vault = rows.some(isSealed) ? await readVault(opened) : [];
    const schema = Math.floor(opened.version / DEXIE_FACTOR);
    return { schema, rows: [...rows, ...vault].map(asText) as AnyRow[] };
  } finally {
    opened.close();
  }
}

/** Without it what is sealed would be lost to whoever knows the passphrase. */
function readVault(opened: IDBDatabase): Promise<unknown[]> {
  return answerTo(opened.transaction('settings', 'readonly').objectStore('settings').getAll(VAULT));
}

/** Bytes, which JSON does not know, as base64. */
function asText(value: unknown): unknown {
  if (value instanceof Uint8Array) return toBase64(value as Uint8Array<ArrayBuffer>);
  if (Array.isArray(value)) return value.map(asText);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, asText(one)]));
}

/** What is being typed on a note, which has not taken it over, stands in its place. */
function withDrafts(rows: readonly AnyRow[], drafts: readonly NoteDraft[]): AnyRow[] {
  const left = new Map(drafts.map((draft) => [draft.id, draft]));
  const taken = rows.map((row) => {
    // A sealed draft does not tell which note it is of: it is a row of its own.
    const draft = row.kind === 'note' ? left.get(row.id) : undefined;
    left.delete(draft?.id ?? '');
    return draft ? { ...row, content: draft.content } : row;
  });
  return [
    ...taken,
    ...[...left.values()].map((draft) => ({ ...draft.note, id: draft.id, content: draft.content }))
  ] as AnyRow[];
}

/** A connection to whatever version there is, which lets go when another is asked for. */
export async function openAsItIs(name: string): Promise<IDBDatabase> {
  const opening = indexedDB.open(name);
  // There is none: none is made.
  opening.onupgradeneeded = () => opening.transaction?.abort();
  const opened = await answerTo(opening);
  opened.onversionchange = () => opened.close();
  return opened;
}

export function answerTo<Answer>(request: IDBRequest<Answer>): Promise<Answer> {
  return new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
}
