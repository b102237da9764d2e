import { hasLockMark } from './lock-mark';

/** What a reader keeps of the reference on this device: favourites, and what was read or searched for last. */
export interface Reading {
  favourites: string[];
  recent: string[];
  searches: string[];
}

const KEY = 'calcinote.reading';
const MOST_RECENT = 8;
const ID = /^[a-z0-9-]{1,60}$/;
const LONGEST_SEARCH = 80;

/** What was stored, list by list: what is not understood is left out. */
export function parseReading(stored: unknown): Reading {
  const { favourites, recent, searches } = (
    typeof stored === 'object' && stored !== null ? stored : {}
  ) as Record<string, unknown>;
  const texts = (list: unknown) =>
    Array.isArray(list) ? list.filter((one): one is string => typeof one === 'string') : [];
  const ids = (list: unknown) => [...new Set(texts(list).filter((one) => ID.test(one)))];
  return {
    favourites: ids(favourites),
    recent: ids(recent).slice(0, MOST_RECENT),
    searches: [...new Set(texts(searches))]
      .filter((one) => one.length <= LONGEST_SEARCH)
      .slice(0, MOST_RECENT)
  };
}

export function readReading(): Reading {
  try {
    return parseReading(JSON.parse(localStorage.getItem(KEY) ?? 'null'));
  } catch {
    return parseReading(null);
  }
}

/** Changes what is kept; answers whether the browser kept it. */
export function changeReading(change: (reading: Reading) => Reading): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(parseReading(change(readReading()))));
    return true;
  } catch {
    return false;
  }
}

/** The list with this one first. */
export function first(one: string, list: readonly string[]): string[] {
  return [one, ...list.filter((other) => other !== one)];
}

/** Puts a topic that was read, or a question, first in its list; with the lock on it leaves no trace of itself. */
export function remember(list: 'recent' | 'searches', one: string): void {
  if (hasLockMark()) return;
  changeReading((reading) => ({ ...reading, [list]: first(one, reading[list]) }));
}

/** What was read and searched for before the lock was turned on; favourites, which were chosen, stay. */
export function forgetTraces(): void {
  const { recent, searches } = readReading();
  if (recent.length + searches.length === 0) return;
  changeReading((reading) => ({ ...reading, recent: [], searches: [] }));
}
