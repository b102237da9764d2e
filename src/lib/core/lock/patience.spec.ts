import { expect, test } from 'vitest';
import { waitMs } from './patience';

test('the first slips cost nothing, then each wrong try costs twice the one before, up to five minutes', () => {
  const waits = Array.from({ length: 14 }, (_, failures) => waitMs(failures, 0, 0));
  expect(waits.slice(0, 8)).toEqual([0, 0, 0, 1000, 2000, 4000, 8000, 16_000]);
  expect(waits.at(-1)).toBe(300_000);
});

test('time that has passed counts, a clock set back gains nothing and costs no more than the whole wait', () => {
  expect(waitMs(5, 10_000, 11_000)).toBe(3000);
  expect(waitMs(5, 10_000, 99_000)).toBe(0);
  expect(waitMs(5, 10_000, 0)).toBe(4000);
});
