import { expect, test } from 'vitest';
import { DEEPEST_BACKUP, LONGEST_BACKUP } from './backup';
import {
  aboutSealed,
  readSealedBackup,
  writeSealedBackup,
  type SealedHeader
} from './sealed-backup';

const HEADER: SealedHeader = {
  format: 'calcinote-sealed-backup',
  version: 1,
  madeAt: '2026-11-25T14:00:00.000Z',
  derivation: { name: 'PBKDF2-SHA256', iterations: 600_000, salt: 'A'.repeat(24) },
  cipher: 'AES-256-GCM'
};
const SEALED = `${'Zm9v+/98'.repeat(6)}AA==`;
const FILE = writeSealedBackup(HEADER, SEALED);
const fileWith = (change: object) => JSON.stringify({ ...JSON.parse(FILE), ...change });

test('a sealed backup is one line of JSON, its keys in order', () => {
  expect(FILE).toBe(
    '{"cipher":"AES-256-GCM","derivation":{"iterations":600000,"name":"PBKDF2-SHA256",' +
      '"salt":"AAAAAAAAAAAAAAAAAAAAAAAA"},"format":"calcinote-sealed-backup",' +
      `"madeAt":"2026-11-25T14:00:00.000Z","sealed":"${SEALED}","version":1}`
  );
});

test('it is read back as it was written, how it was sealed apart from what is sealed', () => {
  expect(readSealedBackup(FILE)).toEqual({ state: 'sealed', header: HEADER, sealed: SEALED });
});

test('the seal vouches for all that stands open, in whatever order it stands', () => {
  const { madeAt, ...others } = HEADER;
  expect(aboutSealed({ madeAt, ...others })).toBe(aboutSealed(HEADER));
  expect(JSON.parse(aboutSealed(HEADER))).toEqual(HEADER);
});

test.each([
  '',
  'null',
  '[]',
  '{"format":"calcinote-backup"}',
  '{"format":"calcinote-backup","app":"calcinote-sealed-backup"}',
  '["calcinote-sealed-backup"]',
  `${' '.repeat(1000)}"calcinote-sealed-backup" far below its start, and then no JSON`
])('%j is handed on as a file of another kind', (text) => {
  expect(readSealedBackup(text)).toEqual({ state: 'open' });
});

test('a file may be twice as long as what it seals, and no longer', () => {
  expect(readSealedBackup(' '.repeat(2 * LONGEST_BACKUP))).toEqual({ state: 'open' });
  expect(readSealedBackup(' '.repeat(2 * LONGEST_BACKUP + 1))).toEqual({
    state: 'refused',
    reason: 'too-large'
  });
});

test('a file that was cut off, or that nests without end, is refused before it is looked at', () => {
  expect(readSealedBackup(FILE.slice(0, -1))).toEqual({ state: 'refused', reason: 'not-json' });
  const deep = `${FILE.slice(0, -1)},"more":${'['.repeat(DEEPEST_BACKUP)}`;
  expect(readSealedBackup(deep)).toEqual({ state: 'refused', reason: 'too-deep' });
});

test('a version that this app does not know is told before anything else of it', () => {
  expect(readSealedBackup(fileWith({ version: 2, cipher: 'another' }))).toEqual({
    state: 'refused',
    reason: 'newer-version'
  });
});

const { derivation } = HEADER;
test.each<[string, object, string]>([
  ['a version before the first', { version: 0 }, 'version'],
  ['a version that is no number', { version: '2' }, 'version'],
  ['a day for a time', { madeAt: '2026-11-25' }, 'madeAt'],
  ['another cipher', { cipher: 'AES-128-CBC' }, 'cipher'],
  [
    'another way to a key',
    { derivation: { ...derivation, name: 'PBKDF2-SHA1' } },
    'derivation.name'
  ],
  [
    'too few rounds',
    { derivation: { ...derivation, iterations: 599_999 } },
    'derivation.iterations'
  ],
  [
    'rounds without end',
    { derivation: { ...derivation, iterations: 10_000_001 } },
    'derivation.iterations'
  ],
  ['a shorter salt', { derivation: { ...derivation, salt: 'A'.repeat(20) } }, 'derivation.salt'],
  ['something more', { more: 1 }, 'more'],
  ['less than a nonce and a tag', { sealed: 'A'.repeat(36) }, 'sealed'],
  ['base64 that was cut off', { sealed: SEALED.slice(0, -1) }, 'sealed'],
  ['base64 of another alphabet', { sealed: SEALED.replace('+', '-') }, 'sealed'],
  ['a stray sign before base64', { sealed: `é${SEALED.slice(1)}` }, 'sealed'],
  ['an end within base64', { sealed: `AA==${SEALED}` }, 'sealed'],
  ['nothing that is sealed', { sealed: undefined }, 'sealed']
])('%s is refused with its place', (_, change, path) => {
  expect(readSealedBackup(fileWith(change))).toEqual({
    state: 'refused',
    reason: 'invalid',
    paths: [path]
  });
});
