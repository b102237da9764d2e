import { dropEntry } from '$lib/storage/classify-entry';
import { eraseEverything as erase, type Left } from '$lib/storage/erase';
import { askWorker } from './ask-worker';
import { database } from './casebook-database';
import { dropKeys } from './kept-keys';
import { tell, unwatch } from './lock-watch';

export type { Left };

/** Erases everything that was left on this device, locked or not, and tells the other tabs. `told` hears what is still there. */
export async function eraseEverything(told: (left: Left[]) => void): Promise<void> {
  unwatch();
  tell('erased');
  dropEntry();
  await Promise.all([dropKeys(), askWorker('drop-carried')]);
  await erase(database, told);
}
