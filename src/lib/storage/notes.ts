import { changed, newRow } from '$lib/core/casebook/row';
import type { Outcome } from '$lib/core/casebook/outcome';
import type { Note, NoteVersion } from '$lib/core/casebook/row-schema';
import { tableOf, type Database, type FormDraft, type NoteDraft } from './database';
import { firstRows } from './first-rows';
import { isFormDraft } from './form-drafts';
import { listedNote, type ListedNote } from './note-texts';
import { written } from './outcome';

/** How many earlier texts of a note are kept. */
export const MOST_VERSIONS = 20;
/** Saves that follow each other within this belong to one sitting: the text before it is the one worth keeping. */
export const SITTING_MS = 120_000;

/** Keeps what is being typed on a note, which has not taken it over yet. */
export function writeDraft(
  database: Database,
  { content, ...note }: Note,
  now: number
): Promise<Outcome> {
  return written(database, () =>
    database.drafts.put({ id: note.id, updatedAt: now, note, content })
  );
}

/** Keeps drafts that could not be kept before. */
export function putDrafts(
  database: Database,
  drafts: readonly (NoteDraft | FormDraft)[]
): Promise<Outcome> {
  return written(database, () => database.drafts.bulkPut(drafts));
}

/**
 * Writes what a note says and ends its draft, both or neither. What it said before this sitting stays as a version, and
 * so does what another tab wrote since the note was read: nothing is overwritten without a trace.
 *
 * @param note as it was made or last read, with its new content
 * @param believed what the writer takes the stored note to say
 * @param versionId of the version that may become necessary
 */
export function writeNote(
  database: Database,
  note: Note,
  believed: string,
  versionId: string,
  now: number
): Promise<Outcome> {
  return written(database, () =>
    database.transaction('rw', ['notes', 'noteVersions', 'drafts'], async () => {
      const notes = tableOf<Note>(database, 'note');
      const stored = await notes.get(note.id);
      if (stored && mustKeep(stored, note, believed, now))
        await keepVersion(database, stored, versionId, now);
      await notes.put(
        stored
          ? changed<Note>(stored, now, { content: note.content, deletedAt: 0 })
          : { ...note, updatedAt: now }
      );
      await database.drafts.delete(note.id);
    })
  );
}

function mustKeep(stored: Note, next: Note, believed: string, now: number): boolean {
  const { text } = stored.content;
  if (text === next.content.text || text === '') return false;
  return text !== believed || now - stored.updatedAt >= SITTING_MS;
}

async function keepVersion(
  database: Database,
  { id: noteId, content }: Note,
  versionId: string,
  now: number
): Promise<void> {
  const versions = tableOf<NoteVersion>(database, 'note-version');
  await versions.add(
    newRow('note-version', versionId, now, { noteId, content: { text: content.text } })
  );
  const all = await versions.where('noteId').equals(noteId).sortBy('id');
  await versions.bulkDelete(all.slice(0, -MOST_VERSIONS).map(({ id }) => id));
}

/** Notes that are not in the trash: those that are pinned first, then the last changed. */
export async function readNotes(database: Database, most: number): Promise<ListedNote[]> {
  const ordered = () => tableOf<Note>(database, 'note').orderBy('[pinnedAt+updatedAt]').reverse();
  const rows = await firstRows(ordered, most, (notes) =>
    notes.filter(({ deletedAt }) => deletedAt === 0)
  );
  return rows.map(listedNote);
}

/** Notes on a topic and its sections. */
export async function readNotesOnTopic(database: Database, topic: string): Promise<Note[]> {
  const rows = await tableOf<Note>(database, 'note').where('topic').startsWith(topic).toArray();
  return rows.filter(
    (note) => note.deletedAt === 0 && (note.topic === topic || note.topic.startsWith(`${topic}#`))
  );
}

/** A note as it was last typed: after a sudden end, the draft has more than the note. */
export async function readNote(
  database: Database,
  id: string
): Promise<{ note: Note; isDraft: boolean } | undefined> {
  const [note, draft] = await Promise.all([
    tableOf<Note>(database, 'note').get(id),
    database.drafts.get(id)
  ]);
  if (draft && !isFormDraft(draft)) {
    const base = note ?? draft.note;
    return { note: { ...base, content: draft.content } as Note, isDraft: true };
  }
  return note?.deletedAt === 0 ? { note, isDraft: false } : undefined;
}

/** Earlier texts of a note, the last first. */
export async function readVersions(database: Database, noteId: string): Promise<NoteVersion[]> {
  const all = tableOf<NoteVersion>(database, 'note-version').where('noteId').equals(noteId);
  return (await all.sortBy('id')).reverse();
}

/** What was being typed when an earlier run ended, last before this time, as notes that have not taken it over. */
export async function readDrafts(database: Database, before: number): Promise<Note[]> {
  const drafts = await database.drafts.toArray();
  return drafts.flatMap((draft) =>
    isFormDraft(draft) || draft.updatedAt >= before
      ? []
      : [{ ...draft.note, content: draft.content } as Note]
  );
}
