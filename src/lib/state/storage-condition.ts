/** What the browser says of its storage. `undefined` where it does not say. */
export interface StorageCondition {
  /** Whether the browser promises not to clear it away by itself. */
  isPersisted: boolean | undefined;
  usedBytes: number | undefined;
  freeBytes: number | undefined;
}

/** Never throws: private windows and old browsers lack this, refuse it, or answer with an error. */
export async function readStorageCondition(
  storage: StorageManager | undefined = navigator.storage
): Promise<StorageCondition> {
  const isPersisted = await answered(() => storage?.persisted?.());
  const estimate = await answered(() => storage?.estimate?.());
  const { usage, quota } = estimate ?? {};
  return {
    isPersisted,
    usedBytes: usage,
    freeBytes: quota === undefined || usage === undefined ? undefined : Math.max(0, quota - usage)
  };
}

/** Asks the browser for its promise; answers what it then says. */
export async function askToPersist(
  storage: StorageManager | undefined = navigator.storage
): Promise<boolean | undefined> {
  if ((await answered(() => storage?.persisted?.())) === true) return true;
  return answered(() => storage?.persist?.());
}

async function answered<Value>(ask: () => Promise<Value> | undefined): Promise<Value | undefined> {
  try {
    return await ask();
  } catch {
    return undefined;
  }
}
