type Bytes = Uint8Array<ArrayBuffer>;

/** Bits of a nonce, drawn anew for each sealing, in bytes. */
const NONCE_BYTES = 12;

/** AES-256-GCM. The nonce stands before what it sealed; what `about` says must be said again to open it. */
export async function seal(key: CryptoKey, plain: Bytes, about: string): Promise<Bytes> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const sealed = await crypto.subtle.encrypt(parameters(iv, about), key, plain);
  const whole = new Uint8Array(NONCE_BYTES + sealed.byteLength);
  whole.set(iv);
  whole.set(new Uint8Array(sealed), NONCE_BYTES);
  return whole;
}

/** @throws OperationError when the key is another, or a bit of what was sealed or of `about` has changed */
export async function unseal(key: CryptoKey, sealed: Bytes, about: string): Promise<Bytes> {
  const iv = sealed.subarray(0, NONCE_BYTES);
  const rest = sealed.subarray(NONCE_BYTES);
  return new Uint8Array(await crypto.subtle.decrypt(parameters(iv, about), key, rest));
}

function parameters(iv: Bytes, about: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(about) };
}
