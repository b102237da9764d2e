import { toBase64 } from '../base64';
import { seal, unseal } from './cipher';
import { FORMAT } from './sealed-row';
import { ITERATIONS, deriveKey, newDerivation, type Derivation } from './key-derivation';

type Bytes = Uint8Array<ArrayBuffer>;

/** Under which id the vault stands in the table of settings. */
export const VAULT = 'vault';
const KEY_BYTES = 32;

/** What the data key is wrapped with. */
export type Way = 'passphrase' | 'recovery';

/** After how long without use, and out of sight, an open casebook is locked. */
export interface Limits {
  idleMs: number;
  hiddenMs: number;
}

/** Set by us: long enough for a word with a patient, short enough for a phone left on a bed. */
export const USUAL_LIMITS: Limits = { idleMs: 5 * 60_000, hiddenMs: 60_000 };

/** What is offered at most: whoever can write the vault cannot have it stay open for ever. */
const LONGEST: Limits = { idleMs: 30 * 60_000, hiddenMs: 15 * 60_000 };

interface Wrapped {
  derivation: Derivation;
  key: Bytes;
}

/**
 * The lock as it is stored. Rows are being sealed, are all sealed, or are being opened again; in each state both kinds of row
 * can be read, so that a sudden end at any moment loses nothing.
 */
export interface Vault {
  id: typeof VAULT;
  /** Names the key, so that keys of an earlier vault are not taken for it. */
  keyId: string;
  state: 'sealing' | 'sealed' | 'opening';
  /** In which format all rows are sealed, once there is none in another. */
  format?: number | undefined;
  /** While rows are being opened: shows that whoever asked for it held the key. */
  openingMark?: string | undefined;
  ways: Record<Way, Wrapped>;
  /** Where a passkey of this device opens the lock, too. */
  passkey?: { id: Bytes; salt: Bytes; key: Bytes };
  limits: Limits;
  /** Wrong secrets in a row, and when the last was tried. */
  failures: number;
  failedAt: number;
}

/** The keys of an open vault. Neither can be read out. */
export interface Keys {
  /** AES-256-GCM, seals rows. */
  rows: CryptoKey;
  /** HMAC-SHA-256, turns what rows are found by into what says nothing. */
  index: CryptoKey;
  /** What only whoever holds them can write into the vault, to have rows written in the open. */
  openingMark: string;
}

/** A new vault with a key of its own, which leaves no trace beside it. */
export async function makeVault(secrets: Record<Way, string>): Promise<[Vault, Keys]> {
  const key = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  try {
    const ways = {
      passphrase: await wrap(key, 'passphrase', secrets.passphrase),
      recovery: await wrap(key, 'recovery', secrets.recovery)
    };
    const keyId = crypto.randomUUID();
    const vault: Vault = {
      id: VAULT,
      keyId,
      state: 'sealing',
      ways,
      limits: USUAL_LIMITS,
      failures: 0,
      failedAt: 0
    };
    return [vault, await keysFrom(key, keyId)];
  } finally {
    key.fill(0);
  }
}

/** The vault in another state; that rows are to be opened is vouched for with the keys. */
export function inState(vault: Vault, state: Vault['state'], { openingMark }: Keys): Vault {
  return {
    ...vault,
    state,
    format: state === 'sealed' ? FORMAT : undefined,
    openingMark: state === 'opening' ? openingMark : undefined
  };
}

/** Whether every row is sealed as rows are now: none is to be looked for in the open, or in an earlier format. */
export const isWhole = ({ state, format }: Vault): boolean =>
  state === 'sealed' && format === FORMAT;

/** Whether rows are written in the open: never because somebody without the keys changed the stored vault. */
export function isOpening({ state, openingMark }: Vault, keys: Keys): boolean {
  return state === 'opening' && openingMark === keys.openingMark;
}

/** After how long it is locked, at most. */
export function limitsOf({ limits }: Vault): Limits {
  const least = (asked: number, most: number) => (asked >= 0 ? Math.min(asked, most) : 0);
  return {
    idleMs: least(limits.idleMs, LONGEST.idleMs),
    hiddenMs: least(limits.hiddenMs, LONGEST.hiddenMs)
  };
}

/** Whether it was made when fewer rounds were thought enough. */
export function isOutdated(vault: Vault, way: Way): boolean {
  return vault.ways[way].derivation.iterations < ITERATIONS;
}

/** The keys; nothing when the secret is wrong. Throws when the vault itself is not to be trusted. */
export async function openVault(vault: Vault, way: Way, secret: string): Promise<Keys | undefined> {
  return withKey(vault, way, secret, (key) => keysFrom(key, vault.keyId));
}

/** The same key wrapped with new secrets, and only that; nothing when the one that opens it is wrong. */
export async function rewrap(
  vault: Vault,
  [way, secret]: readonly [Way, string],
  renewed: Partial<Record<Way, string>>
): Promise<Partial<Vault['ways']> | undefined> {
  return withKey(vault, way, secret, async (key) => {
    const ways: Partial<Vault['ways']> = {};
    for (const [each, next] of Object.entries(renewed) as [Way, string][])
      ways[each] = await wrap(key, each, next);
    return ways;
  });
}

/** What a passkey gave for its salt: 32 bytes that only this authenticator can make again (WebAuthn, extension `prf`). */
export interface PasskeyAnswer {
  id: Bytes;
  salt: Bytes;
  secret: Bytes;
}

/** The same key wrapped for a passkey as well; nothing when the secret is wrong. */
export function addPasskey(
  vault: Vault,
  [way, secret]: readonly [Way, string],
  { id, salt, secret: made }: PasskeyAnswer
): Promise<Vault['passkey']> {
  return withKey(vault, way, secret, async (key) => ({
    id,
    salt,
    key: await seal(await passkeyKey(made), key, ABOUT_PASSKEY)
  }));
}

/** The keys; nothing when the passkey is another. */
export async function openWithPasskey(vault: Vault, secret: Bytes): Promise<Keys | undefined> {
  if (!vault.passkey) return undefined;
  const wrapping = await passkeyKey(secret);
  const key = await unseal(wrapping, vault.passkey.key, ABOUT_PASSKEY).catch(() => undefined);
  return key && keysFrom(key, vault.keyId).finally(() => key.fill(0));
}

const ABOUT_PASSKEY = 'calcinote key passkey';

/** What the authenticator gives is as good as drawn by chance: it needs no rounds. */
async function passkeyKey(secret: Bytes): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    hkdf(ABOUT_PASSKEY),
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt']
  );
}

async function withKey<Result>(
  vault: Vault,
  way: Way,
  secret: string,
  use: (key: Bytes) => Promise<Result>
): Promise<Result | undefined> {
  const { derivation, key: wrapped } = vault.ways[way];
  const wrapping = await deriveKey(secret, derivation);
  const key = await unseal(wrapping, wrapped, aboutKey(way, derivation)).catch(() => undefined);
  if (!key) return undefined;
  try {
    return await use(key);
  } finally {
    key.fill(0);
  }
}

async function wrap(key: Bytes, way: Way, secret: string): Promise<Wrapped> {
  const derivation = newDerivation();
  const wrapping = await deriveKey(secret, derivation);
  return { derivation, key: await seal(wrapping, key, aboutKey(way, derivation)) };
}

const aboutKey = (way: Way, { name, iterations }: Derivation) =>
  `calcinote key ${way} ${name} ${iterations}`;

async function keysFrom(key: Bytes, keyId: string): Promise<Keys> {
  const base = await crypto.subtle.importKey('raw', key, 'HKDF', false, ['deriveKey']);
  const [rows, index] = await Promise.all([
    crypto.subtle.deriveKey(hkdf('calcinote rows'), base, { name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt'
    ]),
    crypto.subtle.deriveKey(
      hkdf('calcinote index'),
      base,
      { name: 'HMAC', hash: 'SHA-256', length: 256 },
      false,
      ['sign']
    )
  ]);
  const about = new TextEncoder().encode(`calcinote opening ${keyId}`);
  const mark = new Uint8Array(await crypto.subtle.sign('HMAC', index, about));
  return { rows, index, openingMark: toBase64(mark) };
}

const hkdf = (info: string): HkdfParams => ({
  name: 'HKDF',
  hash: 'SHA-256',
  salt: new Uint8Array(),
  info: new TextEncoder().encode(info)
});
