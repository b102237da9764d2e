/** Whether this page holds text that would be lost by a reload. Pages raise it; updates wait for it. */
class Unsaved {
  #raised = $state(0);
  readonly #savers = new Set<() => Promise<void>>();

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

  /** Has text of a page saved when the app asks for it; the answer ends that. */
  onSaveAll(save: () => Promise<void>): () => void {
    this.#savers.add(save);
    return () => void this.#savers.delete(save);
  }

  /** Saves all text that this page holds, as far as it can be saved. */
  async saveAll(): Promise<void> {
    await Promise.allSettled([...this.#savers].map((save) => save()));
  }
}

export const unsaved = new Unsaved();
