import { changed, type Note } from '$lib/core/casebook/row';
import type { Database } from './database';
import { written, type Outcome } from './outcome';

/** Keeps what is being typed on a note, which has not taken it over yet. */
export function writeDraft(
  database: Database,
  id: string,
  text: string,
  now: number
): Promise<Outcome> {
  return written(database, () => database.drafts.put({ id, updatedAt: now, content: { text } }));
}

/**
 * Writes a text to its note and ends the draft, both or neither.
 * @param note as it was made or last read; one that is stored already is only changed in its text
 */
export function writeNote(
  database: Database,
  note: Note,
  text: string,
  now: number
): Promise<Outcome> {
  return written(database, () =>
    database.transaction('rw', database.notes, database.drafts, async () => {
      const stored = await database.notes.get(note.id);
      const content = { text };
      await database.notes.put(stored ? changed(stored, now, { content }) : { ...note, content });
      await database.drafts.delete(note.id);
    })
  );
}

/** Notes of a case that are not in the trash, in the order they were made. */
export async function readNotes(database: Database, caseId: string): Promise<Note[]> {
  const rows = await database.notes.where('caseId').equals(caseId).sortBy('id');
  return rows.filter(({ deletedAt }) => deletedAt === 0);
}

/** What was typed on a note and not taken over: after a sudden end, more than the note has. */
export async function readDraft(database: Database, id: string): Promise<string | undefined> {
  return (await database.drafts.get(id))?.content.text;
}
