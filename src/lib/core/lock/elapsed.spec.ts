import { expect, test } from 'vitest';
import { elapsed } from './elapsed';

const since = { wall: 1_000_000, steady: 5000 };

test.each([
  ['both clocks agree', { wall: 1_060_000, steady: 65_000 }, 60_000],
  ['the phone slept: the steady clock stood still', { wall: 4_600_000, steady: 5100 }, 3_600_000],
  ['the wall clock was put right by a second', { wall: 1_059_000, steady: 65_000 }, 60_000],
  ['the wall clock was put right by two seconds', { wall: 998_000, steady: 5500 }, 500],
  ['the wall clock was set back by more', { wall: 997_999, steady: 5500 }, Infinity],
  [
    'the wall clock was set back by an hour',
    { wall: 1_000_000 - 3_600_000, steady: 6000 },
    Infinity
  ],
  [
    'the wall clock was set back a little while it ran on',
    { wall: 1_030_000, steady: 65_000 },
    60_000
  ],
  ['the wall clock was set forward', { wall: 9_000_000, steady: 6000 }, 8_000_000],
  ['nothing has passed', since, 0]
])('%s', (_, now, expected) => {
  expect(elapsed(since, now)).toBe(expected);
});
