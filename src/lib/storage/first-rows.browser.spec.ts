import Dexie from 'dexie';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { idFrom } from '$lib/core/casebook/id';
import { newRow } from '$lib/core/casebook/row';
import type { Case, ChecklistRun } from '$lib/core/casebook/row-schema';
import { readCases, readOpenRuns } from './case-file';
import { createDatabase, type Database } from './database';
import { addRows } from './rows';

const newId = (now: number) => idFrom(now, crypto.getRandomValues(new Uint8Array(10)));
const aCase = (at: number, deletedAt = 0): Case => ({
  ...newRow('case', newId(at), at, { archivedAt: 0, content: { pseudonym: `lit ${at}` } }),
  deletedAt
});
const aRun = (at: number, caseId: string, closedAt = 0): ChecklistRun =>
  newRow('checklist-run', newId(at), at, {
    caseId,
    templateId: '',
    closedAt,
    content: { title: `run ${at}`, sections: [], states: {} }
  });

let name: string;
let database: Database;

beforeEach(() => {
  name = `spec-${crypto.randomUUID()}`;
  database = createDatabase(name);
});
afterEach(async () => {
  database.close();
  await Dexie.delete(name);
});

test('behind many rows in the trash those that are not are found, in their order and no more', async () => {
  const cases = Array.from({ length: 120 }, (_, at) => aCase(at + 1, at >= 20 ? 5 : 0));
  await addRows(database, cases);
  const names = async (most: number) =>
    (await readCases(database, { most })).map(({ content }) => content.pseudonym);
  expect(await names(3)).toEqual(['lit 20', 'lit 19', 'lit 18']);
  expect(await names(99)).toHaveLength(20);
});

test('open checklists are the last started, without those of cases that are archived', async () => {
  const here = aCase(1);
  const archived: Case = { ...aCase(2), archivedAt: 5 };
  const runs = [
    ...[1, 2, 3].map((at) => aRun(at, here.id)),
    ...Array.from({ length: 40 }, (_, at) => aRun(100 + at, archived.id)),
    aRun(200, ''),
    aRun(201, here.id, 9)
  ];
  await addRows(database, [here, archived, ...runs]);
  const open = await readOpenRuns(database, 3);
  expect(open.map(({ run, pseudonym }) => [run.content.title, pseudonym])).toEqual([
    ['run 200', ''],
    ['run 3', 'lit 1'],
    ['run 2', 'lit 1']
  ]);
});
