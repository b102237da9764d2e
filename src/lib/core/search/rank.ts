/** What was found for one thing that was asked for: the score of each section, by its number. */
export interface Found {
  scores: ReadonlyMap<number, number>;
  /** How much it says of the subject, from 0 to 1. */
  weight: number;
}

/** How strongly a section that lacks a part of the question falls behind. */
const WHOLENESS = 1.5;

/**
 * Sections by how well they answer the whole question, from 0 to 1, so that two languages can be compared. A rare thing
 * counts more than one that is everywhere; one section that names a thing ten times does not outdo another that has all.
 */
export function rank(found: Found[], sections: number): Map<number, number> {
  const parts = found.map(({ scores, weight }) => ({
    scores,
    weight: weight * Math.log(1 + sections / (scores.size + 0.5)),
    best: Math.max(...scores.values())
  }));
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  const ranked = new Map<number, number>();
  for (const id of new Set(parts.flatMap(({ scores }) => [...scores.keys()]))) {
    let value = 0;
    let covered = 0;
    for (const { scores, weight, best } of parts) {
      const score = scores.get(id);
      if (score === undefined) continue;
      value += weight * Math.sqrt(score / best);
      covered += weight;
    }
    ranked.set(id, (value / whole) * (covered / whole) ** WHOLENESS);
  }
  return ranked;
}
