import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RECOVERY_BYTES, readRecoveryCode, recoveryCodeOf } from './recovery-code';

const bytes = fc.uint8Array({ minLength: RECOVERY_BYTES, maxLength: RECOVERY_BYTES });
const symbol = fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ');

test('every code is read back, also as a person types it', () => {
  fc.assert(
    fc.property(bytes, (chance) => {
      const code = recoveryCodeOf(chance);
      const typed = code
        .toLowerCase()
        .replaceAll('-', ' – ')
        .replaceAll('0', 'o')
        .replaceAll('1', 'l');
      expect(readRecoveryCode(code)).toEqual({ ok: true, bytes: chance });
      expect(readRecoveryCode(typed)).toEqual({ ok: true, bytes: chance });
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){6}[0-9A-HJKMNP-TV-Z]{2}[0-9A-Z*~$=]$/);
    })
  );
});

test('one wrong symbol, and two neighbours that changed places, are told', () => {
  fc.assert(
    fc.property(bytes, fc.nat(31), symbol, (chance, at, other) => {
      const bare = [...recoveryCodeOf(chance).replaceAll('-', '')];
      const wrong = bare.with(at, other);
      fc.pre(wrong.join() !== bare.join());
      expect(readRecoveryCode(wrong.join(''))).toEqual({ ok: false, reason: 'checksum' });
    })
  );
  fc.assert(
    fc.property(bytes, fc.nat(30), (chance, at) => {
      const bare = [...recoveryCodeOf(chance).replaceAll('-', '')];
      fc.pre(bare[at] !== bare[at + 1]);
      const swapped = bare.with(at, bare[at + 1] as string).with(at + 1, bare[at] as string);
      expect(readRecoveryCode(swapped.join(''))).toEqual({ ok: false, reason: 'checksum' });
    })
  );
});

test('what is no code is told from a slip', () => {
  const code = recoveryCodeOf(new Uint8Array(RECOVERY_BYTES).fill(7));
  expect(readRecoveryCode(code.slice(1))).toEqual({ ok: false, reason: 'length' });
  expect(readRecoveryCode(`?${code.slice(1)}`)).toEqual({ ok: false, reason: 'character' });
  expect(readRecoveryCode('')).toEqual({ ok: false, reason: 'length' });
});
