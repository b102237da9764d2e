export class LockedError extends Error {
  override name = 'LockedError';
}

/** What is sealed and does not open, is not there, or is not as it was written last, though the lock is open. */
export class DamagedError extends Error {
  override name = 'DamagedError';
  /** Of the row, if it is one. */
  readonly id: string | undefined;

  constructor(what: string, id?: string) {
    super(what);
    this.id = id;
  }
}
