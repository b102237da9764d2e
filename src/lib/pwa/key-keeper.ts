/**
 * Keeps the keys of an open casebook in the worker's memory, so that they are at hand on the next page. They are never stored: the
 * browser ends a worker that nobody speaks to, and with it they are gone.
 */
export interface KeptKeys {
  keyId: string;
  keys: unknown;
  /** Without use for this long, they are dropped. */
  idleMs: number;
}

let kept: (KeptKeys & { usedAt: number; usedOn: number }) | undefined;

export function keepKeys(keys: KeptKeys): true {
  kept = { ...keys, usedAt: Date.now(), usedOn: performance.now() };
  return true;
}

/** The keys of that name, if they were used lately by either clock: one stands still in sleep, the other can be set. */
export function findKeys(keyId: string): unknown {
  if (!kept || kept.keyId !== keyId) return null;
  const idleMs = Math.max(Date.now() - kept.usedAt, performance.now() - kept.usedOn);
  if (idleMs >= kept.idleMs || Date.now() < kept.usedAt) kept = undefined;
  return kept?.keys ?? null;
}

/** Call when the casebook is used. */
export function keysAreUsed(): true {
  if (kept) kept = { ...kept, usedAt: Date.now(), usedOn: performance.now() };
  return true;
}

export function dropKeys(): true {
  kept = undefined;
  return true;
}
