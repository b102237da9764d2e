import { expect, test } from 'vitest';
import { readMillimetres } from './millimetres';

test.each([
  ['12', 12],
  [' 3,5 ', 3.5],
  ['3.25', 3.25],
  ['2000', 2000]
])('%j is read', (text, value) => {
  expect(readMillimetres(text)).toEqual({ kind: 'read', value });
});

test.each(['0', '2001', '1,234', '-3', '3 mm', '<5', '1e2', '12,'])('%j is refused', (text) => {
  expect(readMillimetres(text)).toEqual({ kind: 'refused' });
});

test('nothing typed is nothing', () => {
  expect(readMillimetres('  ')).toEqual({ kind: 'empty' });
});
