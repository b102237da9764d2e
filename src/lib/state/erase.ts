import { eraseEverything as erase, type Left } from '$lib/storage/erase';
import { database } from './casebook-database';
import { dropKeys } from './kept-keys';
import { tell, unwatch } from './lock-watch';

export type { Left };

/** Erases everything that was left on this device, locked or not, and tells the other tabs. Answers what is still there. */
export async function eraseEverything(): Promise<Left[]> {
  unwatch();
  tell('erased');
  await dropKeys();
  return erase(database);
}
