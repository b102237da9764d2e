import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RECOVERY_BYTES, readRecoveryCode, recoveryCodeOf } from './recovery-code';

const bytes = fc.uint8Array({ minLength: RECOVERY_BYTES, maxLength: RECOVERY_BYTES });

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

/** All that stands for a value: those of the check are more than those of the code. */
const ANY = '0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U';

describe('a slip is told, in every code that was tried', () => {
  test('one wrong symbol, at every place and by every other symbol, that of the check among them', () => {
    fc.assert(
      fc.property(bytes, (chance) => {
        const bare = [...recoveryCodeOf(chance).replaceAll('-', '')];
        const read = bare.flatMap((right, at) =>
          [...ANY].flatMap((other) =>
            other === right ? [] : [readRecoveryCode(bare.with(at, other).join('')).ok]
          )
        );
        expect(read).toHaveLength(33 * 36);
        expect(read).not.toContain(true);
      })
    );
  });

  test('two neighbours that changed places, the last with the check among them', () => {
    fc.assert(
      fc.property(bytes, (chance) => {
        const bare = [...recoveryCodeOf(chance).replaceAll('-', '')];
        for (let at = 0; at < bare.length - 1; at += 1) {
          const [left, right] = [bare[at] as string, bare[at + 1] as string];
          const swapped = bare
            .with(at, right)
            .with(at + 1, left)
            .join('');
          expect(readRecoveryCode(swapped).ok).toBe(left === right);
        }
      })
    );
  });
});

/**
 * Why no code slips through. The check is the rest of the number by 37. A wrong symbol changes the number by a difference
 * times a power of 32, two that changed places by a difference times 31 times a power of 32; the last and the check, by
 * twice their difference. None of these is ever a multiple of 37.
 */
test('no difference of one symbol, nor of two neighbours, is lost in the check', () => {
  const powers = Array.from({ length: 32 }, (_, place) => 32n ** BigInt(place));
  const differences = Array.from({ length: 36 }, (_, less) => BigInt(less + 1));
  const lost = differences.flatMap((difference) =>
    [2n, ...powers, ...powers.map((power) => 31n * power)].filter(
      (factor) => (difference * factor) % 37n === 0n
    )
  );
  expect(lost).toEqual([]);
});

test.each(['-', '\u2010', '\u2011', '\u2013', '\u2014', '\u2212', '\u00ad', '\u00a0', ' '])(
  'a code whose groups stand apart by %j is read',
  (between) => {
    const chance = Uint8Array.from({ length: RECOVERY_BYTES }, (_, at) => at * 13);
    const typed = recoveryCodeOf(chance).replaceAll('-', between);
    expect(readRecoveryCode(typed)).toEqual({ ok: true, bytes: chance });
  }
);

test('what is no code is told from a slip', () => {
  const code = recoveryCodeOf(new Uint8Array(RECOVERY_BYTES).fill(7));
  expect(readRecoveryCode(code.slice(1))).toEqual({ ok: false, reason: 'length' });
  expect(readRecoveryCode(`?${code.slice(1)}`)).toEqual({ ok: false, reason: 'character' });
  expect(readRecoveryCode(`${code.slice(0, -1)}?`)).toEqual({ ok: false, reason: 'character' });
  expect(readRecoveryCode(`Z${code.slice(1)}`)).toEqual({ ok: false, reason: 'checksum' });
  expect(readRecoveryCode('')).toEqual({ ok: false, reason: 'length' });
});
