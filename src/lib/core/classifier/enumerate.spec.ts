import { describe, expect, test } from 'vitest';
import type { Known } from './answers';
import { enumerate, type Facts } from './enumerate';
import { TABLE } from './table';

const KNOWN: Known[] = ['yes', 'no', 'unknown'];
const FACTS: Facts[] = KNOWN.flatMap((x) =>
  KNOWN.flatMap((c) =>
    KNOWN.flatMap((p) =>
      KNOWN.flatMap((disease) =>
        KNOWN.flatMap((damage) =>
          [true, false].map((cOrPRaised) => ({ x, c, p, disease, damage, cOrPRaised }))
        )
      )
    )
  )
).filter(({ c, p, cOrPRaised }) => !cOrPRaised || c !== 'no' || p !== 'no');

const KEYS = ['x', 'c', 'p', 'disease', 'damage'] as const;

/** The answer read off the printed table for each completion, gathered with sets. */
function byHand(facts: Facts) {
  let completions: Record<string, boolean>[] = [{}];
  for (const key of KEYS)
    completions = completions.flatMap((known) =>
      [true, false]
        .filter((value) => facts[key] === 'unknown' || (facts[key] === 'yes') === value)
        .map((value) => ({ ...known, [key]: value }))
    );
  const outcomes = completions
    .filter(({ c, p }) => !facts.cOrPRaised || c || p)
    .map(({ x, c, p, disease, damage }) => {
      const row = TABLE.find(
        (one) =>
          one.x === x &&
          one.c === c &&
          one.p === p &&
          one.t === (disease === true || damage === true)
      )!;
      return {
        subtype: row.subtype,
        concurrent: new Set<string>([
          ...row.concurrent,
          ...(disease ? row.concurrentIfDisease : [])
        ])
      };
    });
  const subtypes = ['dystrophic', 'iatrogenic', 'idiopathic', 'metastatic'];
  const concurrent = subtypes.filter((subtype) =>
    outcomes.every((outcome) => outcome.concurrent.has(subtype))
  );
  return {
    reachable: subtypes.filter((subtype) =>
      outcomes.some((outcome) => outcome.subtype === subtype)
    ),
    concurrent,
    possibleConcurrent: subtypes.filter(
      (subtype) =>
        !concurrent.includes(subtype) && outcomes.some((outcome) => outcome.concurrent.has(subtype))
    )
  };
}

test('for every combination of known and unknown facts, what is reachable is what some completion reaches', () => {
  expect(FACTS.length).toBe(3 ** 5 * 2 - 27);
  for (const facts of FACTS) expect(enumerate(facts)).toEqual(byHand(facts));
});

describe('unknown is never no', () => {
  const ALL_UNKNOWN: Facts = {
    x: 'unknown',
    c: 'unknown',
    p: 'unknown',
    disease: 'unknown',
    damage: 'unknown',
    cOrPRaised: false
  };

  test('nothing known reaches everything', () => {
    expect(enumerate(ALL_UNKNOWN)).toEqual({
      reachable: ['dystrophic', 'iatrogenic', 'idiopathic', 'metastatic'],
      concurrent: [],
      possibleConcurrent: ['dystrophic', 'metastatic']
    });
  });

  test('a known exposure is enough without any other fact', () => {
    expect(enumerate({ ...ALL_UNKNOWN, x: 'yes' }).reachable).toEqual(['iatrogenic']);
  });

  test('a missing calcium or phosphate never yields idiopathic alone', () => {
    for (const facts of FACTS)
      if (
        (facts.c === 'unknown' || facts.p === 'unknown') &&
        facts.c !== 'yes' &&
        facts.p !== 'yes'
      )
        expect(enumerate(facts).reachable).not.toEqual(['idiopathic']);
  });

  test('a product that makes one of the two known to be raised leaves no idiopathic', () => {
    expect(enumerate({ ...ALL_UNKNOWN, cOrPRaised: true }).reachable).toEqual([
      'iatrogenic',
      'metastatic'
    ]);
    expect(enumerate({ ...ALL_UNKNOWN, x: 'yes', cOrPRaised: true }).concurrent).toEqual([
      'metastatic'
    ]);
  });
});
