import type { Known } from './answers';
import { rowOf, TABLE } from './table';
import { SUBTYPES, type Subtype } from './vocabulary';

/** The facts of the table, known or not; T is kept as its two causes. */
export interface Facts {
  x: Known;
  c: Known;
  p: Known;
  /** T from a disease known to damage the tissue. */
  disease: Known;
  /** T from damage at the site before the deposit. */
  damage: Known;
  /** A high product makes it known that calcium or phosphate is raised. */
  cOrPRaised: boolean;
}

/** What holds over every completion of the unknown facts. */
export interface Reached {
  reachable: Subtype[];
  /** Holds in every completion. */
  concurrent: Subtype[];
  /** Holds in some, not in every completion. */
  possibleConcurrent: Subtype[];
}

const BOTH = [true, false];
const YES = [true];
const NO = [false];

function completionsOf(known: Known): boolean[] {
  if (known === 'unknown') return BOTH;
  return known === 'yes' ? YES : NO;
}

/** Sets of subtypes as bits, in alphabetical order. */
const ALPHABETICAL = [...SUBTYPES].sort();

function bitsOf(subtypes: readonly Subtype[]): number {
  return subtypes.reduce((bits, subtype) => bits | (1 << ALPHABETICAL.indexOf(subtype)), 0);
}

function subtypesOf(bits: number): Subtype[] {
  return ALPHABETICAL.filter((_, index) => bits & (1 << index));
}

const BITS = new Map(
  TABLE.map((row) => [
    row,
    {
      subtype: bitsOf([row.subtype]),
      concurrent: bitsOf(row.concurrent),
      concurrentIfDisease: bitsOf([...row.concurrent, ...row.concurrentIfDisease])
    }
  ])
);

/** Evaluates the table for every completion of what is not known. Unknown is never no. */
export function enumerate(facts: Facts): Reached {
  let reachable = 0;
  let some = 0;
  let every = ~0;
  for (const x of completionsOf(facts.x))
    for (const c of completionsOf(facts.c))
      for (const p of completionsOf(facts.p)) {
        if (facts.cOrPRaised && !c && !p) continue;
        for (const disease of completionsOf(facts.disease))
          for (const damage of completionsOf(facts.damage)) {
            const bits = BITS.get(rowOf({ x, c, p, t: disease || damage }))!;
            const concurrent = disease ? bits.concurrentIfDisease : bits.concurrent;
            reachable |= bits.subtype;
            some |= concurrent;
            every &= concurrent;
          }
      }
  return {
    reachable: subtypesOf(reachable),
    concurrent: subtypesOf(every),
    possibleConcurrent: subtypesOf(some & ~every)
  };
}
