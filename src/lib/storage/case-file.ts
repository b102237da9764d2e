import type { Outcome } from '$lib/core/casebook/outcome';
import type { AnyRow, Case, ChecklistRun, RowKind, RowOf } from '$lib/core/casebook/row-schema';
import { LAST_BACKUP, TABLE_OF, tableOf, type Database } from './database';
import { firstRows } from './first-rows';
import { written } from './outcome';
import { changeNow, readRow } from './rows';

/** What belongs to a case, by its kind. */
const OF_A_CASE = [
  'assessment',
  'note',
  'checklist-run',
  'lesion',
  'lesion-visit',
  'lab-value',
  'treatment'
] as const satisfies readonly RowKind[];

export interface CaseFile {
  case: Case;
  /** Everything on it that is not in the trash, in the order it was made. */
  rows: AnyRow[];
}

/** A case with all that was written on it; nothing where it is in the trash or was never made. */
export async function readCaseFile(database: Database, id: string): Promise<CaseFile | undefined> {
  const found = await readRow(database, 'case', id);
  return found && { case: found, rows: await readOfCase(database, id) };
}

async function readOfCase(database: Database, caseId: string): Promise<AnyRow[]> {
  const tables = [...new Set(OF_A_CASE.map((kind) => TABLE_OF[kind]))];
  const rows = await Promise.all(
    tables.map((table) => database.table<AnyRow>(table).where('caseId').equals(caseId).toArray())
  );
  return rows
    .flat()
    .filter(({ deletedAt }) => deletedAt === 0)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

export interface CaseFilter {
  /** How many at most: a list is never longer than what is looked at. */
  most: number;
  isArchived?: boolean;
  /** Part of the pseudonym, in any case. */
  name?: string;
}

/** Cases that are not in the trash, the last changed first. */
export function readCases(
  database: Database,
  { most, isArchived = false, name = '' }: CaseFilter
): Promise<Case[]> {
  const part = name.toLocaleLowerCase();
  const cases = () => tableOf<Case>(database, 'case').orderBy('updatedAt').reverse();
  return firstRows(cases, most, (rows) =>
    rows.filter(
      ({ deletedAt, archivedAt, content }) =>
        deletedAt === 0 &&
        archivedAt > 0 === isArchived &&
        content.pseudonym.toLocaleLowerCase().includes(part)
    )
  );
}

/** Everything of one case goes over to another, and the first into the trash; all or nothing. */
export function mergeCases(
  database: Database,
  from: string,
  into: string,
  now: number
): Promise<Outcome> {
  const tables = [...new Set([...OF_A_CASE, 'case' as const].map((kind) => TABLE_OF[kind]))];
  return written(database, () =>
    database.transaction('rw', tables, async () => {
      for (const { kind, id } of await readOfCase(database, from)) {
        await changeNow(database, kind as (typeof OF_A_CASE)[number], id, now, {
          caseId: into
        } as Partial<RowOf<(typeof OF_A_CASE)[number]>>);
      }
      await changeNow(database, 'case', into, now, {});
      await changeNow(database, 'case', from, now, { deletedAt: now });
    })
  );
}

/** A list that is not closed, and the case it is for: empty where it is for nobody. */
export interface OpenRun {
  run: ChecklistRun;
  pseudonym: string;
}

/** What is open on the ward: lists that are not closed, of cases that are neither archived nor in the trash. */
export function readOpenRuns(database: Database, most: number): Promise<OpenRun[]> {
  const runs = tableOf<ChecklistRun>(database, 'checklist-run');
  const open = () => runs.where('closedAt').equals(0).reverse();
  return firstRows(open, most, (rows) =>
    onTheWard(
      database,
      rows.filter(({ deletedAt }) => deletedAt === 0)
    )
  );
}

async function onTheWard(database: Database, runs: readonly ChecklistRun[]): Promise<OpenRun[]> {
  const ids = [...new Set(runs.map(({ caseId }) => caseId).filter(Boolean))];
  const cases = await tableOf<Case>(database, 'case').bulkGet(ids);
  const byId = new Map(cases.map((one) => [one?.id, one]));
  return runs.flatMap((run) => {
    const one = byId.get(run.caseId);
    if (run.caseId && (!one || one.deletedAt > 0 || one.archivedAt > 0)) return [];
    return [{ run, pseudonym: one?.content.pseudonym ?? '' }];
  });
}

/** Whether there is a case that is older than a time, while no backup has left the device since. */
export async function isBackupDue(database: Database, before: number): Promise<boolean> {
  const last = (await database.meta.get(LAST_BACKUP))?.at ?? 0;
  if (last >= before) return false;
  const oldest = await tableOf<Case>(database, 'case').orderBy('id').first();
  return oldest !== undefined && oldest.createdAt < before;
}
