import { expect, test } from 'vitest';
import { RECOVERY_BYTES, recoveryCodeOf } from './recovery-code';
import { secretOf } from './secret';

const CODE = recoveryCodeOf(new Uint8Array(RECOVERY_BYTES).fill(7));

test('a code is told from a passphrase, however it was typed', () => {
  expect(secretOf(CODE.toLowerCase().replaceAll('-', ' '))).toEqual(['recovery', CODE]);
  expect(secretOf('  quatre mots   sans lien ')).toEqual(['passphrase', 'quatre mots sans lien']);
});

test('a code with a slip in it is tried as a passphrase, which it is not', () => {
  const slip = `${CODE.slice(0, 3)}${CODE[3] === 'A' ? 'B' : 'A'}${CODE.slice(4)}`;
  expect(secretOf(slip)).toEqual(['passphrase', slip]);
});
