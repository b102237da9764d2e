import type { AnyRow } from '$lib/core/casebook/row-schema';
import type { Draft } from './database';
import { DEXIE_FACTOR } from './database-name';
import { watch } from './leaving';

/** Tables whose rows are the app's own: what they hold is no use elsewhere. */
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
