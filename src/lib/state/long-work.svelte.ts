import type { Work } from '$lib/core/casebook/work';
import { inUse } from './lock-watch';

/** The page is given way to after this much work: well within a frame on a phone that is four times slower. */
const SLICE_MS = 10;

/** Work that takes a while, as the page shows it: how far it is, and a way to break it off. */
export class LongWork implements Work {
  #share = $state(0);
  #isCancelled = $state(false);
  #since = performance.now();

  /** 0 to 1. */
  get share(): number {
    return this.#share;
  }

  get isCancelled(): boolean {
    return this.#isCancelled;
  }

  cancel(): void {
    this.#isCancelled = true;
  }

  tell(share: number): void {
    if (this.#isCancelled) throw new DOMException('Cancelled', 'AbortError');
    // In hundredths: a page is not drawn anew for less.
    const shown = Math.floor(share * 100) / 100;
    if (shown <= this.#share) return;
    this.#share = shown;
    inUse();
  }

  async pause(): Promise<void> {
    if (performance.now() - this.#since < SLICE_MS) return;
    await new Promise((done) => setTimeout(done));
    this.#since = performance.now();
    this.tell(0);
  }
}
