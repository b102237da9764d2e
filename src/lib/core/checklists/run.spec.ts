import { expect, test } from 'vitest';
import type { ChecklistRun } from '../casebook/row-schema';
import { openItems, progressOf, withState } from './run';

const item = (id: string) => ({ id, text: id.toUpperCase(), note: '' });
const content: ChecklistRun['content'] = {
  title: 'First',
  sections: [
    { title: 'One', items: [item('a'), item('b')] },
    { title: 'Two', items: [item('c')] }
  ],
  states: {}
};

test('a run that was just started is open throughout', () => {
  expect(progressOf({ content })).toEqual({ done: 0, notApplicable: 0, open: 3, total: 3 });
});

test('each state is counted on its own', () => {
  const later = withState(withState(content, 'a', 'done', 10), 'c', 'not-applicable', 20);
  expect(progressOf({ content: later })).toEqual({ done: 1, notApplicable: 1, open: 1, total: 3 });
});

test('a state of an item that the run does not hold counts for nothing', () => {
  const states = { gone: { state: 'done' as const, at: 10, remark: '' } };
  expect(progressOf({ content: { ...content, states } })).toMatchObject({ done: 0, total: 3 });
});

test('a run without items has nothing done', () => {
  const empty = { ...content, sections: [] };
  expect(progressOf({ content: empty })).toEqual({ done: 0, notApplicable: 0, open: 0, total: 0 });
});

test('open items keep their order, across sections', () => {
  const later = withState(content, 'b', 'done', 10);
  expect(openItems({ content: later }).map(({ id }) => id)).toEqual(['a', 'c']);
});

test('an item that only has a remark is still open', () => {
  const later = withState(content, 'a', 'open', 10, 'awaited');
  expect(openItems({ content: later })).toHaveLength(3);
  expect(later.states).toEqual({ a: { state: 'open', at: 10, remark: 'awaited' } });
});

test('a state carries its time and remark, and leaves the content it came from', () => {
  const later = withState(content, 'a', 'done', 10, 'seen');
  expect(later.states).toEqual({ a: { state: 'done', at: 10, remark: 'seen' } });
  expect(content.states).toEqual({});
});

test('a new state keeps the remark, unless one is given', () => {
  const first = withState(content, 'a', 'done', 10, 'seen');
  expect(withState(first, 'a', 'not-applicable', 20).states.a).toEqual({
    state: 'not-applicable',
    at: 20,
    remark: 'seen'
  });
  expect(withState(first, 'a', 'done', 20, '').states.a?.remark).toBe('');
});

test('an item opened again with nothing said is as one never touched', () => {
  const later = withState(withState(content, 'b', 'done', 5), 'a', 'done', 10);
  expect(withState(later, 'a', 'open', 20).states).toEqual({
    b: { state: 'done', at: 5, remark: '' }
  });
});

test('an item that the run does not hold changes nothing', () => {
  expect(withState(content, 'z', 'done', 10)).toBe(content);
});

test('an item may be called as what every object has', () => {
  const odd = { ...content, sections: [{ title: '', items: [item('toString')] }] };
  expect(openItems({ content: odd })).toHaveLength(1);
  const later = withState(odd, 'toString', 'done', 10);
  expect(progressOf({ content: later }).done).toBe(1);
});
