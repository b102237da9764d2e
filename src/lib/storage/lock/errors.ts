export class LockedError extends Error {
  override name = 'LockedError';
}

/** What is sealed and does not open, or is not there, though the lock is open. */
export class DamagedError extends Error {
  override name = 'DamagedError';
}
