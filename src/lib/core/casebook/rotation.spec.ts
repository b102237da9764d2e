import { expect, test } from 'vitest';
import { keepOf } from './rotation';

const DAY = 86_400_000;
const HOUR = DAY / 24;
const NOW = Date.UTC(2026, 10, 25, 14);
const hoursAgo = (...hours: number[]) => hours.map((one) => NOW - one * HOUR);

test('of today the three newest stay', () => {
  expect(keepOf(hoursAgo(5, 3, 1, 0, 2), NOW)).toEqual(hoursAgo(0, 1, 2));
});

test('of a day before the newest stays', () => {
  expect(keepOf(hoursAgo(0, 14, 15, 20, 38, 39), NOW)).toEqual(hoursAgo(0, 14, 15, 39));
});

test('a day begins at midnight', () => {
  const [midnight, before] = [Date.UTC(2026, 10, 25), Date.UTC(2026, 10, 25) - 1];
  expect(keepOf([before, midnight, before - 1], NOW)).toEqual([midnight, before]);
});

test('ten stay in all, the newest', () => {
  const days = Array.from({ length: 20 }, (_, day) => NOW - day * DAY);
  expect(keepOf([...days, NOW - 1], NOW)).toEqual([NOW, NOW - 1, ...days.slice(1, 9)]);
});

test('what a wrong clock has dated ahead never pushes out a new one', () => {
  const ahead = Array.from({ length: 12 }, (_, day) => NOW + day * DAY + 1);
  const days = Array.from({ length: 9 }, (_, day) => NOW - day * DAY);
  for (const times of [
    [...ahead, ...days],
    [...days, ...ahead]
  ])
    expect(keepOf(times, NOW)).toEqual([...days, NOW + 11 * DAY + 1]);
});

test('of none none stays', () => {
  expect(keepOf([], NOW)).toEqual([]);
});
