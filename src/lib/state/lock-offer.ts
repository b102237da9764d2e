/** Renaming it asks everybody once more. */
const KEY = 'calcinote.lock-offer';

/** Whether the lock was offered and answered on this device. */
export function isLockOffered(): boolean {
  try {
    return typeof localStorage === 'undefined' || localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

export function rememberLockOffer(): void {
  try {
    localStorage.setItem(KEY, 'answered');
  } catch {
    // It is offered again the next time.
  }
}
