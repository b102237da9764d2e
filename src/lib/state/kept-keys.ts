import { ask } from '$lib/pwa/protocol';
import type { Keys, Vault } from '$lib/storage/lock/vault';

/** A worker that is being started takes a slow phone a second. */
const LONGEST_MS = 3000;

const worker = () => navigator.serviceWorker?.controller ?? undefined;

/** The keys that the worker keeps in its memory for the next page; none when it was ended meanwhile. */
export async function findKeys({ keyId }: Vault): Promise<Keys | undefined> {
  const asked = worker();
  if (!asked) return undefined;
  const answered = ask(asked, 'find-keys', keyId).catch(() => undefined);
  return ((await Promise.race([answered, tooLate()])) as Keys | null) ?? undefined;
}

const tooLate = () => new Promise<undefined>((done) => setTimeout(done, LONGEST_MS));

/** Hands the keys to the worker, where there is one and it can take them: else each page asks for the passphrase. */
export async function keepKeys({ keyId }: Vault, keys: Keys, idleMs: number): Promise<void> {
  const asked = worker();
  try {
    if (asked) await Promise.race([ask(asked, 'keep-keys', { keyId, keys, idleMs }), tooLate()]);
  } catch {
    // Some browsers hand a key to no other thread.
  }
}

export async function keysAreUsed(): Promise<void> {
  const asked = worker();
  if (asked) await ask(asked, 'keys-are-used').catch(() => undefined);
}

export async function dropKeys(): Promise<void> {
  const asked = worker();
  if (asked) await Promise.race([ask(asked, 'drop-keys').catch(() => undefined), tooLate()]);
}
