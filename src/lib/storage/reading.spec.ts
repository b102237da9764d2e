import { expect, test } from 'vitest';
import { first, parseReading } from './reading';

test('nothing stored is nothing kept', () => {
  for (const stored of [null, undefined, 3, 'x', [], {}])
    expect(parseReading(stored)).toEqual({ favourites: [], recent: [], searches: [] });
});

test('what is no id of a topic is left out', () => {
  expect(
    parseReading({
      favourites: ['surgery', '<img>', 3, 'surgery'],
      recent: 'x',
      searches: ['a', null]
    })
  ).toEqual({ favourites: ['surgery'], recent: [], searches: ['a'] });
});

test('only the last few are recent', () => {
  const recent = Array.from({ length: 20 }, (_, index) => `topic-${index}`);
  expect(parseReading({ recent }).recent).toEqual(recent.slice(0, 8));
});

test('what is read again moves to the front', () => {
  expect(first('b', ['a', 'b', 'c'])).toEqual(['b', 'a', 'c']);
});
