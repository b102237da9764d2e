/** Of chance, in a code: nobody tries 160 bits through. */
export const RECOVERY_BYTES = 20;

/** Crockford's: no letter that is taken for a figure, and no U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SYMBOLS = (RECOVERY_BYTES * 8) / 5;
/** A prime above the number of symbols: every wrong symbol and every two that changed places are found. */
const MODULUS = 37;
const CHECKS = ALPHABET + '*~$=U';
const GROUP = 5;

export type RecoveryCode =
  { ok: true; bytes: Uint8Array } | { ok: false; reason: 'length' | 'character' | 'checksum' };

/**
 * A recovery code to be printed and typed: 160 bits in Crockford's base 32, in groups, and a symbol that tells a slip.
 *
 * @param bytes 20, drawn by chance
 */
export function recoveryCodeOf(bytes: Uint8Array): string {
  const symbols: number[] = [];
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) symbols.push((held >> (bits - 5)) & 31);
    held &= 255;
  }
  const text = symbols.map((symbol) => ALPHABET[symbol]).join('') + CHECKS[checkOf(symbols)];
  return (text.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join('-');
}

/** Forgives small letters, spaces, dashes (the minus and the soft hyphen among them), and letters that look like a figure. */
export function readRecoveryCode(text: string): RecoveryCode {
  const bare = text
    .toUpperCase()
    .replace(/[\s\p{Pd}\u00ad\u2212_.]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (bare.length !== SYMBOLS + 1) return { ok: false, reason: 'length' };
  const symbols = [...bare.slice(0, -1)].map((symbol) => ALPHABET.indexOf(symbol));
  const check = CHECKS.indexOf(bare.slice(-1));
  if (check < 0 || symbols.includes(-1)) return { ok: false, reason: 'character' };
  if (check !== checkOf(symbols)) return { ok: false, reason: 'checksum' };
  return { ok: true, bytes: bytesOf(symbols) };
}

/** The number that the symbols are, by its rest: as Crockford has it. */
function checkOf(symbols: readonly number[]): number {
  return symbols.reduce((rest, symbol) => (rest * 32 + symbol) % MODULUS, 0);
}

function bytesOf(symbols: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(RECOVERY_BYTES);
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const symbol of symbols) {
    held = (held << 5) | symbol;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 255;
    held &= (1 << bits) - 1;
  }
  return bytes;
}
