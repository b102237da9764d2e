import { expect, test } from 'vitest';
import { asJson, settled, type Input } from '../../../../tests/support/findings';
import { evaluate } from './evaluate';
import type { Findings } from './findings';

const evaluated = (changes: Input) => evaluate(asJson(settled(changes)) as Findings);

test('a pattern waits while idiopathic is possible, and for more than the pattern', () => {
  const lesion = { patterns: ['scrotal', 'universal'] };
  const waiting = [{ variant: 'scrotal', onlyForPatterns: false }];
  expect(evaluated({ lesion, labs: { phosphate: undefined } })).toMatchObject({
    variants: [],
    waitingVariants: waiting
  });
  expect(evaluated({ lesion })).toMatchObject({ variants: ['scrotal'], waitingVariants: [] });
  expect(evaluated({ lesion: { ...lesion, damageBefore: 'yes' } })).toMatchObject({
    variants: [],
    waitingVariants: []
  });
});
