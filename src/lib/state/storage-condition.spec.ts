import { describe, expect, test } from 'vitest';
import { askToPersist, readStorageCondition } from './storage-condition';

const manager = (parts: Partial<StorageManager>) => parts as StorageManager;
const refuses = () => Promise.reject(new Error('SecurityError'));

describe('promise 23, the state of the storage is told honestly', () => {
  test.each([
    ['persisted', manager({ persisted: async () => true }), true],
    ['not persisted', manager({ persisted: async () => false }), false],
    ['a browser that refuses to say', manager({ persisted: refuses }), undefined],
    ['a browser that knows no such thing', manager({}), undefined]
  ])('%s', async (_, storage, isPersisted) => {
    expect((await readStorageCondition(storage)).isPersisted).toBe(isPersisted);
  });

  test('a browser without a storage manager says nothing, and nothing is made up', async () => {
    // `null`, as `undefined` would ask the real one.
    expect(await readStorageCondition(null as never)).toEqual({
      isPersisted: undefined,
      usedBytes: undefined,
      freeBytes: undefined
    });
  });

  test('used and free come from the estimate, and free is never below nothing', async () => {
    const estimate = async () => ({ usage: 10, quota: 4 });
    expect(await readStorageCondition(manager({ estimate }))).toMatchObject({
      usedBytes: 10,
      freeBytes: 0
    });
    expect(await readStorageCondition(manager({ estimate: refuses }))).toMatchObject({
      usedBytes: undefined,
      freeBytes: undefined
    });
  });

  test.each([
    ['granted', manager({ persisted: async () => false, persist: async () => true }), true],
    ['refused', manager({ persisted: async () => false, persist: async () => false }), false],
    ['failing', manager({ persisted: refuses, persist: refuses }), undefined],
    ['had before', manager({ persisted: async () => true, persist: refuses }), true]
  ])('the promise of the browser: %s', async (_, storage, answer) => {
    expect(await askToPersist(storage)).toBe(answer);
  });
});
