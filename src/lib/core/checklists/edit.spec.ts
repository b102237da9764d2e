import { expect, test } from 'vitest';
import type { ChecklistSection } from '../casebook/row-schema';
import { copyOf, moveItem, moveSection } from './edit';

const section = (title: string, ...ids: string[]): ChecklistSection => ({
  title,
  items: ids.map((id) => ({ id, text: id, note: '' }))
});
const sections = [section('One', 'a', 'b', 'c'), section('Two'), section('Three', 'd', 'e')];
const shape = (list: ChecklistSection[]) =>
  list.map(({ title, items }) => [title, ...items.map(({ id }) => id)].join(' '));

test.each([
  ['b', -1, ['One b a c', 'Two', 'Three d e']],
  ['b', 1, ['One a c b', 'Two', 'Three d e']],
  ['c', 1, ['One a b', 'Two c', 'Three d e']],
  ['d', -1, ['One a b c', 'Two d', 'Three e']]
] as const)('item %s moved by %i stands in its new place', (id, by, expected) => {
  expect(shape(moveItem(sections, id, by))).toEqual(expected);
});

test('an item goes into the neighbouring section at the near end', () => {
  const two = [section('One', 'a', 'b'), section('Two', 'c', 'd')];
  expect(shape(moveItem(two, 'b', 1))).toEqual(['One a', 'Two b c d']);
  expect(shape(moveItem(two, 'c', -1))).toEqual(['One a b c', 'Two d']);
});

test('an item at either end of the whole, or unknown, stays', () => {
  expect(moveItem(sections, 'a', -1)).toBe(sections);
  expect(moveItem(sections, 'e', 1)).toBe(sections);
  expect(moveItem(sections, 'z', 1)).toBe(sections);
});

test('a section moves by one place', () => {
  expect(shape(moveSection(sections, 0, 1))).toEqual(['Two', 'One a b c', 'Three d e']);
  expect(shape(moveSection(sections, 2, -1))).toEqual(['One a b c', 'Three d e', 'Two']);
});

test('a section at either end, or unknown, stays', () => {
  expect(moveSection(sections, 0, -1)).toBe(sections);
  expect(moveSection(sections, 2, 1)).toBe(sections);
  expect(moveSection(sections, 3, -1)).toBe(sections);
});

test('moving leaves what it came from', () => {
  const before = structuredClone(sections);
  moveItem(sections, 'c', 1);
  moveSection(sections, 0, 1);
  expect(sections).toEqual(before);
});

test('a copy says the same under ids of its own', () => {
  let last = 0;
  const noted = [{ title: 'One', items: [{ id: 'a', text: 'A', note: 'why' }] }];
  const copy = copyOf([...noted, section('Two', 'b')], () => `new-${++last}`);
  expect(copy).toEqual([
    { title: 'One', items: [{ id: 'new-1', text: 'A', note: 'why' }] },
    { title: 'Two', items: [{ id: 'new-2', text: 'b', note: '' }] }
  ]);
  expect(noted[0]?.items[0]?.id).toBe('a');
});
