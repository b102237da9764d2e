/**
 * Keeps the keys of an open casebook in the worker's memory, so that they are at hand on the next page. They are never stored: the
 * browser ends a worker that nobody speaks to, and with it they are gone.
 */
export interface KeptKeys {
  keyId: string;
  keys: unknown;
  /** Without use for this long, they are dropped; out of sight for that long, too. */
  idleMs: number;
  hiddenMs: number;
}

/** A page in sight tells so every few seconds, and the next one takes a slow phone a while: less is not out of sight. */
export const LEAST_UNSEEN_MS = 15_000;

/** A moment by both clocks: one stands still in sleep, the other can be set. */
interface Moment {
  wall: number;
  steady: number;
}

let kept: (KeptKeys & { used: Moment; seen: Moment }) | undefined;

const now = (): Moment => ({ wall: Date.now(), steady: performance.now() });

/** For ever, if the clock was set back. */
const since = ({ wall, steady }: Moment): number =>
  Date.now() < wall ? Infinity : Math.max(Date.now() - wall, performance.now() - steady);

export function keepKeys(keys: KeptKeys): true {
  kept = { ...keys, used: now(), seen: now() };
  return true;
}

/** The keys of that name, if they were used lately, on a page that was in sight. */
export function findKeys(keyId: string): unknown {
  if (!kept || kept.keyId !== keyId) return null;
  const { idleMs, hiddenMs, used, seen } = kept;
  if (since(used) >= idleMs || since(seen) >= Math.max(hiddenMs, LEAST_UNSEEN_MS)) kept = undefined;
  return kept?.keys ?? null;
}

/** Call while a page has the casebook open. */
export function keysAreUsed(isSeen: boolean): true {
  if (kept) kept = { ...kept, used: now(), ...(isSeen && { seen: now() }) };
  return true;
}

export function dropKeys(): true {
  kept = undefined;
  return true;
}
