/**
 * What long work tells on its way. Whoever does it calls `tell` where it stands, and awaits `pause` between pieces, which gives
 * way to the page. Both throw once the work was cancelled: what was begun is then left as if it had not been.
 */
export interface Work {
  /** @param share of this work that is done, 0 to 1 */
  tell(share: number): void;
  pause(): Promise<void>;
}

/** For work that nobody watches. */
export const UNWATCHED: Work = { tell: () => {}, pause: () => Promise.resolve() };

/** A stretch of a work, which takes itself for the whole. */
export function stretch(work: Work, from: number, to: number): Work {
  return { tell: (share) => work.tell(from + share * (to - from)), pause: () => work.pause() };
}

/** Does the same with each of many, giving way between them. */
export async function forEach<Value>(
  values: readonly Value[],
  work: Work,
  act: (value: Value, at: number) => void
): Promise<void> {
  for (const [at, value] of values.entries()) {
    act(value, at);
    work.tell((at + 1) / values.length);
    await work.pause();
  }
}
