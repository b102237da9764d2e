import { expect, test } from 'vitest';
import { parseRescuedRow, parseRescuedVault } from './rescued-schema';

const derivation = { name: 'PBKDF2-SHA256', iterations: 600_000, salt: 'A'.repeat(24) };
const wrapped = { derivation, key: 'AAAA' };
const VAULT = { id: 'vault', keyId: 'k', ways: { passphrase: wrapped, recovery: wrapped } };
const ROW = { id: 'x', content: 'AAAA' };

test('a lock with its two ways in is read, without what else stood beside it', () => {
  expect(parseRescuedVault({ ...VAULT, failures: 3 })).toEqual({ value: VAULT });
});

test.each<[string, unknown, string[]]>([
  ['nothing', undefined, ['']],
  ['a row for the lock', ROW, ['id', 'keyId', 'ways']],
  [
    'a lock without its recovery code',
    { ...VAULT, ways: { passphrase: wrapped } },
    ['ways.recovery']
  ],
  [
    'a key that is not base64',
    { ...VAULT, ways: { passphrase: { derivation, key: 'AAA' }, recovery: wrapped } },
    ['ways.passphrase.key']
  ],
  [
    'a key that is guessed too easily',
    {
      ...VAULT,
      ways: {
        passphrase: wrapped,
        recovery: { derivation: { ...derivation, iterations: 1 }, key: 'AAAA' }
      }
    },
    ['ways.recovery.derivation.iterations']
  ]
])('%s is refused with its place', (_, value, paths) => {
  expect(parseRescuedVault(value)).toEqual({ paths });
});

test('a sealed row keeps whatever stood open on it', () => {
  const row = { ...ROW, kind: 'note', caseId: 'blinded', revision: 2 };
  expect(parseRescuedRow(row)).toEqual({ value: row });
});

test.each<[string, unknown, string[]]>([
  ['a row that was never sealed', { ...ROW, content: { text: 'a' } }, ['content']],
  ['a row whose seal was cut off', { ...ROW, content: 'AAAAA' }, ['content']],
  ['a row without an id', { content: 'AAAA' }, ['id']]
])('%s is none that can be opened', (_, value, paths) => {
  expect(parseRescuedRow(value)).toEqual({ paths });
});
