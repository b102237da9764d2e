import type { Outcome, Reason } from '$lib/core/casebook/outcome';
import type { Note } from '$lib/core/casebook/row-schema';
import { casebook } from './casebook';
import { unsaved, type Left } from './unsaved.svelte';

/** What is typed is on the disk as a draft this long after the first key that is not. */
const DRAFT_AFTER_MS = 400;
/** A pause this long, and the note itself takes it over. */
const NOTE_AFTER_MS = 1500;

/** `kept`: on the disk, though the note has not taken it over yet. */
export type EditorState = 'untouched' | 'typing' | 'kept' | 'saved' | 'failed';

/** One note while it is written. It says `kept` and `saved` only when a transaction completed. */
export class NoteEditor {
  #content = $state.raw<Note['content']>({ text: '', tags: [] });
  #state = $state<EditorState>('untouched');
  #reason = $state<Reason>('unknown');
  #savedAt = $state(0);
  #note = $state.raw() as Note;
  /** What the stored note says, as far as this editor knows. */
  #stored: string;
  #draftTimer: ReturnType<typeof setTimeout> | undefined;
  #noteTimer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<unknown> = Promise.resolve();
  #lower: (() => void) | undefined;

  /** @param note as it was read, or new: it is written with the first text; @param isDraft it says more than is stored */
  constructor(note: Note, isDraft = false) {
    this.#note = note;
    this.#stored = isDraft ? '' : note.content.text;
    this.#content = note.content;
    this.#state = isDraft ? 'kept' : 'untouched';
  }

  /** The note this is of, as it was read last; what it says is in `content`. */
  get note(): Note {
    return this.#note;
  }

  get content(): Note['content'] {
    return this.#content;
  }

  get state(): EditorState {
    return this.#state;
  }

  get reason(): Reason {
    return this.#reason;
  }

  get savedAt(): number {
    return this.#savedAt;
  }

  /** The reader typed: every change is on its way to the disk within a second. */
  change(change: Partial<Note['content']>): void {
    this.#content = { ...this.#content, ...change };
    this.#state = 'typing';
    this.#lower ??= unsaved.raise();
    this.#draftTimer ??= setTimeout(() => void this.#draft(), DRAFT_AFTER_MS);
    clearTimeout(this.#noteTimer);
    this.#noteTimer = setTimeout(() => void this.save(), NOTE_AFTER_MS);
  }

  /** Takes over what was saved elsewhere, unless something was typed here. */
  follow(note: Note): void {
    this.#note = note;
    if (['typing', 'kept', 'failed'].includes(this.#state)) return;
    if (note.content.text === this.#stored) return;
    this.#stored = note.content.text;
    this.#content = note.content;
  }

  /** What is not on the disk, as a draft. */
  get left(): Left | undefined {
    if (this.#state !== 'typing' && this.#state !== 'failed') return undefined;
    const { id, content: stored, ...note } = this.#note;
    void stored;
    return { id, updatedAt: Date.now(), note: { id, ...note }, content: this.#content };
  }

  /** Writes the note now: on a pause, on leaving, when the page is hidden. */
  save(): Promise<void> {
    this.#stopTimers();
    return this.#inTurn(async () => {
      if (this.#state === 'untouched' || this.#state === 'saved') return;
      const content = this.#content;
      const outcome = await casebook.writeNote({ ...this.#note, content }, this.#stored);
      if (outcome.saved) this.#stored = content.text;
      this.#tell(outcome, content, 'saved');
    });
  }

  #draft(): Promise<void> {
    this.#draftTimer = undefined;
    return this.#inTurn(async () => {
      if (this.#state !== 'typing') return;
      const content = this.#content;
      this.#tell(await casebook.writeDraft({ ...this.#note, content }), content, 'kept');
    });
  }

  #tell(outcome: Outcome, content: Note['content'], done: 'kept' | 'saved'): void {
    if (!outcome.saved) {
      this.#state = 'failed';
      this.#reason = outcome.reason;
      return;
    }
    // Typed on meanwhile: that is not kept yet.
    if (content !== this.#content) return;
    this.#state = done;
    this.#savedAt = Date.now();
    this.#lower?.();
    this.#lower = undefined;
  }

  #inTurn(write: () => Promise<void>): Promise<void> {
    const mine = this.#writing.then(write);
    // One that fails unforeseen must not keep the next from being tried.
    this.#writing = mine.catch(() => undefined);
    return mine;
  }

  #stopTimers(): void {
    clearTimeout(this.#draftTimer);
    clearTimeout(this.#noteTimer);
    this.#draftTimer = undefined;
  }
}
