/**
 * The name under which every device keeps its casebook. Another name is another, empty database: every case and note
 * written so far would be out of reach. It never changes.
 */
export const DATABASE_NAME = 'calcinote';

/** Whether this device has a casebook, asked without making one. A browser that does not say is taken to have one. */
export async function hasCasebook(): Promise<boolean> {
  try {
    const databases = await indexedDB.databases();
    return databases.some(({ name }) => name === DATABASE_NAME);
  } catch {
    return typeof indexedDB !== 'undefined';
  }
}
