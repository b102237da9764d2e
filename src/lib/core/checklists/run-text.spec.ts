import { expect, test } from 'vitest';
import type { ChecklistRun } from '../casebook/row-schema';
import { runText } from './run-text';

const item = (id: string) => ({ id, text: id.toUpperCase(), note: 'a note' });
const run = {
  createdAt: 1,
  closedAt: 0,
  content: {
    title: 'First work-up',
    sections: [
      { title: 'Signs', items: [item('a'), item('b')] },
      { title: 'Empty', items: [] },
      { title: '', items: [item('c'), item('d')] }
    ],
    states: {
      a: { state: 'done', at: 2, remark: 'left hand\nand right' },
      c: { state: 'not-applicable', at: 3, remark: '' },
      d: { state: 'open', at: 4, remark: 'awaited' }
    }
  } satisfies ChecklistRun['content']
};
const words = {
  labels: {
    started: 'Started:',
    closed: 'Closed:',
    remark: 'Remark:',
    states: { done: 'done', open: 'open', 'not-applicable': 'not applicable' }
  },
  timeOf: (at: number) => `t${at}`
};

test('a run reads as marks, times and remarks, section by section', () => {
  expect(runText(run, words)).toBe(`First work-up
Started: t1
[x] done   [ ] open   [-] not applicable

Signs
[x] A (t2)
    Remark: left hand
    and right
[ ] B

[-] C (t3)
[ ] D
    Remark: awaited`);
});

test('a run that was closed says when', () => {
  expect(runText({ ...run, closedAt: 9 }, words)).toContain('Started: t1\nClosed: t9\n');
});

test('an item called as what every object has is open', () => {
  const sections = [{ title: '', items: [item('toString')] }];
  const odd = { ...run, content: { title: 'Odd', sections, states: {} } };
  expect(runText(odd, words)).toMatch(/\n\[ \] TOSTRING$/);
});
