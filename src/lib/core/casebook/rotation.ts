const DAY_MS = 86_400_000;
export const NEWEST_OF_TODAY = 3;
export const MOST_SNAPSHOTS = 10;

/**
 * Which snapshots stay, by the times they were made: of today the three newest, of each other day the newest, ten in all.
 * Days are those of UTC. What a clock that was wrong has dated ahead comes last, so that it never pushes out a new one.
 */
export function keepOf(times: readonly number[], now: number): number[] {
  const newestFirst = times.toSorted((a, b) => Number(a > now) - Number(b > now) || b - a);
  const today = Math.floor(now / DAY_MS);
  const kept = new Map<number, number>();
  return newestFirst
    .filter((time) => {
      const day = Math.floor(time / DAY_MS);
      const before = kept.get(day) ?? 0;
      kept.set(day, before + 1);
      return before < (day === today ? NEWEST_OF_TODAY : 1);
    })
    .slice(0, MOST_SNAPSHOTS);
}
