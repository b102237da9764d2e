import { expect, test } from 'vitest';
import { rank } from './rank';

const found = (scores: [number, number][], weight = 1) => ({ scores: new Map(scores), weight });

test('a section that has the whole question comes before one that has a part', () => {
  const ranked = rank(
    [
      found([
        [0, 9],
        [1, 3]
      ]),
      found([[1, 3]])
    ],
    10
  );
  expect(ranked.get(1)).toBeGreaterThan(ranked.get(0) ?? 1);
});

test('what is rare counts more than what is everywhere', () => {
  const everywhere = found(Array.from({ length: 9 }, (_, id): [number, number] => [id, 1]));
  const ranked = rank([everywhere, found([[9, 1]])], 10);
  expect(ranked.get(9)).toBeGreaterThan(ranked.get(0) ?? 1);
});

test('the best answer to everything is worth 1', () => {
  expect(rank([found([[0, 2]]), found([[0, 5]])], 10).get(0)).toBeCloseTo(1);
});

test('a quarter of the best score is worth half of it', () => {
  const ranked = rank(
    [
      found([
        [0, 4],
        [1, 1]
      ])
    ],
    10
  );
  expect(ranked.get(0)).toBeCloseTo(1);
  expect(ranked.get(1)).toBeCloseTo(0.5);
});

test('a part that is found nowhere counts against every section', () => {
  const ranked = rank([found([[0, 2]]), found([])], 10);
  expect(ranked.get(0)).toBeLessThan(0.5);
});

test('nothing asked, nothing found', () => {
  expect(rank([], 10).size).toBe(0);
});
