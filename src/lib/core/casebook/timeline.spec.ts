import { expect, test } from 'vitest';
import { newRow } from './row';
import type { AnyRow } from './row-schema';
import { ownDayOf, timelineOf } from './timeline';

const DAY_MS = 86_400_000;
const NOON = new Date(2026, 10, 25, 12).getTime();
const caseId = '01a211b8-e660-7101-8101-010101010101';
const note = (id: string, at: number) =>
  newRow('note', id, at, {
    caseId,
    assessmentId: '',
    topic: '',
    pinnedAt: 0,
    content: { text: id, tags: [] }
  });
const value = (id: string, on: string) =>
  newRow('lab-value', id, NOON, {
    caseId,
    on,
    content: { analyte: 'phosphate', value: 1, unit: 'mmol/L' }
  });
const treatment = (id: string, startedOn: string) =>
  newRow('treatment', id, NOON, {
    caseId,
    startedOn,
    stoppedOn: '',
    content: { name: '', dose: '', effect: '', adverse: '' }
  });
const visit = (id: string, on: string) =>
  newRow('lesion-visit', id, NOON, { caseId, lesionId: caseId, on, content: { remark: '' } });
const lesion = newRow('lesion', 'lesion', NOON, {
  caseId,
  content: { label: '', view: 'front', region: '', x: 0, y: 0 }
});
const order = (rows: AnyRow[]) => timelineOf(rows).map(({ id }) => id);

test('what was entered today of last week stands in last week, a note where it was written', () => {
  expect(
    order([
      note('today', NOON),
      value('last week', '2026-11-18'),
      note('yesterday', NOON - DAY_MS),
      treatment('last month', '2026-10-20'),
      visit('two weeks ago', '2026-11-11'),
      lesion
    ])
  ).toEqual(['today', 'yesterday', 'last week', 'two weeks ago', 'last month']);
});

test('of one day what was written last comes first, and what has no day is of the day it was written', () => {
  expect(
    order([note('a', NOON - 1), treatment('b', ''), value('c', '2026-11-25'), note('d', NOON + 1)])
  ).toEqual(['d', 'c', 'b', 'a']);
});

test('of one moment the order is always the same', () => {
  const [a, b, c] = [note('a', NOON), note('b', NOON), note('c', NOON - 1)];
  for (const rows of [
    [a, b, c],
    [b, a, c],
    [c, b, a],
    [c, a, b]
  ])
    expect(order(rows)).toEqual(['b', 'a', 'c']);
});

test('a row has a day of its own where it was given one', () => {
  expect(ownDayOf(visit('a', '2026-11-11'))).toBe('2026-11-11');
  expect(ownDayOf(value('a', '2026-11-12'))).toBe('2026-11-12');
  expect(ownDayOf(treatment('a', '2026-11-13'))).toBe('2026-11-13');
  expect(ownDayOf(treatment('a', ''))).toBe('');
  expect(ownDayOf(note('a', NOON))).toBe('');
});
