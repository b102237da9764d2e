import type Dexie from 'dexie';
import type { Keys, Vault } from './vault';

export type Lock =
  | { state: 'off' }
  | { state: 'locked'; vault: Vault }
  | { state: 'unlocked'; vault: Vault; keys: Keys };

const locks = new WeakMap<Dexie, Lock>();

/** Whether rows are sealed, and whether they can be read; nothing is known of it before the database is open. */
export function lockOf(database: Dexie): Lock {
  return locks.get(database) ?? { state: 'off' };
}

export function setLock(database: Dexie, lock: Lock): void {
  locks.set(database, lock);
}
