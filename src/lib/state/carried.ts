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

/** What this page has of its tab's, with the lock on: found with the worker as it starts, and left there as it ends. */
let carried: Carried = {};
let taking: Promise<Carried> | undefined;

/** What the page before has left. */
export async function takeUp(): Promise<Carried> {
  await (taking ??= take());
  return carried;
}

/** Has the page that comes next find it, too. */
export async function carry(more: Carried): Promise<void> {
  await takeUp();
  carried = { ...carried, ...more };
}

async function take(): Promise<Carried> {
  const found = await askWorker('find-carried', tabName());
  // What the tab kept before there was a lock leaves the disk.
  const [entry, handed] = [takeEntry(), takeHanded()];
  carried = { ...found, ...(entry !== null && { entry }), ...(handed !== null && { handed }) };
  addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') leave();
  });
  return carried;
}

function leave(): void {
  if (isEntryDropped()) return;
  if (isOffDisk()) void askWorker('keep-carried', { tab: tabName(), carried });
  // The lock was turned off meanwhile.
  else if (carried.entry !== undefined && readEntry() === null) writeEntry(carried.entry);
}
