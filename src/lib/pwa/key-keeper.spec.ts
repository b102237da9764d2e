import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LEAST_UNSEEN_MS, dropKeys, findKeys, keepKeys, keysAreUsed } from './key-keeper';

const KEYS = { rows: 'a key' };
const MINUTE_MS = 60_000;

describe('the keys that the worker keeps', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'] });
    keepKeys({ keyId: 'one', keys: KEYS, idleMs: 5 * MINUTE_MS, hiddenMs: MINUTE_MS });
  });
  afterEach(() => vi.useRealTimers());

  test('are found by the name of their vault alone', () => {
    expect(findKeys('one')).toBe(KEYS);
    expect(findKeys('another')).toBeNull();
    dropKeys();
    expect(findKeys('one')).toBeNull();
  });

  test('stay while a page in sight has the casebook open', () => {
    for (let told = 0; told < 100; told += 1) {
      vi.advanceTimersByTime(10_000);
      keysAreUsed(true);
    }
    expect(findKeys('one')).toBe(KEYS);
  });

  test.each([
    ['no page is open', () => undefined],
    ['a page is open out of sight', () => keysAreUsed(false)]
  ])('are gone once %s for as long as was set', (_, tell) => {
    vi.advanceTimersByTime(MINUTE_MS - 1);
    tell();
    expect(findKeys('one')).toBe(KEYS);
    vi.advanceTimersByTime(1);
    tell();
    expect(findKeys('one')).toBeNull();
    keysAreUsed(true);
    expect(findKeys('one')).toBeNull();
  });

  test('outlive the way from one page to the next where out of sight means at once', () => {
    keepKeys({ keyId: 'one', keys: KEYS, idleMs: 5 * MINUTE_MS, hiddenMs: 0 });
    vi.advanceTimersByTime(LEAST_UNSEEN_MS - 1);
    expect(findKeys('one')).toBe(KEYS);
    vi.advanceTimersByTime(1);
    expect(findKeys('one')).toBeNull();
  });

  test('are gone after sleep, and when the clock was set back', () => {
    vi.setSystemTime(Date.now() + MINUTE_MS);
    expect(findKeys('one')).toBeNull();
    keepKeys({ keyId: 'one', keys: KEYS, idleMs: MINUTE_MS, hiddenMs: MINUTE_MS });
    vi.setSystemTime(Date.now() - 1);
    expect(findKeys('one')).toBeNull();
  });
});
