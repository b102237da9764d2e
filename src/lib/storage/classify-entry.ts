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

/** This tab forgets it; another tab has its own. */
export function dropEntry(): void {
  try {
    sessionStorage.removeItem(ENTRY_KEY);
  } catch {
    // The browser keeps nothing.
  }
}
