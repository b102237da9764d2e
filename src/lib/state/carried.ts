import type { Carried } from '$lib/pwa/carried';
import {
  isEntryDropped,
  nameTab,
  readEntry,
  tabName,
  takeEntry,
  takeHanded,
  writeEntry
} from '$lib/storage/classify-entry';
import { askWorker } from './ask-worker';
import { isCarried, isOffDisk } from './off-disk';

/** The browser ends a worker that nobody has spoken to for half a minute. */
const HAND_ON_EVERY_MS = 15_000;
const MOST_ASKED = 3;

/** What this page leaves for the next one of its tab, with the lock on. */
let carried: Carried = {};
let found: Promise<Carried> | undefined;
/** Nothing is left in the place of what is there before that is known. */
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
  document.addEventListener('visibilitychange', handOnInSight);
  setInterval(handOnInSight, HAND_ON_EVERY_MS);
  // What the tab kept before there was a lock leaves the disk.
  const [entry, handed] = [takeEntry(), takeHanded()];
  const stored = { ...(entry !== null && { entry }), ...(handed !== null && { handed }) };
  const before = tabName();
  // Newer than what the worker may have of the page before, and to be found even if this one is left before the worker answers.
  const isNewer = Object.keys(stored).length > 0;
  carried = { ...stored, ...carried };
  if (before === '' || isNewer) nameTab(ownName());
  handOn();
  const left = await find(before);
  isFound = left !== undefined;
  carried = { ...left, ...carried };
  handOn();
  return { ...left, ...stored };
}

/** Asked again where the worker is slow to start: what it has is not to be taken for nothing. */
async function find(page: string): Promise<Carried | undefined> {
  for (let asked = 0; asked < MOST_ASKED; asked += 1) {
    const left = await askWorker('find-carried', page);
    if (left !== undefined || !isCarried()) return left;
  }
  return undefined;
}

let named: string | undefined;

/** Each page has its own, as a tab that was made as a copy of another begins with what that one has stored. */
const ownName = (): string => (named ??= crypto.randomUUID());

function handOnInSight(): void {
  if (document.visibilityState === 'visible') handOn();
}

/** At once, as what a page says while it is left may come too late for the next one. */
function handOn(): void {
  const hasSome = carried.entry !== undefined || carried.handed !== undefined;
  if (isEntryDropped() || !isOffDisk() || !(isFound || hasSome)) return;
  const page = ownName();
  void askWorker('keep-carried', { page, carried }).then((isKept) => isKept && nameTab(page));
}

function leave(): void {
  handOn();
  const isOnDisk = !isEntryDropped() && !isOffDisk() && carried.entry !== undefined;
  // The lock was turned off meanwhile.
  if (isOnDisk && readEntry() === null) writeEntry(carried.entry);
}
