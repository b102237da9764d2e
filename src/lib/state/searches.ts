import { changeReading, first, readReading } from '$lib/storage/reading';

/** What was last searched for on this device, newest first. */
export function recentSearches(): string[] {
  return readReading().searches;
}

/** Keeps a question, where the browser keeps anything. */
export function rememberSearch(asked: string): void {
  changeReading((reading) => ({ ...reading, searches: first(asked, reading.searches) }));
}
