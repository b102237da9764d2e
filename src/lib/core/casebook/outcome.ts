/** Why something was not kept, or could not be read. Closed: each has its words in both languages. */
export const REASONS = [
  'quota',
  'connection-lost',
  'newer-database',
  'blocked',
  'aborted',
  'unavailable',
  'locked',
  'damaged',
  'unknown'
] as const;
export type Reason = (typeof REASONS)[number];

/** What became of a write: never thrown, so that no caller can forget the failure. */
export type Outcome = { saved: true } | { saved: false; reason: Reason };

/** What a read has come to. A failed one is never an empty one. */
export type Reading<Value> =
  { state: 'reading' } | { state: 'read'; value: Value } | { state: 'failed'; reason: Reason };
