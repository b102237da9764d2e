import { expect, test } from 'vitest';
import { readDraft, type Draft } from './own-interval';

const DRAFT: Draft = {
  analyte: 'phosphate',
  unit: 'mmol/L',
  low: '0,81',
  high: '1.45',
  from: { text: '16', unit: 'a' },
  to: { text: '', unit: 'a' }
};
const ROW = {
  analyte: 'phosphate',
  unit: 'mmol/L',
  low: 0.81,
  high: 1.45,
  fromAge: { value: 16, unit: 'a' }
};

test('an interval of an age band is read as typed', () => {
  expect(readDraft(DRAFT, [])).toEqual({ ok: true, row: ROW });
});

test('one limit is enough, and 0 may be the lower one', () => {
  expect(readDraft({ ...DRAFT, low: '0', high: '' }, [])).toEqual({
    ok: true,
    row: { analyte: 'phosphate', unit: 'mmol/L', low: 0, fromAge: { value: 16, unit: 'a' } }
  });
});

test.each([
  ['no limit', { low: '', high: '' }, 'limits'],
  ['letters', { low: 'abc' }, 'limits'],
  ['limits the wrong way round', { low: '2', high: '1' }, 'limits'],
  ['an age in letters', { from: { text: 'x', unit: 'a' } }, 'ages'],
  ['ages the wrong way round', { to: { text: '2', unit: 'a' } }, 'ages'],
  ['an age that nobody reaches', { to: { text: '140', unit: 'a' } }, 'ages']
] as const)('%s is refused', (_, change, reason) => {
  expect(readDraft({ ...DRAFT, ...change }, [])).toEqual({ ok: false, reason });
});

test('a band that is already there is refused', () => {
  const first = readDraft(DRAFT, []);
  expect(first.ok && readDraft(DRAFT, [first.row])).toEqual({ ok: false, reason: 'overlap' });
});
