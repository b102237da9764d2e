/** What is being entered lives in this tab alone, and no longer than the tab. With the lock on it is not stored: `state/carried`. */
export const ENTRY_KEY = 'calcinote.entry';
/** Findings of the casebook on their way to the Classify page. */
const HANDED_KEY = 'calcinote.handed';

/** Says nothing of what is entered: under which name the worker holds it with the lock on. */
const TAB_KEY = 'calcinote.tab';

/** What this tab kept, unchecked; nothing where the browser keeps nothing. */
export const readEntry = (): unknown => read(ENTRY_KEY);

/** Whether the browser kept it. */
export const writeEntry = (entry: unknown): boolean => isDropped || write(ENTRY_KEY, entry);

/** What this tab kept, unchecked; kept no longer. */
export function takeEntry(): unknown {
  const entry = readEntry();
  drop(ENTRY_KEY);
  return entry;
}

/** Under which name the page before, of this tab, has left it with the worker; empty where there was none. */
export function tabName(): string {
  const name = read(TAB_KEY);
  return typeof name === 'string' ? name : '';
}

/** To be told once the worker has it: until then the name of the page before leads to what that one left. */
export const nameTab = (name: string): boolean =>
  isDropped || tabName() === name || write(TAB_KEY, name);

/** Set once this page has been told to forget: what it still writes on its way out would be found by the next one. */
let isDropped = false;

export const isEntryDropped = (): boolean => isDropped;

/** This tab forgets it, and what is on its way to it; another tab has its own. This page keeps nothing afterwards. */
export function dropEntry(): void {
  isDropped = true;
  drop(ENTRY_KEY);
  drop(HANDED_KEY);
}

/**
 * Leaves findings of the casebook for the Classify page, which is a document of its own: within the tab, as the history of the
 * browser keeps what an address tells. Whether the browser took them.
 */
export const handOver = (findings: unknown): boolean => write(HANDED_KEY, findings);

/** What was left, unchecked; once. */
export function takeHanded(): unknown {
  const handed = read(HANDED_KEY);
  drop(HANDED_KEY);
  return handed;
}

function read(key: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

function write(key: string, value: unknown): boolean {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

function drop(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // The browser keeps nothing.
  }
}
