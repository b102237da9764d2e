import type { Outcome } from '$lib/core/casebook/outcome';
import { casebook } from './casebook';
import { unsaved, type Left } from './unsaved.svelte';

const SAVE_AFTER_MS = 400;

/** A field that saves itself: within a second of typing, and at once when it is left or the page goes away. */
export class FieldSaver {
  #text = $state('');
  #outcome = $state.raw<Outcome>();
  #isPending = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<unknown> = Promise.resolve();
  #lower: (() => void) | undefined;
  readonly #write: (text: string) => Promise<Outcome>;

  constructor(text: string, write: (text: string) => Promise<Outcome>) {
    this.#text = text;
    this.#write = write;
  }

  get text(): string {
    return this.#text;
  }

  /** Of the last write. */
  get outcome(): Outcome | undefined {
    return this.#outcome;
  }

  type(text: string): void {
    this.#text = text;
    this.#isPending = true;
    this.#lower ??= unsaved.raise();
    this.#timer ??= setTimeout(() => void this.save(), SAVE_AFTER_MS);
  }

  get isPending(): boolean {
    return this.#isPending;
  }

  /** As a note of its own: the row that the field is of is not known here. */
  get left(): Left | undefined {
    if (!this.#isPending) return undefined;
    const { content, ...note } = casebook.newRow('note', {
      caseId: '',
      assessmentId: '',
      topic: '',
      pinnedAt: 0,
      content: { text: this.#text, tags: [] }
    });
    return { id: note.id, updatedAt: 0, note, content };
  }

  save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const mine = this.#writing.then(async () => {
      if (!this.#isPending) return;
      const text = this.#text;
      this.#outcome = await this.#write(text);
      if (!this.#outcome.saved || text !== this.#text) return;
      this.#isPending = false;
      this.#lower?.();
      this.#lower = undefined;
    });
    // One that fails unforeseen must not keep the next from being tried.
    this.#writing = mine.catch(() => undefined);
    return mine;
  }
}
