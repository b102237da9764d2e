import { DATABASE_NAME } from '$lib/storage/database-name';

/** Whether this device has a casebook, asked without making one. A browser that does not say is taken to have one. */
export async function hasCasebook(): Promise<boolean> {
  try {
    const databases = await indexedDB.databases();
    return databases.some(({ name }) => name === DATABASE_NAME);
  } catch {
    return typeof indexedDB !== 'undefined';
  }
}
