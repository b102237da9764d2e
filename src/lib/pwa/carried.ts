/**
 * What a page leaves for the next one of its tab, with the lock on: in the worker's memory, as a browser writes what a tab
 * stores to the disk. The browser ends a worker that nobody speaks to, and with it this is gone.
 */
export interface Carried {
  /** What is entered on Classify. */
  entry?: unknown;
  /** Findings of the casebook on their way to Classify. */
  handed?: unknown;
}

/** Pages that are gone are not told of; those that live tell theirs again and again. */
const MOST = 64;

/** By the name of the page; what was told last comes last. */
const byName = new Map<string, Carried>();

export function keepCarried({ page, carried }: { page: string; carried: Carried }): true {
  byName.delete(page);
  byName.set(page, carried);
  if (byName.size > MOST) byName.delete([...byName.keys()][0]!);
  return true;
}

export function findCarried(page: string): Carried {
  return byName.get(page) ?? {};
}

export function dropCarried(): true {
  byName.clear();
  return true;
}
