/** Whether this page holds text that would be lost by a reload. Pages raise it; updates wait for it. */
class Unsaved {
  #raised = $state(0);

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
}

export const unsaved = new Unsaved();
