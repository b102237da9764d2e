import { expect, test } from 'vitest';
import { decodeNamedCharacterReference } from './named-characters';

test.each([
  ['lt', '<'],
  ['nbsp', '\u00a0'],
  ['LT', false],
  ['eacute', false],
  ['constructor', false]
])('&%s; stands for %j', (name, character) => {
  expect(decodeNamedCharacterReference(name)).toBe(character);
});
