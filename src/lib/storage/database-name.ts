/**
 * The name under which every device keeps its casebook. Another name is another, empty database: every case and note
 * written so far would be out of reach. It never changes.
 */
export const DATABASE_NAME = 'calcinote';

/** Dexie tells the browser ten times its own number of a schema. */
export const DEXIE_FACTOR = 10;
