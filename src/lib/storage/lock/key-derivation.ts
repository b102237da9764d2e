type Bytes = Uint8Array<ArrayBuffer>;

/** OWASP's floor for PBKDF2 with HMAC-SHA-256; what a vault asks for below it is refused. */
export const LEAST_ITERATIONS = 600_000;
/** What new vaults get; a vault with fewer is wrapped anew when it is opened. */
export const ITERATIONS = 600_000;
const SALT_BYTES = 16;

/** How a key is derived from a secret: stands beside what the key protects. */
export interface Derivation {
  name: 'PBKDF2-SHA256';
  iterations: number;
  salt: Bytes;
}

export class WeakDerivationError extends Error {
  override name = 'WeakDerivationError';
}

export function newDerivation(): Derivation {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  return { name: 'PBKDF2-SHA256', iterations: ITERATIONS, salt };
}

/**
 * The AES-256-GCM key that a secret stands for, which cannot be read out.
 *
 * @param secret a passphrase as `normalPassphrase` gives it, or a recovery code
 * @throws WeakDerivationError when the parameters are weaker than the floor: somebody changed them
 */
export async function deriveKey(secret: string, derivation: Derivation): Promise<CryptoKey> {
  const { name, iterations, salt } = derivation;
  if (name !== 'PBKDF2-SHA256' || !(iterations >= LEAST_ITERATIONS) || salt.length < SALT_BYTES)
    throw new WeakDerivationError(`${name} ${iterations}`);
  const bytes = new TextEncoder().encode(secret);
  const base = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', iterations, salt },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt']
  );
}
