/** A moment by two clocks, in milliseconds: one stands still while a phone sleeps, the other can be set. */
export interface Moment {
  /** As the wall clock says. */
  wall: number;
  /** As a clock says that never goes back. */
  steady: number;
}

/** A wall clock is put right by a little now and then. */
const CORRECTION_MS = 2000;

/**
 * How long ago a moment was, by whichever clock says longer. A wall clock that was set back tells nothing any more: then it
 * was infinitely long ago.
 */
export function elapsed(since: Moment, now: Moment): number {
  const byWall = now.wall - since.wall;
  const bySteady = now.steady - since.steady;
  return byWall < -CORRECTION_MS ? Infinity : Math.max(byWall, bySteady);
}
