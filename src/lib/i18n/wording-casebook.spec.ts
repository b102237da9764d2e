import { expect, test } from 'vitest';
import { CASEBOOK } from '$lib/storage/migrations/001-casebook';
import { tableName } from './wording-casebook';

/** What the lock leaves in the open: no row of theirs is ever sealed. */
const OPEN = ['settings', 'meta'];

test('every table whose rows are sealed has a name to be told by', () => {
  expect(Object.keys(tableName).sort()).toEqual(
    Object.keys(CASEBOOK)
      .filter((table) => !OPEN.includes(table))
      .sort()
  );
});
