import { expect, test } from 'vitest';
import { sha256 } from '../../../../tests/support/sha-256';
import { compare, merge } from './backup-merge';
import { isId } from './id';
import { changed, newRow } from './row';
import type { AnyRow, Note } from './row-schema';

const RESULT = { reachable: [], certainty: 'indeterminate' as const, redFlags: [] };

const ID = '017f22e2-79b0-7cc3-98c4-dc0c0c07398f';
const note = (text: string, change: Partial<Note> = {}): Note => ({
  ...newRow('note', ID, 1000, {
    caseId: '',
    assessmentId: '',
    topic: '',
    pinnedAt: 0,
    content: { text, tags: [] }
  }),
  ...change
});
const put = (existing: AnyRow[], incoming: AnyRow[]) => merge(existing, incoming, sha256);
const fateOf = async (here: AnyRow[], incoming: AnyRow) =>
  (await compare(here, [incoming]))[0]?.fate;
const FIRST = note('first');
const SECOND = changed(FIRST, 2000, { content: { text: 'second', tags: [] } });

test('a row that is not here is added', async () => {
  expect(await fateOf([], FIRST)).toBe('added');
  expect(await put([], [FIRST])).toEqual([FIRST]);
});

test('a row that is here already stays the object it is', async () => {
  expect(await fateOf([FIRST], { ...FIRST })).toBe('same');
  expect((await put([FIRST], [{ ...FIRST }]))[0]).toBe(FIRST);
});

test('the higher revision is kept, on whichever side it is', async () => {
  expect(await fateOf([FIRST], SECOND)).toBe('replaced');
  expect(await fateOf([SECOND], FIRST)).toBe('kept');
  expect(await put([FIRST], [SECOND])).toEqual([SECOND]);
  expect(await put([SECOND], [FIRST])).toEqual([SECOND]);
});

test('what was put into the trash elsewhere is in the trash here', async () => {
  const thrown = changed(FIRST, 2000, { deletedAt: 2000 });
  expect(await put([FIRST], [thrown])).toEqual([thrown]);
});

test('of one revision the later is kept, and of one time the greater text', async () => {
  const later = note('first', { updatedAt: 2000 });
  expect(await put([FIRST], [later])).toEqual([later]);
  const pinned = note('first', { pinnedAt: 5 });
  expect(await fateOf([FIRST], pinned)).toBe('replaced');
  expect(await fateOf([pinned], FIRST)).toBe('kept');
  expect(await put([pinned], [FIRST])).toEqual([pinned]);
});

test('a note that was changed on both sides is kept twice, the other text under an id of its own', async () => {
  const [here, there] = [note('here'), note('there', { updatedAt: 1001 })];
  expect(await fateOf([here], there)).toBe('conflict');
  expect(await fateOf([there], here)).toBe('conflict');
  const rows = (await put([here], [there])) as Note[];
  expect(rows).toHaveLength(2);
  expect(rows.find(({ id }) => id === ID)).toEqual(there);
  const copy = rows.find(({ id }) => id !== ID) as Note;
  expect(copy).toEqual({ ...here, id: copy.id });
  expect(isId(copy.id)).toBe(true);
  expect(copy.id.slice(0, 13)).toBe(ID.slice(0, 13));
});

test('a row cannot come from one that is later: both are kept', async () => {
  const late = note('typed last', { updatedAt: 2001 });
  expect(await fateOf([SECOND], late)).toBe('conflict');
  const rows = (await put([SECOND], [late])) as Note[];
  expect(rows.map(({ content }) => content.text).toSorted()).toEqual(['second', 'typed last']);
  expect(rows.find(({ id }) => id === ID)).toEqual(SECOND);
});

test('the copy of a row that had been changed often starts anew', async () => {
  const [here, there] = [note('here', { revision: 7 }), note('there', { revision: 7 })];
  const copies = (await put([here], [there])).filter(({ id }) => id !== ID);
  expect(copies.map(({ revision }) => revision)).toEqual([1]);
});

test('a copy that was worked on or thrown away since is left alone', async () => {
  const [here, there] = [note('here', { revision: 7 }), note('there', { revision: 7 })];
  const [kept, copy] = (await put([here], [there])).toSorted((a) => (a.id === ID ? -1 : 1)) as [
    Note,
    Note
  ];
  const worked = changed(copy, 3000, { content: { text: 'put together', tags: [] } });
  const thrown = changed(copy, 3000, { deletedAt: 3000 });
  for (const since of [worked, thrown])
    expect(new Set(await put([kept, since], [here, there]))).toEqual(new Set([kept, since]));
});

const body = { caseId: '', on: '' };
const PAIRS: [AnyRow, AnyRow, boolean][] = [
  [note('a'), note('b'), true],
  [
    newRow('treatment', ID, 1, {
      caseId: '',
      startedOn: '',
      stoppedOn: '',
      content: { name: 'a', dose: '', effect: '', adverse: '' }
    }),
    newRow('treatment', ID, 1, {
      caseId: '',
      startedOn: '',
      stoppedOn: '',
      content: { name: 'b', dose: '', effect: '', adverse: '' }
    }),
    true
  ],
  [
    newRow('lesion-visit', ID, 1, { ...body, lesionId: ID, content: { remark: 'a' } }),
    newRow('lesion-visit', ID, 1, { ...body, lesionId: ID, content: { remark: 'b' } }),
    true
  ],
  [
    newRow('assessment', ID, 1, {
      caseId: '',
      ruleSet: '',
      content: { findings: {}, sampledOn: '', result: RESULT }
    }),
    newRow('assessment', ID, 1, {
      caseId: '',
      ruleSet: '',
      content: { findings: { otherConditions: 'none' }, sampledOn: '', result: RESULT }
    }),
    true
  ],
  [
    newRow('checklist-template', ID, 1, { content: { title: 'a', sections: [] } }),
    newRow('checklist-template', ID, 1, { content: { title: 'b', sections: [] } }),
    true
  ],
  [
    newRow('checklist-run', ID, 1, {
      caseId: '',
      templateId: '',
      closedAt: 0,
      content: { title: 'a', sections: [], states: {} }
    }),
    newRow('checklist-run', ID, 1, {
      caseId: '',
      templateId: '',
      closedAt: 0,
      content: { title: 'b', sections: [], states: {} }
    }),
    true
  ],
  [
    newRow('case', ID, 1, { archivedAt: 0, content: { pseudonym: 'a' } }),
    newRow('case', ID, 1, { archivedAt: 0, content: { pseudonym: 'b' } }),
    false
  ],
  [
    newRow('lab-value', ID, 1, {
      ...body,
      content: { analyte: 'phosphate', value: 1, unit: 'mmol/L' }
    }),
    newRow('lab-value', ID, 1, {
      ...body,
      content: { analyte: 'phosphate', value: 2, unit: 'mmol/L' }
    }),
    false
  ]
];

test.each(PAIRS.map(([a, b, isCopied]) => [a.kind, isCopied, a, b] as const))(
  'of a %s that was changed on both sides a copy is kept: %s',
  async (_, isCopied, a, b) => {
    expect(await fateOf([a], b)).toBe('conflict');
    expect(await put([a], [b])).toHaveLength(isCopied ? 2 : 1);
  }
);

test('a row that is left out does not come, and is in no conflict', async () => {
  const rows = await merge([FIRST], [note('there')], sha256, new Set([ID]));
  expect(rows).toEqual([FIRST]);
});

test('the same text lost twice is one copy, whatever else of the row was different', async () => {
  const rows = await put(await put([note('kept', { updatedAt: 2000 })], [FIRST]), [
    note('first', { pinnedAt: 5 })
  ]);
  expect(rows).toHaveLength(2);
  expect(rows).toContainEqual(expect.objectContaining({ pinnedAt: 5, content: FIRST.content }));
});

test('a change within the same moment is no conflict', async () => {
  const changedAtOnce = changed(FIRST, FIRST.updatedAt, { content: { text: 'b', tags: [] } });
  expect(await fateOf([FIRST], changedAtOnce)).toBe('replaced');
  expect(await put([FIRST], [changedAtOnce])).toEqual([changedAtOnce]);
});

test('every version and every device make the same copy', async () => {
  const rows = await put([note('here')], [note('there', { updatedAt: 1001 })]);
  expect(rows.map(({ id }) => id)).toEqual(['017f22e2-79b0-7944-b745-11cd4147353e', ID]);
});

test('what lost twice, or in two notes, is copied under as many ids', async () => {
  const other = '017f22e2-79b0-7cc3-98c4-dc0c0c073990';
  const [here, there] = [note('here'), note('there', { updatedAt: 1001 })];
  const rows = await put([here, { ...here, id: other }], [there, { ...there, id: other }]);
  const more = await put(rows, [note('elsewhere')]);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(4);
  expect(new Set(more.map(({ id }) => id)).size).toBe(5);
});

test('merging once more leaves every row the object it is', async () => {
  const [here, there] = [note('here'), note('there', { updatedAt: 1001 })];
  const once = await put([here], [there]);
  const twice = await put(once, [{ ...here }, { ...there }]);
  expect(twice).toHaveLength(2);
  for (const [at, row] of twice.entries()) expect(row).toBe(once[at]);
});

test('rows come out by kind and id, in whatever order they came', async () => {
  const other = '017f22e2-79b0-7cc3-98c4-dc0c0c073990';
  const aCase = newRow('case', other, 1, { archivedAt: 0, content: { pseudonym: 'a' } });
  const rows = [aCase, FIRST, { ...FIRST, id: `${other.slice(0, -1)}1` }];
  expect(await put(rows.toReversed(), [])).toEqual(rows);
  expect(await put([FIRST], rows.toReversed())).toEqual(rows);
});
