import { ID_RANDOM_BYTES, idFrom } from '$lib/core/casebook/id';
import type { Outcome, Reading, Reason } from '$lib/core/casebook/outcome';
import { newRow, type Body } from '$lib/core/casebook/row';
import type { AnyRow, Note, RowKind, RowOf } from '$lib/core/casebook/row-schema';
import { rowsBeforeUpgrade } from '$lib/storage/before-upgrade';
import {
  isBackupDue,
  mergeCases,
  readCaseFile,
  readCases,
  readOpenRuns,
  type CaseFile,
  type CaseFilter
} from '$lib/storage/case-file';
import {
  readFormDraft,
  readFormsOf,
  sendForm,
  writeFormDraft,
  type Fields
} from '$lib/storage/form-drafts';
import { LiveQuery } from '$lib/storage/live-query.svelte';
import { NoteSearch } from '$lib/storage/note-search.svelte';
import { noteTexts, type ListedNote } from '$lib/storage/note-texts';
import {
  readDrafts,
  readNote,
  readNotes,
  readNotesOnTopic,
  readVersions,
  writeDraft,
  writeNote
} from '$lib/storage/notes';
import { unread } from '$lib/storage/outcome';
import { addRows, changeRow, readRow, readRows, type Change } from '$lib/storage/rows';
import { database } from './casebook-database';
import { askToPersist } from './storage-condition';
import { emptyTrash, readTrash, throwAway } from '$lib/storage/trash';

export type { CaseFile, ListedNote };

/** A backup older than this is called old. Set by us. */
export const OLD_BACKUP_MS = 14 * 86_400_000;

/** An editor that is at work has written its draft anew by then, or ended it. */
export const LIVE_DRAFT_MS = 10_000;

const live = <Value>(query: () => Promise<Value>) => new LiveQuery(database, query);

/**
 * The casebook of this device, for every page. The clock, chance and the one database are put in here; what is written
 * answers whether it was kept, what is read stays current while it is shown.
 */
class Casebook {
  newId(): string {
    return idFrom(Date.now(), crypto.getRandomValues(new Uint8Array(ID_RANDOM_BYTES)));
  }

  newRow<Kind extends RowKind>(kind: Kind, body: Body<Kind>): RowOf<Kind> {
    return newRow(kind, this.newId(), Date.now(), body);
  }

  readonly cases = (filter: CaseFilter) => live(() => readCases(database, filter));
  readonly backupDue = () => live(() => isBackupDue(database, Date.now() - OLD_BACKUP_MS));
  readonly caseFile = (id: string) => live(() => readCaseFile(database, id));
  readonly openRuns = (most: number) => live(() => readOpenRuns(database, most));
  /** @param words what all of them must say; empty for all notes */
  readonly notes = (most: number, words: string) =>
    words.trim() === ''
      ? live(() => readNotes(database, most))
      : new NoteSearch(database, words, most);
  /** Read once, for a page that is only read. */
  async notesOn(topic: string): Promise<Reading<Note[]>> {
    try {
      return { state: 'read', value: await readNotesOnTopic(database, topic) };
    } catch (error) {
      return { state: 'failed', reason: unread(database, error) };
    }
  }

  readonly note = (id: string) => live(() => readNote(database, id));
  readonly versions = (noteId: string) => live(() => readVersions(database, noteId));
  readonly row = <Kind extends RowKind>(kind: Kind, id: string) =>
    live(() => readRow(database, kind, id));
  readonly rows = <Kind extends RowKind>(kind: Kind) => live(() => readRows(database, kind));
  readonly trash = () => live(() => readTrash(database));

  /** Has what the notes say at hand before it is searched: with many notes, reading them takes a second or two. */
  async prepareSearch(): Promise<void> {
    try {
      await noteTexts(database).prepare();
    } catch {
      // The search itself tries again, and tells why it cannot.
    }
  }

  /** Keeps new rows, all or none. The first time, the browser is asked not to clear them away by itself. */
  async add(...rows: AnyRow[]): Promise<Outcome> {
    const outcome = await addRows(database, rows);
    if (outcome.saved) void askToPersist();
    return outcome;
  }

  change<Kind extends RowKind>(
    kind: Kind,
    id: string,
    change: Change<RowOf<Kind>>
  ): Promise<Outcome> {
    return changeRow(database, kind, id, Date.now(), change);
  }

  /** Keeps the row that a form was filled in for, new or changed, and ends the form's draft, both or neither. */
  async send<Kind extends RowKind>(
    form: string,
    row: RowOf<Kind> | { kind: Kind; id: string; change: Change<RowOf<Kind>> }
  ): Promise<Outcome> {
    const outcome = await sendForm(database, form, row, Date.now());
    if (outcome.saved) void askToPersist();
    return outcome;
  }

  /** @param fields nothing when the form is empty again */
  writeForm(form: string, fields: Fields | undefined): Promise<Outcome> {
    return writeFormDraft(database, form, fields, Date.now());
  }

  /** What was typed into a form and not sent; nothing when that cannot be read, as the form works without. */
  readForm(form: string): Promise<Fields | undefined> {
    return readFormDraft(database, form).catch(() => undefined);
  }

  /** Of which rows there are forms of a kind that were not sent. */
  readFormsOf(kind: string): Promise<string[]> {
    return readFormsOf(database, kind).catch(() => []);
  }

  /** Whether what is there can leave the device, though it could not be read for this reason. */
  canLeave(reason: Reason): boolean {
    if (reason === 'blocked') return rowsBeforeUpgrade(database) !== undefined;
    return reason !== 'unavailable' && reason !== 'locked';
  }

  /** Everything of one case goes over to another. */
  merge(from: string, into: string): Promise<Outcome> {
    return mergeCases(database, from, into, Date.now());
  }

  throwAway(kind: RowKind, id: string): Promise<Outcome> {
    return throwAway(database, kind, id, Date.now());
  }

  bringBack(kind: RowKind, id: string): Promise<Outcome> {
    return throwAway(database, kind, id, Date.now(), 0);
  }

  emptyTrash(): Promise<Outcome> {
    return emptyTrash(database, Date.now());
  }

  writeDraft(note: Note): Promise<Outcome> {
    return writeDraft(database, note, Date.now());
  }

  /** @param believed what the writer takes the stored note to say: what another tab wrote meanwhile stays as a version */
  async writeNote(note: Note, believed: string): Promise<Outcome> {
    const outcome = await writeNote(database, note, believed, this.newId(), Date.now());
    if (outcome.saved) void askToPersist();
    return outcome;
  }

  /** What was being typed when an earlier run ended suddenly becomes part of its note; what is being typed now does not. */
  async takeUpDrafts(): Promise<void> {
    const drafts = await readDrafts(database, Date.now() - LIVE_DRAFT_MS);
    for (const note of drafts) await this.writeNote(note, '');
  }
}

export const casebook = new Casebook();
