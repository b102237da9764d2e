import { LOCK_MARK, hasLockMark } from '$lib/storage/lock-mark';

/** Whether what is entered on Classify, or asked of the search, is written to no disk: the casebook has a lock. */
export const isOffDisk = hasLockMark;

/** Whether there is a worker to hold it from one page to the next. */
export const isCarried = (): boolean => !!navigator.serviceWorker?.controller;

/** Calls when the lock was turned on or off in another tab. Answers how to end that. */
export function whenLockTurns(turned: () => void): () => void {
  const told = ({ key }: StorageEvent) => {
    if (key === LOCK_MARK) turned();
  };
  addEventListener('storage', told);
  return () => removeEventListener('storage', told);
}
