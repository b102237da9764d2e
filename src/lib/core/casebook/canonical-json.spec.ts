import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json';

test('keys stand in order at every depth, lists in their own', () => {
  expect(canonicalJson({ b: [2, { d: null, c: true }, 1], a: 'é' })).toBe(
    '{"a":"é","b":[2,{"c":true,"d":null},1]}'
  );
});

test('numbers as keys are ordered as texts', () => {
  expect(canonicalJson({ 10: 0, 9: 0, '': 0 })).toBe('{"":0,"10":0,"9":0}');
});

test('what is undefined is left out', () => {
  expect(canonicalJson({ a: undefined, b: 0 })).toBe('{"b":0}');
});

test('half of a surrogate pair is escaped, and read back as it was', () => {
  const text = canonicalJson({ a: '\ud800x', b: '🫀' });
  expect(text).toBe('{"a":"\\ud800x","b":"🫀"}');
  expect(JSON.parse(text)).toEqual({ a: '\ud800x', b: '🫀' });
});
