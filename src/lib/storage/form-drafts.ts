import type { Outcome } from '$lib/core/casebook/outcome';
import type { AnyRow, RowKind, RowOf } from '$lib/core/casebook/row-schema';
import { TABLE_OF, tableOf, type Database, type FormDraft } from './database';
import { written } from './outcome';
import { changeNow, type Change } from './rows';

const PREFIX = 'form:';

/** What a form holds, by the names of its fields. */
export type Fields = FormDraft['content']['fields'];

/**
 * Keeps what was typed into a form that has not been sent, or forgets it.
 *
 * @param form of which kind, and of which row: `visit:<id of the lesion>`
 * @param fields nothing when the form is empty again
 */
export function writeFormDraft(
  database: Database,
  form: string,
  fields: Fields | undefined,
  now: number
): Promise<Outcome> {
  return written(database, () =>
    fields
      ? database.drafts.put(formDraft(form, fields, now))
      : database.drafts.delete(PREFIX + form)
  );
}

export function formDraft(form: string, fields: Fields, now: number): FormDraft {
  return { id: PREFIX + form, updatedAt: now, content: { fields } };
}

export async function readFormDraft(database: Database, form: string): Promise<Fields | undefined> {
  const draft = await database.drafts.get(PREFIX + form);
  return draft && isFormDraft(draft) ? draft.content.fields : undefined;
}

/** Of which rows there are forms of a kind that have not been sent. */
export async function readFormsOf(database: Database, kind: string): Promise<string[]> {
  const prefix = `${PREFIX}${kind}:`;
  const ids = (await database.drafts.toArray()).map(({ id }) => id);
  return ids.filter((id) => id.startsWith(prefix)).map((id) => id.slice(prefix.length));
}

/** Keeps the row that a form was filled in for, new or changed, and ends its draft: both or neither. */
export function sendForm<Kind extends RowKind>(
  database: Database,
  form: string,
  row: RowOf<Kind> | { kind: Kind; id: string; change: Change<RowOf<Kind>> },
  now: number
): Promise<Outcome> {
  return written(database, () =>
    database.transaction('rw', [TABLE_OF[row.kind], 'drafts'], async () => {
      if ('change' in row) await changeNow<Kind>(database, row.kind, row.id, now, row.change);
      else await tableOf<AnyRow>(database, row.kind).add(row as AnyRow);
      await database.drafts.delete(PREFIX + form);
    })
  );
}

/** Forgets forms that nobody has come back to since. */
export async function dropFormDrafts(database: Database, before: number): Promise<void> {
  const forms = (await database.drafts.toArray()).filter(isFormDraft);
  await database.drafts.bulkDelete(
    forms.filter(({ updatedAt }) => updatedAt < before).map(({ id }) => id)
  );
}

export function isFormDraft(draft: { id: string }): draft is FormDraft {
  return draft.id.startsWith(PREFIX);
}
