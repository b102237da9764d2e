import type { AnyRow } from '$lib/core/casebook/row-schema';
import { DEXIE_FACTOR, type Database, type Draft } from './database';

/** Tables whose rows are the app's own: what they hold is no use elsewhere. */
const OWN_TABLES = ['settings', 'snapshots', 'meta'];

/**
 * Every row there is, as the browser hands it out, of whatever version the database is: when this version of the app cannot
 * open it, its rows can still leave the device. Changes nothing.
 *
 * @returns the number of the schema, and rows that are as that schema says, which may be unknown here
 */
export async function readPastDexie({
  name
}: Database): Promise<{ schema: number; rows: AnyRow[] }> {
  const opened = await openAsItIs(name);
  try {
    const names = [...opened.objectStoreNames].filter((table) => !OWN_TABLES.includes(table));
    const transaction = opened.transaction(names, 'readonly');
    const all = <Row>(table: string) => answerTo<Row[]>(transaction.objectStore(table).getAll());
    const [drafts, ...tables] = await Promise.all([
      names.includes('drafts') ? all<Draft>('drafts') : [],
      ...names.filter((table) => table !== 'drafts').map((table) => all<AnyRow>(table))
    ]);
    const rows = withDrafts(tables.flat(), drafts);
    return { schema: Math.floor(opened.version / DEXIE_FACTOR), rows };
  } finally {
    opened.close();
  }
}

/** What is being typed on a note, which has not taken it over, stands in its place. */
function withDrafts(rows: readonly AnyRow[], drafts: readonly Draft[]): AnyRow[] {
  const left = new Map(drafts.map((draft) => [draft.id, draft]));
  const taken = rows.map((row) => {
    const draft = row.kind === 'note' ? left.get(row.id) : undefined;
    left.delete(draft?.id ?? '');
    return draft ? { ...row, content: draft.content } : row;
  });
  return [
    ...taken,
    ...[...left.values()].map(({ note, content }) => ({ ...note, content }))
  ] as AnyRow[];
}

function openAsItIs(name: string): Promise<IDBDatabase> {
  const opening = indexedDB.open(name);
  // There is none: none is made.
  opening.onupgradeneeded = () => opening.transaction?.abort();
  return answerTo(opening);
}

function answerTo<Answer>(request: IDBRequest<Answer>): Promise<Answer> {
  return new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
}
