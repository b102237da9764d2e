import { lockOf, type Lock } from '$lib/storage/lock/sealing';
import { database } from './casebook-database';

/** Whether the casebook is sealed on this device, and whether this page may read it. */
class CasebookLock {
  #current = $state.raw<Lock>();

  /** Nothing before the database has been opened. */
  get state(): Lock['state'] | undefined {
    return this.#current?.state;
  }

  /** Whether rows are sealed, or are being sealed. */
  get isOn(): boolean {
    return this.#current !== undefined && this.#current.state !== 'off';
  }

  /** Call when a page of the casebook starts. What keeps the database from opening is told by the page that reads it. */
  async start(): Promise<void> {
    await database.open().catch(() => undefined);
    this.#current = lockOf(database);
  }
}

export const lock = new CasebookLock();
