import { expect, test } from 'vitest';
import { reasonOf } from './outcome';

test.each([
  [new DOMException('full', 'QuotaExceededError'), 'quota'],
  [{ name: 'AbortError', inner: new DOMException('full', 'QuotaExceededError') }, 'quota'],
  [{ name: 'BulkError', failures: [new DOMException('full', 'QuotaExceededError')] }, 'quota'],
  [
    new DOMException('Connection to Indexed Database server lost.', 'UnknownError'),
    'connection-lost'
  ],
  [new DOMException('The database connection is closing.', 'InvalidStateError'), 'connection-lost'],
  [{ name: 'DatabaseClosedError' }, 'connection-lost'],
  [new DOMException('less than the existing version', 'VersionError'), 'newer-database'],
  [{ name: 'BlockedError' }, 'blocked'],
  [new DOMException('aborted', 'AbortError'), 'aborted'],
  [{ name: 'MissingAPIError' }, 'unavailable'],
  [new DOMException('denied', 'SecurityError'), 'unavailable'],
  [new Error('something else'), 'unknown'],
  ['a text', 'unknown'],
  [null, 'unknown']
])('%s is told as %s', (error, reason) => {
  expect(reasonOf(error)).toBe(reason);
});
