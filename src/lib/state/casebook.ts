import { ID_RANDOM_BYTES, idFrom } from '$lib/core/casebook/id';
import type { Outcome } from '$lib/core/casebook/outcome';
import { newRow, type Body } from '$lib/core/casebook/row';
import type { AnyRow, Note, RowKind, RowOf } from '$lib/core/casebook/row-schema';
import {
  mergeCases,
  readCaseFile,
  readCases,
  readOpenRuns,
  type CaseFile,
  type CaseFilter
} from '$lib/storage/case-file';
import { createDatabase } from '$lib/storage/database';
import { LiveQuery } from '$lib/storage/live-query.svelte';
import {
  readDrafts,
  readNote,
  readNotes,
  readNotesOnTopic,
  readVersions,
  writeDraft,
  writeNote,
  type NoteFilter
} from '$lib/storage/notes';
import { addRows, changeRow, readRow, readRows, type Change } from '$lib/storage/rows';
import { askToPersist } from './storage-condition';
import { emptyTrash, readTrash, throwAway } from '$lib/storage/trash';

export type { CaseFile };

/** Lists shown as open: more than a ward has. */
const MOST_OPEN = 100;

/** An editor that is at work has written its draft anew by then, or ended it. */
export const LIVE_DRAFT_MS = 10_000;

/**
 * The casebook of this device, for every page. The clock, chance and the one database are put in here; what is written
 * answers whether it was kept, what is read stays current while it is shown.
 */
class Casebook {
  readonly #database = createDatabase();

  #live<Value>(query: () => Promise<Value>): LiveQuery<Value> {
    return new LiveQuery(this.#database, query);
  }

  newId(): string {
    return idFrom(Date.now(), crypto.getRandomValues(new Uint8Array(ID_RANDOM_BYTES)));
  }

  newRow<Kind extends RowKind>(kind: Kind, body: Body<Kind>): RowOf<Kind> {
    return newRow(kind, this.newId(), Date.now(), body);
  }

  readonly cases = (filter: CaseFilter) => this.#live(() => readCases(this.#database, filter));
  readonly caseFile = (id: string) => this.#live(() => readCaseFile(this.#database, id));
  readonly openRuns = () => this.#live(() => readOpenRuns(this.#database, MOST_OPEN));
  readonly notes = (filter: NoteFilter) => this.#live(() => readNotes(this.#database, filter));
  readonly notesOn = (topic: string) => this.#live(() => readNotesOnTopic(this.#database, topic));
  readonly note = (id: string) => this.#live(() => readNote(this.#database, id));
  readonly versions = (noteId: string) => this.#live(() => readVersions(this.#database, noteId));
  readonly row = <Kind extends RowKind>(kind: Kind, id: string) =>
    this.#live(() => readRow(this.#database, kind, id));
  readonly rows = <Kind extends RowKind>(kind: Kind) =>
    this.#live(() => readRows(this.#database, kind));
  readonly trash = () => this.#live(() => readTrash(this.#database));

  /** Keeps new rows, all or none. The first time, the browser is asked not to clear them away by itself. */
  async add(...rows: AnyRow[]): Promise<Outcome> {
    const outcome = await addRows(this.#database, rows);
    if (outcome.saved) void askToPersist();
    return outcome;
  }

  change<Kind extends RowKind>(
    kind: Kind,
    id: string,
    change: Change<RowOf<Kind>>
  ): Promise<Outcome> {
    return changeRow(this.#database, kind, id, Date.now(), change);
  }

  /** Everything of one case goes over to another. */
  merge(from: string, into: string): Promise<Outcome> {
    return mergeCases(this.#database, from, into, Date.now());
  }

  throwAway(kind: RowKind, id: string): Promise<Outcome> {
    return throwAway(this.#database, kind, id, Date.now());
  }

  bringBack(kind: RowKind, id: string): Promise<Outcome> {
    return throwAway(this.#database, kind, id, Date.now(), 0);
  }

  emptyTrash(): Promise<Outcome> {
    return emptyTrash(this.#database, Date.now());
  }

  writeDraft(note: Note): Promise<Outcome> {
    return writeDraft(this.#database, note, Date.now());
  }

  /** @param believed what the writer takes the stored note to say: what another tab wrote meanwhile stays as a version */
  async writeNote(note: Note, believed: string): Promise<Outcome> {
    const outcome = await writeNote(this.#database, note, believed, this.newId(), Date.now());
    if (outcome.saved) void askToPersist();
    return outcome;
  }

  /** What was being typed when an earlier run ended suddenly becomes part of its note; what is being typed now does not. */
  async takeUpDrafts(): Promise<void> {
    const drafts = await readDrafts(this.#database, Date.now() - LIVE_DRAFT_MS);
    for (const note of drafts) await this.writeNote(note, '');
  }
}

export const casebook = new Casebook();
