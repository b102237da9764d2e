import type { Carried } from '$lib/pwa/carried';
import {
  isEntryDropped,
  readEntry,
  tabName,
  takeEntry,
  takeHanded,
  writeEntry
} from '$lib/storage/classify-entry';
import { askWorker } from './ask-worker';
import { isOffDisk } from './off-disk';

/** What this page leaves for the next one of its tab, with the lock on. */
let carried: Carried = {};
let found: Promise<Carried> | undefined;
let isFound = false;

/** What the page before has left with the worker. */
export function takeUp(): Promise<Carried> {
  return (found ??= take());
}

/** Has the page that comes next find it, too. */
export function carry(more: Carried): void {
  void takeUp();
  carried = { ...carried, ...more };
}

async function take(): Promise<Carried> {
  addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') leave();
  });
  // What the tab kept before there was a lock leaves the disk.
  const [entry, handed] = [takeEntry(), takeHanded()];
  const stored = { ...(entry !== null && { entry }), ...(handed !== null && { handed }) };
  const left = { ...(await askWorker('find-carried', tabName())), ...stored };
  carried = { ...left, ...carried };
  isFound = true;
  return left;
}

function leave(): void {
  if (isEntryDropped()) return;
  const hasSome = isFound || carried.entry !== undefined || carried.handed !== undefined;
  if (isOffDisk() && hasSome) void askWorker('keep-carried', { tab: tabName(), carried });
  // The lock was turned off meanwhile.
  else if (carried.entry !== undefined && readEntry() === null) writeEntry(carried.entry);
}
