import { expect, test } from 'vitest';
import { canonicalJson, isSameJson } from './canonical-json';

test('keys stand in order at every depth, lists in their own', () => {
  expect(canonicalJson({ b: [2, { d: null, c: true }, 1], a: 'é' })).toBe(
    '{"a":"é","b":[2,{"c":true,"d":null},1]}'
  );
});

test('numbers as keys are ordered as texts', () => {
  expect(canonicalJson({ 10: 0, 9: 0, '': 0 })).toBe('{"":0,"10":0,"9":0}');
});

test('keys that an object keeps in an order of its own are written in that of all', () => {
  const states = JSON.parse(
    '{"__proto__":1,"b":{"a":0,"2":0,"10":0},"0":[{"c":0,"1":0}]}'
  ) as object;
  expect(canonicalJson({ rows: [{ states }] })).toBe(
    '{"rows":[{"states":{"0":[{"1":0,"c":0}],"__proto__":1,"b":{"10":0,"2":0,"a":0}}}]}'
  );
});

test.each([
  ['{"a":[1,{"b":null}]}', '{"a":[1,{"b":null}]}', true],
  ['{"a":0,"b":1}', '{"b":1,"a":-0}', true],
  ['{"__proto__":1}', '{"__proto__":1}', true],
  ['{"__proto__":1}', '{"a":1}', false],
  ['{"toString":1}', '{"a":1}', false],
  ['{"a":1}', '{"a":1,"b":1}', false],
  ['{"0":1}', '[1]', false],
  ['[1,2]', '[2,1]', false],
  ['[]', 'null', false],
  ['{"a":{}}', '{"a":"x"}', false],
  ['{"a":{}}', '{"a":""}', false],
  ['{"a":0}', '{"a":{}}', false]
])('%s and %s are the same: %s', (one, other, isSame) => {
  expect(isSameJson(JSON.parse(one), JSON.parse(other))).toBe(isSame);
  expect(canonicalJson(JSON.parse(one)) === canonicalJson(JSON.parse(other))).toBe(isSame);
});

test('what is undefined is left out', () => {
  expect(canonicalJson({ a: undefined, b: 0 })).toBe('{"b":0}');
});

test('half of a surrogate pair is escaped, and read back as it was', () => {
  const text = canonicalJson({ a: '\ud800x', b: '🫀' });
  expect(text).toBe('{"a":"\\ud800x","b":"🫀"}');
  expect(JSON.parse(text)).toEqual({ a: '\ud800x', b: '🫀' });
});
