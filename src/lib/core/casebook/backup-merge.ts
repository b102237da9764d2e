import { byKindAndId, type Digest } from './backup';
import { canonicalJson } from './canonical-json';
import { ID_RANDOM_BYTES, idFrom } from './id';
import type { AnyRow, RowKind } from './row-schema';
import { UNWATCHED, forEach, type Work } from './work';

/**
 * Two sets of rows made one. Which row of an id is kept depends on the two rows alone, never on which of them was here
 * first: merging in either order gives the same, and merging twice changes nothing. A row in the trash takes part like any
 * other.
 */

/**
 * What becomes of a row that comes in. `conflict`: it and the one that is here say different things and neither was made
 * from the other; which of the two is kept follows the same rule.
 */
export type Fate = 'added' | 'replaced' | 'kept' | 'same' | 'conflict';

export interface Compared {
  row: AnyRow;
  fate: Fate;
}

/**
 * Kinds of which a conflict keeps both: what a person wrote, at length and by themselves, and what stands for itself beside
 * the other. Not copied are a case and a lesion (an empty double that nothing hangs on), a laboratory value (a second
 * figure of one sample would stand in the chart) and an earlier text of a note (which is never changed).
 */
const KEPT_TWICE: readonly RowKind[] = [
  'note',
  'assessment',
  'checklist-template',
  'checklist-run',
  'lesion-visit',
  'treatment'
];

/** For each incoming row what `merge` will do with it. */
export async function compare(
  existing: readonly AnyRow[],
  incoming: readonly AnyRow[],
  work: Work = UNWATCHED
): Promise<Compared[]> {
  const here = byId(existing);
  const compared: Compared[] = [];
  await forEach(incoming, work, (row) =>
    compared.push({ row, fate: fateOf(row, here.get(row.id)) })
  );
  return compared;
}

function fateOf(row: AnyRow, stored: AnyRow | undefined): Fate {
  if (!stored) return 'added';
  const rank = order(row, stored);
  if (rank === 0) return 'same';
  const [winner, loser] = rank > 0 ? [row, stored] : [stored, row];
  if (isConflict(winner, loser)) return 'conflict';
  return rank > 0 ? 'replaced' : 'kept';
}

/**
 * The rows there are when both have been put together, by kind and id. A row that stays as it was is the same object.
 * @param exceptIds of incoming rows that are left out, as if they had not come
 */
export async function merge(
  existing: readonly AnyRow[],
  incoming: readonly AnyRow[],
  digest: Digest,
  exceptIds: ReadonlySet<string> = new Set(),
  work: Work = UNWATCHED
): Promise<AnyRow[]> {
  const merged = byId(existing);
  const losers: AnyRow[] = [];
  await forEach(incoming, work, (row) => {
    if (exceptIds.has(row.id)) return;
    const stored = merged.get(row.id);
    const [winner, loser] = !stored || order(row, stored) > 0 ? [row, stored] : [stored, row];
    merged.set(row.id, winner);
    if (loser && KEPT_TWICE.includes(loser.kind) && isConflict(winner, loser)) losers.push(loser);
  });
  // A copy that is there already, perhaps worked on since, is not overwritten and not copied again.
  for (const loser of losers) {
    const copy = await copyOf(loser, digest);
    const stored = merged.get(copy.id);
    if (!stored || order(copy, stored) > 0) merged.set(copy.id, copy);
  }
  return [...merged.values()].sort(byKindAndId);
}

function byId(rows: readonly AnyRow[]): Map<string, AnyRow> {
  return new Map(rows.map((row) => [row.id, row]));
}

/** Above 0 when the first is kept: the higher revision, then the later, then, so that it is decided, the greater text. */
function order(one: AnyRow, other: AnyRow): number {
  const byRevision = one.revision - other.revision || one.updatedAt - other.updatedAt;
  if (byRevision !== 0) return byRevision;
  const [a, b] = [canonicalJson(one), canonicalJson(other)];
  return a < b ? -1 : Number(a > b);
}

/**
 * A change adds one to the revision and never makes a row older. So of two rows with one revision neither was made from the
 * other, and a row cannot have been made from one that is later than itself.
 */
function isConflict(winner: AnyRow, loser: AnyRow): boolean {
  const areApart = winner.revision === loser.revision || winner.updatedAt < loser.updatedAt;
  return areApart && canonicalJson(winner.content) !== canonicalJson(loser.content);
}

/** The loser under an id of its own, which follows from what it says: every device makes the same copy. */
async function copyOf(loser: AnyRow, digest: Digest): Promise<AnyRow> {
  const { id, content } = loser;
  const hash = await digest(new TextEncoder().encode(canonicalJson({ id, content })));
  const bytes = Uint8Array.from({ length: ID_RANDOM_BYTES }, (_, at) =>
    parseInt(hash.slice(2 * at, 2 * at + 2), 16)
  );
  const madeAt = parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
  // The first revision, whatever the loser had: each change that somebody makes of the copy is above it.
  return { ...loser, id: idFrom(madeAt, bytes), revision: 1 };
}
