import { describe, expect, test } from 'vitest';
import cases from '../../../../tests/fixtures/example-cases.json';
import { assess } from './assess';
import { differencesFrom, type GovernanceCase } from './expectation';

describe('published and constructed cases are assessed as their review expects', () => {
  test.each(cases as GovernanceCase[])('$id', (governed) => {
    expect(differencesFrom(governed, assess(governed.findings))).toEqual([]);
  });
});
