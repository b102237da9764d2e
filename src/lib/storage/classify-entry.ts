/** What is being entered lives in this tab alone, and no longer than the tab. */
export const ENTRY_KEY = 'calcinote.entry';

/** What this tab kept, unchecked; nothing where the browser keeps nothing. */
export function readEntry(): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(ENTRY_KEY) ?? 'null');
  } catch {
    return null;
  }
}

/** Whether the browser kept it. */
export function writeEntry(entry: unknown): boolean {
  try {
    sessionStorage.setItem(ENTRY_KEY, JSON.stringify(entry));
    return true;
  } catch {
    return false;
  }
}

const HANDED_KEY = 'calcinote.handed';

/**
 * Leaves findings of the casebook for the Classify page, which is a document of its own: within the tab, as the history of the
 * browser keeps what an address tells. Whether the browser took them.
 */
export function handOver(findings: unknown): boolean {
  try {
    sessionStorage.setItem(HANDED_KEY, JSON.stringify(findings));
    return true;
  } catch {
    return false;
  }
}

/** What was left, unchecked; once. */
export function takeHanded(): unknown {
  try {
    const handed: unknown = JSON.parse(sessionStorage.getItem(HANDED_KEY) ?? 'null');
    sessionStorage.removeItem(HANDED_KEY);
    return handed;
  } catch {
    return null;
  }
}

/** This tab forgets it; another tab has its own. */
export function dropEntry(): void {
  try {
    sessionStorage.removeItem(ENTRY_KEY);
  } catch {
    // The browser keeps nothing.
  }
}
