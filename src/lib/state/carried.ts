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

/** The browser ends a worker that nobody has spoken to for half a minute. */
const HAND_ON_EVERY_MS = 15_000;

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
  handOn();
}

async function take(): Promise<Carried> {
  addEventListener('pagehide', leave);
  setInterval(() => document.visibilityState === 'visible' && handOn(), HAND_ON_EVERY_MS);
  // What the tab kept before there was a lock leaves the disk.
  const [entry, handed] = [takeEntry(), takeHanded()];
  const stored = { ...(entry !== null && { entry }), ...(handed !== null && { handed }) };
  const left = { ...(await askWorker('find-carried', tabName())), ...stored };
  carried = { ...left, ...carried };
  isFound = true;
  handOn();
  return left;
}

/** At once, as what a page says while it is left may come too late for the next one. */
function handOn(): void {
  const hasSome = carried.entry !== undefined || carried.handed !== undefined;
  if (isEntryDropped() || !isOffDisk() || !(isFound || hasSome)) return;
  void askWorker('keep-carried', { tab: tabName(), carried });
}

function leave(): void {
  handOn();
  const isOnDisk = !isEntryDropped() && !isOffDisk() && carried.entry !== undefined;
  // The lock was turned off meanwhile.
  if (isOnDisk && readEntry() === null) writeEntry(carried.entry);
}
