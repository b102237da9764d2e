import { expect, test } from 'vitest';
import { changed, newRow, oldestSample } from './row';

const row = newRow('case', 'id', 1000, { archivedAt: 0, content: { pseudonym: 'a' } });

test('a change is one revision on, and leaves what it does not name', () => {
  expect(changed(row, 2000, { content: { pseudonym: 'b' } })).toEqual({
    ...row,
    updatedAt: 2000,
    revision: 2,
    content: { pseudonym: 'b' }
  });
});

test('a clock set back does not make a row older than it was', () => {
  expect(changed(row, 500, {}).updatedAt).toBe(1000);
});

test('the sample date of an assessment is that of its oldest sample', () => {
  expect(
    oldestSample({
      labs: {
        phosphate: { value: 1, unit: 'mmol/L', sampledOn: '2026-02-01' },
        totalCalcium: { value: 2.3, unit: 'mmol/L', sampledOn: '2026-01-31' },
        albumin: { value: 40, unit: 'g/L' }
      }
    })
  ).toBe('2026-01-31');
});

test('without a dated sample there is no sample date', () => {
  expect(oldestSample({})).toBe('');
  expect(oldestSample({ labs: { albumin: { value: 40, unit: 'g/L' } } })).toBe('');
  expect(oldestSample({ labs: { albumin: undefined } })).toBe('');
});
