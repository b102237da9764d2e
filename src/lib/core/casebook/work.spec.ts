import { expect, test } from 'vitest';
import { forEach, stretch, type Work } from './work';

/** What a page would see of a work: what was told, and where it was given way. */
function watched() {
  const seen: (number | string)[] = [];
  const work: Work = {
    tell: (share) => void seen.push(share),
    pause: async () => void seen.push('pause')
  };
  return { seen, work };
}

test('after each of many the share that is done is told, and the page given way', async () => {
  const { seen, work } = watched();
  const done: [string, number][] = [];
  await forEach(['a', 'b', 'c', 'd'], work, (value, at) => void done.push([value, at]));
  expect(done).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 2],
    ['d', 3]
  ]);
  expect(seen).toEqual([0.25, 'pause', 0.5, 'pause', 0.75, 'pause', 1, 'pause']);
});

test('a stretch tells of the whole as far as it goes, and gives way with it', async () => {
  const { seen, work } = watched();
  const part = stretch(work, 0.5, 0.75);
  for (const share of [0, 0.5, 1]) part.tell(share);
  await part.pause();
  expect(seen).toEqual([0.5, 0.625, 0.75, 'pause']);
});

test('a work that was cancelled does nothing more', async () => {
  const done: number[] = [];
  const cancelled: Work = {
    tell: () => {},
    pause: () => Promise.reject(new Error('cancelled'))
  };
  const act = (value: number) => void done.push(value);
  await expect(forEach([1, 2], stretch(cancelled, 0, 1), act)).rejects.toThrow('cancelled');
  expect(done).toEqual([1]);
});
