import { DATABASE_NAME } from '$lib/storage/database-name';
import { createDatabase } from '$lib/storage/database';
import { findKeys } from './kept-keys';
import { lockOf } from '$lib/storage/lock/lock-state';
import { limitsOf } from '$lib/storage/lock/vault';
import { hear, watch } from './lock-watch';

/** The one database of this page; opened with the first read or write. */
export const database = createDatabase(DATABASE_NAME, async (vault) => {
  const keys = await findKeys(vault);
  if (keys) watch(limitsOf(vault));
  return keys;
});

// Only a new page asks the worker for the keys. Pages that show a few rows, such as a topic with its notes, have no other way.
hear((what) => {
  if (what === 'unlocked' && lockOf(database).state === 'locked') location.reload();
});
