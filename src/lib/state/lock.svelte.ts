import { waitMs } from '$lib/core/lock/patience';
import type { Work } from '$lib/core/casebook/work';
import type { Outcome } from '$lib/core/casebook/outcome';
import { written } from '$lib/storage/outcome';
import { findDamaged, removeDamaged, type Damaged } from '$lib/storage/lock/damage';
import { WeakDerivationError } from '$lib/storage/lock/key-derivation';
import { lockOf, setLock, type Lock } from '$lib/storage/lock/lock-state';
import {
  changeVault,
  goOn,
  sealStragglers,
  turnOff,
  turnOn,
  type Turned
} from '$lib/storage/lock/turning';
import {
  VAULT,
  addPasskey,
  inState,
  isOutdated,
  limitsOf,
  openVault,
  openWithPasskey,
  rewrap,
  type Limits,
  type Vault,
  type Way
} from '$lib/storage/lock/vault';
import { setLockMark } from '$lib/storage/lock-mark';
import { forgetTraces } from '$lib/storage/reading';
import { database } from './casebook-database';
import { takeUp } from './carried';
import { keepKeys } from './kept-keys';
import { isOffDisk } from './off-disk';
import { askPasskey, makePasskey } from './passkey';
import { lockNow, onUnsaved, tell, unwatch, watch } from './lock-watch';
import { setAside } from './set-aside.svelte';

export type { Damaged, Turned };

/** What became of a try to open the lock: wrong, too early, or the vault asks for less than what is safe. */
export type Opening =
  | { opened: true }
  | { opened: false; reason: 'wrong' | 'weak' }
  | { opened: false; reason: 'wait'; waitMs: number };

/** What became of changing how the lock opens. */
export type Renewal =
  | Outcome
  | { saved: false; reason: 'wrong' | 'weak' }
  | { saved: false; reason: 'wait'; waitMs: number };

const NO_FAILURES = { failures: 0, failedAt: 0 };

/** What asks for fewer rounds than are safe is told apart from a wrong secret. */
async function orWeak<Answer>(open: () => Promise<Answer>): Promise<Answer | 'weak'> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof WeakDerivationError) return 'weak';
    throw error;
  }
}

/** Whether the casebook is sealed on this device, and whether this page may read it. */
class CasebookLock {
  #current = $state.raw<Lock>();
  #turning = $state<'on' | 'off' | 'rest'>();
  #isLookedFor = $state(false);

  /** Nothing before the database has been opened. */
  get state(): Lock['state'] | undefined {
    return this.#current?.state;
  }

  /** The database was asked for a lock, and has none that is closed: what is there to be kept can be begun with. */
  get isPassed(): boolean {
    return this.#isLookedFor && this.state !== 'locked';
  }

  /** Whether rows are sealed, or are being sealed. */
  get isOn(): boolean {
    return this.#current !== undefined && this.#current.state !== 'off';
  }

  /** What a sudden end broke off: rows that are still to be sealed, or to be opened. */
  get isUnfinished(): 'sealing' | 'opening' | undefined {
    const lock = this.#current;
    if (lock?.state !== 'unlocked' || lock.vault.state === 'sealed') return undefined;
    return lock.vault.state;
  }

  /** What this page is doing to the rows. */
  get turning(): 'on' | 'off' | 'rest' | undefined {
    return this.#turning;
  }

  get limits(): Limits | undefined {
    return this.#current?.state === 'unlocked' ? limitsOf(this.#current.vault) : undefined;
  }

  /** Where the browser has what sealing needs: everywhere but on an address without https. */
  get isPossible(): boolean {
    return typeof crypto !== 'undefined' && crypto.subtle !== undefined;
  }

  /** Call when a page of the casebook starts. What keeps the database from opening is told by the page that reads it. */
  async start(): Promise<void> {
    onUnsaved(() => setAside.put());
    try {
      await database.open();
      if (lockOf(database).state === 'unlocked') await setAside.takeBack();
      this.#look();
    } catch {
      // Nothing is known of a lock then, and nothing can be turned on.
    }
    this.#isLookedFor = true;
  }

  /** Tries a passphrase or a recovery code. Wrong ones in a row cost time, also after the app was started anew. */
  async unlock(way: Way, secret: string): Promise<Opening> {
    const lock = lockOf(database);
    if (lock.state !== 'locked') return { opened: true };
    const tried = await this.#try();
    if (typeof tried === 'number') return { opened: false, reason: 'wait', waitMs: tried };
    // The lock was turned off, or on anew, in another tab.
    if (tried?.keyId !== lock.vault.keyId) {
      location.reload();
      return { opened: false, reason: 'wrong' };
    }
    setLock(database, { state: 'locked', vault: tried });
    const opened = await orWeak(async () => {
      const keys = await openVault(tried, way, secret);
      if (!keys) return undefined;
      const ways =
        isOutdated(tried, way) && (await rewrap(tried, [way, secret], { [way]: secret }));
      return { keys, ways: ways || {} };
    });
    if (!opened || opened === 'weak') return { opened: false, reason: opened ?? 'wrong' };
    const { keys, ways } = opened;
    const kept = await changeVault(database, { vault: tried, keys }, (now) => ({
      ...now,
      ...NO_FAILURES,
      ways: { ...now.ways, ...ways }
    }));
    // A full disk keeps nobody out.
    if (!kept.saved && kept.reason !== 'locked')
      setLock(database, { state: 'unlocked', vault: tried, keys });
    await this.#opened();
    return lockOf(database).state === 'unlocked'
      ? { opened: true }
      : { opened: false, reason: 'wrong' };
  }

  /** Counts a try before it is made: who ends the app meanwhile, or tries in many tabs, gains none. Answers how long to wait. */
  async #try(): Promise<number | Vault | undefined> {
    let answer: number | Vault | undefined;
    await written(database, () =>
      database.transaction('rw', 'settings', async () => {
        const vault = (await database.table('settings').get(VAULT)) as Vault | undefined;
        answer = vault;
        if (!vault) return;
        const now = Date.now();
        const wait = waitMs(vault.failures, vault.failedAt, now);
        if (wait > 0) answer = wait;
        else
          await database
            .table('settings')
            .put({ ...vault, failures: vault.failures + 1, failedAt: now });
      })
    );
    return answer;
  }

  /** Whether a passkey of this device opens the lock. */
  get hasPasskey(): boolean {
    const lock = this.#current;
    return lock !== undefined && lock.state !== 'off' && lock.vault.passkey !== undefined;
  }

  /** Asks the device who it is; what it answers opens the lock or does not, and costs no try. */
  async unlockWithPasskey(): Promise<boolean> {
    const lock = lockOf(database);
    if (lock.state !== 'locked' || !lock.vault.passkey) return lock.state === 'unlocked';
    const secret = await askPasskey(lock.vault.passkey);
    const keys = secret && (await openWithPasskey(lock.vault, secret));
    if (!keys) return false;
    setLock(database, { state: 'unlocked', vault: lock.vault, keys });
    await this.#opened();
    return true;
  }

  /** Has a passkey of this device open the lock, too. */
  async addPasskey(
    secret: readonly [Way, string]
  ): Promise<Renewal | { saved: false; reason: 'refused' }> {
    const lock = lockOf(database);
    if (lock.state !== 'unlocked') return { saved: false, reason: 'locked' };
    const tried = await this.#try();
    if (typeof tried === 'number') return { saved: false, reason: 'wait', waitMs: tried };
    const isRight = await orWeak(async () => tried && (await openVault(tried, ...secret)));
    if (!tried || !isRight || isRight === 'weak')
      return { saved: false, reason: isRight === 'weak' ? 'weak' : 'wrong' };
    const made = await makePasskey();
    const passkey = made && (await addPasskey(tried, secret, made));
    const outcome = await changeVault(database, lock, (vault) => ({
      ...vault,
      ...NO_FAILURES,
      ...(passkey && { passkey })
    }));
    this.#look();
    return passkey ? outcome : { saved: false, reason: 'refused' };
  }

  async removePasskey(): Promise<Outcome> {
    const lock = lockOf(database);
    if (lock.state !== 'unlocked') return { saved: false, reason: 'locked' };
    const outcome = await changeVault(database, lock, ({ passkey, ...vault }) => {
      void passkey;
      return vault;
    });
    this.#look();
    return outcome;
  }

  async turnOn(secrets: Record<Way, string>, work: Work): Promise<Turned> {
    const others = async () => {
      tell('changed');
      await this.#opened();
    };
    return this.#turn('on', () => turnOn(database, secrets, others, work));
  }

  async turnOff(work: Work): Promise<Turned> {
    return this.#turn('off', () => turnOff(database, work));
  }

  /** Takes what a sudden end broke off to its end. */
  async goOn(work: Work): Promise<Turned> {
    return this.#turn('rest', () => goOn(database, work));
  }

  /** Takes back what a sudden end broke off: a full disk may not bear that it goes on. */
  async goBack(work: Work): Promise<Turned> {
    const lock = lockOf(database);
    if (lock.state !== 'unlocked') return { saved: false, reason: 'locked' };
    const back = lock.vault.state === 'sealing' ? 'opening' : 'sealing';
    const kept = await changeVault(database, lock, (vault) => inState(vault, back, lock.keys));
    return kept.saved ? this.#turn('rest', () => goOn(database, work)) : kept;
  }

  /** Another passphrase or another recovery code, for the same key. */
  async renew(
    [way, secret]: readonly [Way, string],
    renewed: Partial<Record<Way, string>>
  ): Promise<Renewal> {
    const lock = lockOf(database);
    if (lock.state !== 'unlocked') return { saved: false, reason: 'locked' };
    // Another tab may have changed the passphrase: what is stored counts.
    const stored = await this.#try();
    if (typeof stored === 'number') return { saved: false, reason: 'wait', waitMs: stored };
    const ways = await orWeak(async () => stored && (await rewrap(stored, [way, secret], renewed)));
    if (!ways || ways === 'weak') return { saved: false, reason: ways ?? 'wrong' };
    const outcome = await changeVault(database, lock, (vault) => ({
      ...vault,
      ...NO_FAILURES,
      ways: { ...vault.ways, ...ways }
    }));
    this.#look();
    return outcome;
  }

  async setLimits(limits: Limits): Promise<Outcome> {
    const lock = lockOf(database);
    if (lock.state !== 'unlocked') return { saved: false, reason: 'locked' };
    const outcome = await changeVault(database, lock, (vault) => ({ ...vault, limits }));
    this.#look();
    if (outcome.saved) await this.#keep();
    return outcome;
  }

  /** What a tab that did not know of the lock has written since: sealed some time after the casebook was opened. */
  async tidy(): Promise<void> {
    await sealStragglers(database).catch(() => undefined);
  }

  /** @throws LockedError when it is locked meanwhile, AbortError when the work was cancelled */
  findDamaged(work: Work): Promise<Damaged[]> {
    return findDamaged(database, work);
  }

  removeDamaged(damaged: readonly Damaged[]): Promise<Outcome> {
    return removeDamaged(database, damaged);
  }

  now(): Promise<void> {
    return lockNow();
  }

  #look(): void {
    this.#current = lockOf(database);
    setLockMark(this.isOn);
    if (!this.isOn) return;
    forgetTraces();
    if (isOffDisk()) void takeUp();
  }

  async #opened(): Promise<void> {
    await this.#keep();
    await setAside.takeBack();
    this.#look();
    tell('unlocked');
  }

  /** Has the next page find the keys, and this one locked in time. */
  async #keep(): Promise<void> {
    const lock = lockOf(database);
    if (lock.state !== 'unlocked') return;
    const limits = limitsOf(lock.vault);
    watch(limits);
    await keepKeys(lock.vault, lock.keys, limits);
  }

  /** One page at a time: another that is at it is waited for. */
  async #turn(what: 'on' | 'off' | 'rest', turn: () => Promise<Turned>): Promise<Turned> {
    this.#turning = what;
    try {
      return await navigator.locks.request('calcinote-turning', turn);
    } finally {
      this.#turning = undefined;
      this.#look();
      if (this.state === 'off') {
        unwatch();
        tell('changed');
      }
    }
  }
}

export const lock = new CasebookLock();
