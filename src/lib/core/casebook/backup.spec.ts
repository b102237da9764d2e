import { expect, test } from 'vitest';
import { sha256 } from '../../../../tests/support/sha-256';
import {
  byKindAndId,
  DEEPEST_BACKUP,
  LONGEST_BACKUP,
  readBackup,
  rowsWithin,
  unseal,
  writeBackup,
  type About
} from './backup';
import { canonicalJson } from './canonical-json';
import { newRow } from './row';
import type { AnyRow, Case, Note } from './row-schema';
import { backupText } from '../../../../tests/support/backup-text';

const RESULT = { reachable: [], certainty: 'indeterminate' as const, redFlags: [] };

const ID = '017f22e2-79b0-7cc3-98c4-dc0c0c07398f';
const OTHER = '017f22e2-79b0-7cc3-98c4-dc0c0c073990';
const ABOUT: About = { madeAt: '2026-11-25T14:00:00.000Z', app: '0.1.0', scope: 'all' };
const aCase: Case = newRow('case', ID, 1000, { archivedAt: 0, content: { pseudonym: 'lit 12' } });
const note = (id: string, body: Partial<Note> = {}): Note => ({
  ...newRow('note', id, 1000, {
    caseId: '',
    assessmentId: '',
    topic: '',
    pinnedAt: 0,
    content: { text: 'x', tags: [] }
  }),
  ...body
});

/** A checklist with an item in each of its sections. */
const list = (...ids: string[]) =>
  newRow('checklist-template', ID, 1, {
    content: {
      title: '',
      sections: ids.map((id) => ({ title: '', items: [{ id, text: '', note: '' }] }))
    }
  });

/** The file of one case with something put otherwise and, unless it is told, the checksum that belongs to it. */
async function fileWith(change: object, checksum?: unknown): Promise<string> {
  const value = JSON.parse(await backupText([aCase], ABOUT, sha256)) as Record<string, unknown>;
  const sealed = { ...value, ...change, checksum: undefined };
  const right = await sha256(new TextEncoder().encode(canonicalJson(sealed)));
  return JSON.stringify({ ...sealed, checksum: checksum ?? right });
}

const reasonOf = async (text: string) => {
  const read = await readBackup(text, sha256);
  return read.ok ? 'ok' : read.reason;
};

test('a backup is one line of JSON, its keys in order', async () => {
  expect(await backupText([aCase], ABOUT, sha256)).toBe(
    '{"app":"0.1.0","checksum":"eb59474490fe849313a2979d119a219e20c4b9bba0be99cd1afeff3ae5729102",' +
      '"format":"calcinote-backup","madeAt":"2026-11-25T14:00:00.000Z","rows":[{"archivedAt":0,' +
      '"content":{"pseudonym":"lit 12"},"createdAt":1000,"deletedAt":0,' +
      '"id":"017f22e2-79b0-7cc3-98c4-dc0c0c07398f","kind":"case","revision":1,"updatedAt":1000}],' +
      '"schema":1,"scope":"all","version":1}'
  );
});

test('the same rows give the same bytes, in whatever order they come', async () => {
  const rows = [aCase, list('a'), note(ID), note(OTHER)];
  const text = await backupText(rows, ABOUT, sha256);
  for (const others of [rows.toReversed(), [rows[2], rows[0], rows[3], rows[1]]])
    expect(await backupText(others as AnyRow[], ABOUT, sha256)).toBe(text);
  expect((JSON.parse(text) as { rows: AnyRow[] }).rows).toEqual(rows);
});

test('rows stand by kind, those of a kind by id', () => {
  for (const [first, second] of [
    [note(ID), note(OTHER)],
    [{ ...aCase, id: OTHER }, note(ID)]
  ] as const) {
    expect(byKindAndId(first, second)).toBeLessThan(0);
    expect(byKindAndId(second, first)).toBeGreaterThan(0);
  }
  expect(byKindAndId(note(ID), note(ID))).toBe(0);
});

test('who waits for a long backup is told after every row', async () => {
  const shares: number[] = [];
  const work = { tell: (share: number) => void shares.push(share), pause: async () => {} };
  await writeBackup([aCase, note(OTHER)], ABOUT, sha256, work);
  expect(shares).toEqual([0.5, 1]);
});

test('the checksum is that of everything else', async () => {
  expect(await reasonOf(await fileWith({}))).toBe('ok');
  expect(await reasonOf(await fileWith({}, '0'.repeat(64)))).toBe('damaged');
  expect(await reasonOf((await fileWith({})).replace('lit 12', 'lit 13'))).toBe('damaged');
  expect(await reasonOf((await fileWith({})).replace('0.1.0', '0.1.1'))).toBe('damaged');
});

test('space around the values changes nothing', async () => {
  const text = JSON.stringify(JSON.parse(await fileWith({})), null, 2);
  expect(await readBackup(text, sha256)).toMatchObject({ ok: true, backup: { rows: [aCase] } });
});

test('a text longer than the limit is not even looked at', async () => {
  expect(await reasonOf('['.repeat(LONGEST_BACKUP + 1))).toBe('too-large');
  expect(await reasonOf('['.repeat(LONGEST_BACKUP))).toBe('too-deep');
});

test.each([
  ['[', DEEPEST_BACKUP + 1, 'too-deep'],
  ['{"a":', DEEPEST_BACKUP + 1, 'too-deep'],
  ['[', DEEPEST_BACKUP, 'not-json'],
  ['[],', DEEPEST_BACKUP + 1, 'not-json'],
  ['{},', DEEPEST_BACKUP + 1, 'not-json']
])('%j, %d times, is %s', async (piece, times, reason) => {
  expect(await reasonOf(piece.repeat(times))).toBe(reason);
});

test('brackets within a text nest nothing, whatever is escaped there', async () => {
  const text = `\\"${'['.repeat(100)}\\`;
  const read = await readBackup(
    await backupText([note(ID, { content: { text, tags: ['{'.repeat(100)] } })], ABOUT, sha256),
    sha256
  );
  expect(read).toMatchObject({ ok: true, backup: { rows: [{ content: { text } }] } });
});

test.each(['"a"', '""', String.raw`"a\\"`, String.raw`"\"\\\\"`])(
  'what nests after the text %s is counted again',
  async (text) => {
    expect(await reasonOf(`[${text},${'['.repeat(DEEPEST_BACKUP)}`)).toBe('too-deep');
  }
);

test('a file that was cut off within a text is read to its end', async () => {
  expect(await reasonOf((await fileWith({})).slice(0, -1))).toBe('not-json');
  expect(await reasonOf(`{"format":"calcinote-backup","app":"${'['.repeat(100)}`)).toBe('not-json');
});

test.each(['', 'null', '1', '"calcinote-backup"', '[]', '{}', '{"format":"other"}'])(
  '%j is no backup of ours',
  async (text) => {
    expect(await reasonOf(text)).toBe(text === '' ? 'not-json' : 'not-a-backup');
  }
);

test('a version that this app does not know is told before anything else of it', async () => {
  expect(await reasonOf(await fileWith({ version: 2 }, 'made otherwise'))).toBe('newer-version');
  expect(await reasonOf(await fileWith({ schema: 2 }, 'made otherwise'))).toBe('newer-version');
});

test.each<[string, object, string]>([
  ['a version before the first', { version: 0 }, 'version'],
  ['a version that is no number', { version: '2' }, 'version'],
  ['a day for a time', { madeAt: '2026-11-25' }, 'madeAt'],
  ['a time that there is not', { madeAt: '2026-02-31T14:00:00.000Z' }, 'madeAt'],
  ['a time that not every browser reads', { madeAt: '2026-11-25 14:00:00+01' }, 'madeAt'],
  ['a scope that is no case', { scope: { caseId: 'x' } }, 'scope.caseId'],
  ['something more', { more: 1 }, 'more'],
  ['a key that every object inherits', { constructor: 1 }, 'constructor'],
  ['no rows', { rows: {} }, 'rows'],
  ['a row that is none', { rows: [null] }, 'rows.0'],
  ['a kind that is none', { rows: [{ ...aCase, kind: 'ward' }] }, 'rows.0.kind'],
  ['a row of revision 0', { rows: [aCase, { ...aCase, revision: 0 }] }, 'rows.1.revision'],
  ['an id twice', { rows: [aCase, note(OTHER), note(ID)] }, 'rows.2.id'],
  [
    'a key that every object inherits, in a row',
    { rows: [note(OTHER), { ...aCase, content: { pseudonym: 'a', valueOf: 1 } }] },
    'rows.1.content.valueOf'
  ],
  ['an item twice', { rows: [list('a', 'b', 'a')] }, 'rows.0.content.sections'],
  ...['__proto__', 'constructor', 'prototype'].map((name): [string, object, string] => [
    `an item called ${name}`,
    { rows: [list('a', name)] },
    'rows.0.content.sections.1.items.0.id'
  ]),
  ['the prototype for a key', JSON.parse('{"__proto__":{"more":1}}') as object, '__proto__'],
  [
    'a list for findings',
    {
      rows: [
        newRow('assessment', ID, 1, {
          caseId: '',
          ruleSet: '',
          content: { findings: [] as never, sampledOn: '', result: RESULT }
        })
      ]
    },
    'rows.0'
  ]
])('%s is refused with its place', async (_, change, path) => {
  expect(await readBackup(await fileWith(change), sha256)).toEqual({
    ok: false,
    reason: 'invalid',
    paths: [path]
  });
});

test('a key that the schema of a record drops is refused', async () => {
  const run = newRow('checklist-run', ID, 1, {
    caseId: '',
    templateId: '',
    closedAt: 0,
    content: { title: '', sections: [], states: {} }
  });
  const states = JSON.parse('{"__proto__":{"state":"done","at":1,"remark":""}}') as object;
  const text = await fileWith({ rows: [{ ...run, content: { ...run.content, states } }] });
  expect(await readBackup(text, sha256)).toMatchObject({ reason: 'invalid', paths: ['rows.0'] });
});

test('each place is told once', async () => {
  const read = await readBackup(
    await fileWith({ rows: [{ ...aCase, createdAt: -1.5, updatedAt: 'x' }] }),
    sha256
  );
  expect(read).toMatchObject({ paths: ['rows.0.createdAt', 'rows.0.updatedAt'] });
});

test('a row that was spoilt on this device does not keep what it wrote from being unsealed', async () => {
  const rows = [aCase, { ...note(OTHER), revision: 0 }];
  const text = await backupText(rows, ABOUT, sha256);
  expect(await reasonOf(text)).toBe('invalid');
  expect(await unseal(text, sha256)).toMatchObject({ ok: true, value: { rows } });
});

test('with a case goes what hangs on it, and what hangs on that, also from the trash', () => {
  const id = (last: number) => `017f22e2-79b0-7cc3-98c4-dc0c0c0739${last}`;
  const rows: AnyRow[] = [
    newRow('note-version', id(20), 1, { noteId: id(21), content: { text: 'a' } }),
    note(id(21), { assessmentId: id(22), deletedAt: 5 }),
    newRow('assessment', id(22), 1, {
      caseId: ID,
      ruleSet: '',
      content: { findings: {}, sampledOn: '', result: RESULT }
    }),
    aCase
  ];
  const others = [note(id(23)), { ...aCase, id: OTHER }];
  expect(rowsWithin({ caseId: ID }, [...rows, ...others])).toEqual(rows);
  expect(rowsWithin('all', [...rows, ...others])).toEqual([...rows, ...others]);
});
