import { createDatabase } from '$lib/storage/database';

/** The one database of this page; opened with the first read or write. */
export const database = createDatabase();
