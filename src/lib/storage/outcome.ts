import Dexie from 'dexie';
import type { Outcome, Reason } from '$lib/core/casebook/outcome';
import { isBlocked, isSuperseded } from './database';
import { hasLeft } from './leaving';

/** iOS ends connections of a page in the background; opening again helps, but not for ever. */
const MOST_REOPENINGS = 3;

const BY_NAME: Record<string, Reason> = {
  QuotaExceededError: 'quota',
  DatabaseClosedError: 'connection-lost',
  InvalidStateError: 'connection-lost',
  VersionError: 'newer-database',
  BlockedError: 'blocked',
  AbortError: 'aborted',
  // A transaction that ended before all of it was written.
  PrematureCommitError: 'aborted',
  MissingAPIError: 'unavailable',
  SecurityError: 'unavailable',
  LockedError: 'locked',
  DamagedError: 'damaged'
};
const LOST =
  /connection to indexed database server lost|connection is closing|connection was lost/i;

/** The reason of a failure. Dexie wraps what the browser threw: the innermost that is known is told. */
export function reasonOf(error: unknown): Reason {
  if (typeof error !== 'object' || error === null) return 'unknown';
  const { name, message, inner, failures } = error as Partial<Error> & {
    inner?: unknown;
    /** Of many rows at once Dexie says that some failed, and here why. */
    failures?: unknown[];
  };
  const cause = failures?.[0] ?? inner;
  const within = cause && cause !== error ? reasonOf(cause) : 'unknown';
  if (within !== 'unknown' && within !== 'aborted') return within;
  if (LOST.test(message ?? '')) return 'connection-lost';
  return BY_NAME[name ?? ''] ?? within;
}

/**
 * Why a reading failed. The next one opens the database anew: Dexie by itself answers for ever that a database which once
 * did not open is closed.
 */
export function unread(database: Dexie, error: unknown): Reason {
  if (isSuperseded(database)) return 'newer-database';
  const reason = reasonOf(error);
  if (database.hasFailed() || reason === 'connection-lost')
    database.close({ disableAutoOpen: false });
  return reason;
}

/**
 * Runs a write, which must be one transaction: it is run again, at most three times, on a connection that had died.
 * @returns `saved` only after the transaction completed
 */
export async function written(database: Dexie, write: () => Promise<unknown>): Promise<Outcome> {
  for (let reopenings = 0; ; reopenings += 1) {
    if (isSuperseded(database)) return { saved: false, reason: 'newer-database' };
    if (isBlocked(database)) return { saved: false, reason: 'blocked' };
    if (hasLeft()) return { saved: false, reason: 'aborted' };
    try {
      // Dexie can take code that waits beside a transaction to be within it: a write never joins another's.
      await Dexie.ignoreTransaction(write);
      return { saved: true };
    } catch (error) {
      if (isSuperseded(database)) return { saved: false, reason: 'newer-database' };
      const reason = reasonOf(error);
      const mayReopen = reason === 'connection-lost' && reopenings < MOST_REOPENINGS;
      if (!mayReopen) return { saved: false, reason };
      database.close({ disableAutoOpen: false });
    }
  }
}
