/** Wrong passphrases in a row that cost no wait: slips of the finger. */
const FREE = 3;
const FIRST_MS = 1000;
const LONGEST_MS = 5 * 60_000;

/**
 * How long the next try has to wait, in milliseconds: twice as long with each wrong one, five minutes at most.
 *
 * @param failures wrong tries in a row
 * @param failedAt when the last was, by the wall clock; a clock set back gains nothing
 */
export function waitMs(failures: number, failedAt: number, now: number): number {
  if (failures < FREE) return 0;
  const whole = Math.min(FIRST_MS * 2 ** (failures - FREE), LONGEST_MS);
  return Math.max(0, Math.min(whole, failedAt + whole - now));
}
