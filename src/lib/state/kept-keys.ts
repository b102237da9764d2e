import type { Keys, Limits, Vault } from '$lib/storage/lock/vault';
import { askWorker } from './ask-worker';

/** The keys that the worker keeps in its memory for the next page; none when it was ended meanwhile. */
export async function findKeys({ keyId }: Vault): Promise<Keys | undefined> {
  return ((await askWorker('find-keys', keyId)) as Keys | null | undefined) ?? undefined;
}

/** Hands the keys to the worker, where there is one and it can take them: else each page asks for the passphrase. */
export async function keepKeys({ keyId }: Vault, keys: Keys, limits: Limits): Promise<void> {
  await askWorker('keep-keys', { keyId, keys, ...limits });
}

/** A page has the casebook open, in sight or not. */
export async function keysAreUsed(): Promise<void> {
  await askWorker('keys-are-used', document.visibilityState === 'visible');
}

export async function dropKeys(): Promise<void> {
  await askWorker('drop-keys');
}
