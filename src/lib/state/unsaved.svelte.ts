import type { FormDraft, NoteDraft } from '$lib/storage/database';

/** What a page could not save, as a draft. */
export type Left = NoteDraft | FormDraft;

interface Field {
  save: () => Promise<void>;
  left: () => Left | undefined;
}

/** Whether this page holds text that would be lost by a reload. Pages raise it; updates wait for it. */
class Unsaved {
  #raised = $state(0);
  #isSetAside = false;
  readonly #fields = new Set<Field>();

  get current(): boolean {
    return this.#raised > 0;
  }

  /** Call when text starts to differ from what is stored; the answer lowers it again, once. */
  raise(): () => void {
    this.#raised += 1;
    let raised = true;
    return () => {
      if (raised) this.#raised -= 1;
      raised = false;
    };
  }

  /**
   * Has text of a page saved when the app asks for it; the answer ends that.
   *
   * @param left what of it is still to be saved then
   */
  onSaveAll(save: () => Promise<void>, left: () => Left | undefined): () => void {
    const field = { save, left };
    this.#fields.add(field);
    return () => void this.#fields.delete(field);
  }

  /** Saves all text that this page holds, as far as it can be saved. */
  async saveAll(): Promise<void> {
    await Promise.allSettled([...this.#fields].map(({ save }) => save()));
  }

  /** What could not be saved. */
  get left(): Left[] {
    return [...this.#fields].flatMap(({ left }) => left() ?? []);
  }

  /** Whether a page may go at once: what it could not save waits elsewhere. */
  get isSetAside(): boolean {
    return this.#isSetAside;
  }

  setAside(): void {
    this.#isSetAside = true;
  }
}

export const unsaved = new Unsaved();
