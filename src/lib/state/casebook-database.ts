import { DATABASE_NAME } from '$lib/storage/database-name';
import { createDatabase } from '$lib/storage/database';
import { findKeys } from './kept-keys';
import { limitsOf } from '$lib/storage/lock/vault';
import { watch } from './lock-watch';

/** The one database of this page; opened with the first read or write. */
export const database = createDatabase(DATABASE_NAME, async (vault) => {
  const keys = await findKeys(vault);
  if (keys) watch(limitsOf(vault));
  return keys;
});
