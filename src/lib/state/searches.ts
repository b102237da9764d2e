import { readReading, remember } from '$lib/storage/reading';

/** What was last searched for on this device, newest first. */
export function recentSearches(): string[] {
  return readReading().searches;
}

/** Keeps a question, where the browser keeps anything; with the lock on none, as it may have words of a note. */
export function rememberSearch(asked: string): void {
  remember('searches', asked);
}
