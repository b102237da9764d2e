/**
 * What each tab has on its way from one page to the next, with the lock on: in the worker's memory, as a browser writes what a tab
 * stores to the disk. The browser ends a worker that nobody speaks to, and with it this is gone.
 */
export interface Carried {
  /** What is entered on Classify. */
  entry?: unknown;
  /** Findings of the casebook on their way to Classify. */
  handed?: unknown;
}

const byTab = new Map<string, Carried>();

export function keepCarried({ tab, carried }: { tab: string; carried: Carried }): true {
  byTab.set(tab, carried);
  return true;
}

export function findCarried(tab: string): Carried {
  return byTab.get(tab) ?? {};
}

export function dropCarried(): true {
  byTab.clear();
  return true;
}
