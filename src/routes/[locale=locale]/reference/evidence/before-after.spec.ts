import { expect, test } from 'vitest';
import { panelsOf, placeOf } from './before-after';
import { STUDIES } from './studies';

const panels = panelsOf(STUDIES);

test('a study has a panel for each of its units', () => {
  const sultan = panels.filter(({ study }) => study.id.startsWith('sultan-bichat'));
  expect(sultan.map(({ unit, low, high }) => [unit, low, high])).toEqual([
    ['VAS 0-10', 0, 10],
    ['cm2', 0, 4]
  ]);
});

test('a score begins where its scale begins', () => {
  const score = panels.find(({ unit }) => unit === 'score 1-10');
  expect(score).toMatchObject({ low: 1, high: 10 });
  expect(score && placeOf(1, score)).toBe(0);
  expect(score && placeOf(5.5, score)).toBe(50);
});

test('every value reported lies on its scale, and no value after is made up', () => {
  const rows = panels.flatMap((panel) => panel.rows.map((row) => ({ panel, row })));
  expect(rows.length).toBe(STUDIES.flatMap(({ beforeAfter }) => beforeAfter ?? []).length);
  const places = rows.flatMap(({ panel, row: { before, after } }) =>
    [before, after].flatMap((value) => (value === undefined ? [] : [placeOf(value, panel)]))
  );
  expect(places.filter((place) => place < 0 || place > 100)).toEqual([]);
  expect(rows.filter(({ row }) => row.change !== undefined && 'after' in row)).toEqual([]);
});
