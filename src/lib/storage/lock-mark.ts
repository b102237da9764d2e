/**
 * Told to the pages that do not open the casebook: it has a lock, and so what they keep for a while is to go to no disk either. It says
 * nothing that the vault does not say.
 */
export const LOCK_MARK = 'calcinote.lock';

/** A browser that keeps nothing has no casebook. */
export function hasLockMark(): boolean {
  try {
    return localStorage.getItem(LOCK_MARK) !== null;
  } catch {
    return false;
  }
}

export function setLockMark(isOn: boolean): void {
  if (hasLockMark() === isOn) return;
  try {
    if (isOn) localStorage.setItem(LOCK_MARK, 'on');
    else localStorage.removeItem(LOCK_MARK);
  } catch {
    // The disk is full: what is entered on Classify is kept as without a lock.
  }
}
