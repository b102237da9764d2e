import frozen from '../fixtures/databases/schema-1.json';

/** Frozen when schema 1 was released; a time in it is milliseconds since 1970. */
const FROZEN_AT = frozen.tables.drafts[0]?.updatedAt ?? NaN;
const FIRST_TIME = Date.UTC(2020, 0);

/**
 * The released database as if its last change had been made just now: what the app does by time (removing what has lain in the
 * trash for a month, taking up a draft that nobody types on) comes out alike on any day.
 */
export const released = { ...frozen, tables: later(frozen.tables, Date.now() - FROZEN_AT) };

function later<Value>(value: Value, by: number): Value {
  if (typeof value === 'number') return (value > FIRST_TIME ? value + by : value) as Value;
  if (Array.isArray(value)) return value.map((inner: unknown) => later(inner, by)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, later(inner as unknown, by)])
  ) as Value;
}
