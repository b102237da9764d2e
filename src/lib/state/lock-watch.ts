import { elapsed, type Moment } from '$lib/core/lock/elapsed';
import type { Limits } from '$lib/storage/lock/vault';
import { dropKeys, keysAreUsed } from './kept-keys';
import { startAnew } from './start-anew';
import { unsaved } from './unsaved.svelte';

/** What pages of one device tell each other. */
type Told = 'used' | 'seen' | 'locked' | 'unlocked' | 'changed' | 'erased';

const LOOK_EVERY_MS = 1000;
/** Looks come late when the page is busy. */
const UNSEEN_MS = 10_000;
/** The browser ends a worker that nobody has spoken to for half a minute, and it takes a page that is silent to be out of sight. */
const PING_EVERY_MS = 5000;
const TELL_EVERY_MS = 2000;
/** A write that does not end must not keep the casebook open. */
const LONGEST_SAVING_MS = 3000;
const TOUCHES = ['pointerdown', 'keydown', 'input', 'wheel', 'scroll'] as const;

const channel =
  typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('calcinote-lock');
const now = (): Moment => ({ wall: Date.now(), steady: performance.now() });

let watching: { limits: Limits; timers: ReturnType<typeof setInterval>[] } | undefined;
let touched = now();
let seen = now();
let told = 0;

/** Watches over a casebook that this page has open: locks it when it is not used, or out of sight, in all pages. */
export function watch(limits: Limits): void {
  if (watching) {
    watching.limits = limits;
    return;
  }
  touch();
  seen = now();
  watching = {
    limits,
    timers: [setInterval(look, LOOK_EVERY_MS), setInterval(() => void keysAreUsed(), PING_EVERY_MS)]
  };
  for (const event of TOUCHES) addEventListener(event, touch, { capture: true, passive: true });
  document.addEventListener('visibilitychange', look);
  addEventListener('pagehide', cover);
  addEventListener('pageshow', comeBack);
}

/** Ends it: there is no lock any more. */
export function unwatch(): void {
  for (const timer of watching?.timers ?? []) clearInterval(timer);
  for (const event of TOUCHES) removeEventListener(event, touch, { capture: true });
  document.removeEventListener('visibilitychange', look);
  removeEventListener('pagehide', cover);
  removeEventListener('pageshow', comeBack);
  watching = undefined;
}

/** Work that a person waits for is use. */
export const inUse = (): void => touch();

function touch(): void {
  touched = now();
  if (touched.steady - told < TELL_EVERY_MS) return;
  told = touched.steady;
  tell('used');
}

function look(): void {
  if (!watching) return;
  const { idleMs, hiddenMs } = watching.limits;
  const isHidden = document.visibilityState === 'hidden';
  // A page in sight has been seen at the last look: only longer than that is out of sight.
  const mostMs = isHidden ? hiddenMs : Math.max(hiddenMs, UNSEEN_MS);
  if (elapsed(touched, now()) >= idleMs || elapsed(seen, now()) >= mostMs) return void lockNow();
  document.documentElement.hidden = false;
  if (isHidden) return;
  seen = now();
  tell('seen');
}

/** A page that was put aside has not heard what happened meanwhile. */
function comeBack(event: PageTransitionEvent): void {
  if (event.persisted) location.reload();
}

/** A page that the browser puts aside may come back when the casebook is locked: nothing of it is shown before that is known. */
function cover(): void {
  document.documentElement.hidden = true;
}

/** Locks all pages: what is being typed is kept first, then no key and no text is left. */
export async function lockNow(): Promise<void> {
  document.documentElement.hidden = true;
  tell('locked');
  await leave();
}

async function leave(): Promise<void> {
  unwatch();
  document.documentElement.hidden = true;
  // First those of the worker, so that no page that starts meanwhile finds them: this one has its own.
  await dropKeys();
  await Promise.race([
    unsaved.saveAll(),
    new Promise((done) => setTimeout(done, LONGEST_SAVING_MS))
  ]);
  await putAside().catch(() => undefined);
  // Only a new page has nothing of the old one in its memory.
  location.reload();
}

/** Set by the lock, which knows the keys that this page has. */
let putAside: () => Promise<void> = () => Promise.resolve();

/** What becomes of text that cannot be saved when the casebook is locked. */
export function onUnsaved(put: () => Promise<void>): void {
  putAside = put;
}

/** Tells the other pages of this device. */
export function tell(what: Told): void {
  channel?.postMessage(what);
}

/** Hears what other pages tell. */
export function hear(listener: (what: Told) => void): void {
  channel?.addEventListener('message', ({ data }: MessageEvent<Told>) => listener(data));
}

hear((what) => {
  if (what === 'used') touched = now();
  if (what === 'seen') seen = now();
  if (what === 'locked' && watching) void leave();
  if (what === 'erased') startAnew();
  // The lock was turned on or off: what this page knows of it is no longer so.
  if (what === 'changed') void leave();
});
