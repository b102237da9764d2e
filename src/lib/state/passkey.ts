import type { PasskeyAnswer } from '$lib/storage/lock/vault';

type Bytes = Uint8Array<ArrayBuffer>;
const NAME = 'Calcinote';
/** ES256 and RS256: what authenticators have. The signature is not used; only the secret counts. */
const ALGORITHMS = [-7, -257];

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** Whether this device has a sensor or a code of its own that a page may ask. */
export async function hasPasskeys(): Promise<boolean> {
  try {
    return await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable();
  } catch {
    return false;
  }
}

/** Makes a passkey on this device and lets it make a secret; nothing when it cannot, or the person does not want to. */
export async function makePasskey(): Promise<PasskeyAnswer | undefined> {
  const salt = random(32);
  try {
    const made = await navigator.credentials.create({
      publicKey: {
        challenge: random(32),
        rp: { name: NAME },
        user: { id: random(16), name: NAME, displayName: NAME },
        pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
        authenticatorSelection: {
          authenticatorAttachment: 'platform',
          residentKey: 'preferred',
          userVerification: 'required'
        },
        extensions: { prf: { eval: { first: salt } } }
      }
    });
    if (!(made instanceof PublicKeyCredential)) return undefined;
    const id = new Uint8Array(made.rawId);
    // Some give the secret at once, others only when they are asked for it.
    const secret = secretOf(made) ?? (await askPasskey({ id, salt }));
    return secret && { id, salt, secret };
  } catch {
    return undefined;
  }
}

/** The secret again, once the person was recognised; nothing when that did not come about. */
export async function askPasskey({
  id,
  salt
}: {
  id: Bytes;
  salt: Bytes;
}): Promise<Bytes | undefined> {
  try {
    const asked = await navigator.credentials.get({
      publicKey: {
        challenge: random(32),
        allowCredentials: [{ type: 'public-key', id }],
        userVerification: 'required',
        extensions: { prf: { eval: { first: salt } } }
      }
    });
    return asked instanceof PublicKeyCredential ? secretOf(asked) : undefined;
  } catch {
    return undefined;
  }
}

function secretOf(credential: PublicKeyCredential): Bytes | undefined {
  const first = credential.getClientExtensionResults().prf?.results?.first;
  if (!first) return undefined;
  const bytes = ArrayBuffer.isView(first)
    ? new Uint8Array(first.buffer, first.byteOffset, first.byteLength)
    : new Uint8Array(first);
  return Uint8Array.from(bytes);
}
