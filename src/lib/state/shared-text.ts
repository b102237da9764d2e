import { SHARED } from '$lib/pwa/shared-text';
import { askWorker } from './ask-worker';

/** The browser ends a worker that nobody has spoken to for half a minute. */
const ASK_EVERY_MS = 15_000;

/** In this page as well, should the worker be ended while the passphrase is looked for. */
let found = '';

/** What the page of notes is asked for after its `#`. */
export const GIVEN = SHARED;

/** Has the page that is asked for next begin a note with it. Whether it can. */
export async function giveText(text: string): Promise<boolean> {
  return (await askWorker('keep-shared', text)) === true;
}

/** Text that was quoted, or that another app shared, and that is not kept yet; empty where there is none. */
export async function sharedText(): Promise<string> {
  return (found = (await askWorker('find-shared')) || found);
}

/** Call when it is on the disk. */
export async function dropSharedText(): Promise<void> {
  found = '';
  await askWorker('drop-shared');
}

/** Holds it while a page that was asked for it waits, as when the casebook is locked. Answers how to end that. */
export function holdSharedText(): () => void {
  const isWaiting = () => location.hash.slice(1).split('&')[0] === SHARED;
  if (isWaiting()) void sharedText();
  const timer = setInterval(() => isWaiting() && void sharedText(), ASK_EVERY_MS);
  return () => clearInterval(timer);
}
