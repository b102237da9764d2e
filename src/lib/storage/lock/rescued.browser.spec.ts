import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readBackup, writeBackup } from '$lib/core/casebook/backup';
import { idFrom } from '$lib/core/casebook/id';
import { newRow } from '$lib/core/casebook/row';
import type { Case, LabValue, Note } from '$lib/core/casebook/row-schema';
import { UNWATCHED } from '$lib/core/casebook/work';
import { RECOVERY_BYTES, recoveryCodeOf } from '$lib/core/lock/recovery-code';
import { createDatabase, type Database } from '../database';
import { sha256 } from '../digest';
import { writeFormDraft } from '../form-drafts';
import { writeDraft } from '../notes';
import { readPastDexie } from '../past-dexie';
import { addRows } from '../rows';
import { openFile } from './sealed-file';
import { turnOn } from './turning';

const CODE = recoveryCodeOf(crypto.getRandomValues(new Uint8Array(RECOVERY_BYTES)));
const SECRETS = { passphrase: 'quatre mots sans lien', recovery: CODE };
const newId = () => idFrom(1, crypto.getRandomValues(new Uint8Array(10)));
const one: Case = newRow('case', newId(), 1000, {
  archivedAt: 0,
  content: { pseudonym: 'Lit 12' }
});
const aNote = (text: string): Note =>
  newRow('note', newId(), 1, {
    caseId: one.id,
    assessmentId: '',
    topic: 'surgery',
    pinnedAt: 0,
    content: { text, tags: [] }
  });
const value: LabValue = newRow('lab-value', newId(), 1, {
  caseId: one.id,
  on: '2026-01-02',
  content: { analyte: 'phosphate', value: 1.6, unit: 'mmol/L' }
});

describe('rows that left a device as its disk had them, with its lock', () => {
  let database: Database;
  let file: string;
  const [typed, whole] = [aNote('typed'), aNote('whole')];
  const fresh = aNote('not yet a note');

  /** What the app gives out when it cannot open the casebook itself. */
  async function rescue(): Promise<string> {
    const { schema, rows } = await readPastDexie(database);
    const about = { madeAt: '2026-01-03T00:00:00.000Z', app: '1', scope: 'all', schema } as const;
    return new TextDecoder().decode(await writeBackup(rows, about, sha256));
  }

  beforeEach(async () => {
    database = createDatabase(`spec-${crypto.randomUUID()}`);
    await addRows(database, [one, typed, value]);
    await turnOn(database, SECRETS, async () => {}, UNWATCHED);
    await addRows(database, [whole]);
    await writeDraft(database, { ...typed, content: { text: 'typed on', tags: [] } }, 5);
    await writeDraft(database, fresh, 5);
    await writeFormDraft(database, 'case', { pseudonym: 'Lit 13' }, 5);
    file = await rescue();
  });
  afterEach(async () => {
    database.close();
    await Dexie.delete(database.name);
  });

  test('say that they are sealed, and open with no other passphrase', async () => {
    expect(file).not.toContain('Lit 12');
    expect(await openFile(file)).toEqual({ ok: false, reason: 'sealed' });
    const wrong = await openFile(file, 'quatre mots sans liens');
    expect(wrong).toEqual({ ok: false, reason: 'wrong-passphrase' });
  });

  test.each([
    ['the passphrase', SECRETS.passphrase],
    ['the recovery code', CODE.toLowerCase()]
  ])('open with %s as a backup of all rows, with what was being typed', async (_, secret) => {
    const opened = await openFile(file, secret);
    if (!opened.ok) throw new Error(opened.reason);
    expect(opened.lost).toBe(0);
    const read = await readBackup(opened.text, sha256);
    if (!read.ok) throw new Error(JSON.stringify(read));
    const { madeAt, rows } = read.backup;
    expect(madeAt).toBe('2026-01-03T00:00:00.000Z');
    expect(rows.map(({ id }) => id).toSorted()).toEqual(
      [one, typed, whole, fresh, value].map(({ id }) => id).toSorted()
    );
    expect(rows).toEqual(
      expect.arrayContaining([
        one,
        whole,
        value,
        { ...typed, content: { text: 'typed on', tags: [] } },
        fresh
      ])
    );
  });

  test('that were altered are counted, and keep no other from coming back', async () => {
    const altered = JSON.parse(file) as { rows: { id: string; content: string }[] };
    const row = altered.rows.find(({ id }) => id === whole.id);
    if (!row) throw new Error('no such row');
    row.content = `${row.content.slice(0, 40)}${row.content[40] === 'A' ? 'B' : 'A'}${row.content.slice(41)}`;
    expect(await openFile(JSON.stringify(altered), SECRETS.passphrase)).toEqual({
      ok: false,
      reason: 'damaged'
    });
    const { rows, ...about } = altered as unknown as Parameters<typeof writeBackup>[1] & {
      rows: Parameters<typeof writeBackup>[0];
    };
    const bytes = await writeBackup(rows, about, sha256);
    const opened = await openFile(new TextDecoder().decode(bytes), SECRETS.passphrase);
    if (!opened.ok) throw new Error(opened.reason);
    expect(opened.lost).toBe(1);
    const read = await readBackup(opened.text, sha256);
    if (!read.ok) throw new Error(JSON.stringify(read));
    expect(read.backup.rows).not.toContainEqual(expect.objectContaining({ id: whole.id }));
    expect(read.backup.rows).toContainEqual(one);
  });

  test('a backup of a note that only speaks of a vault is read as it is', async () => {
    const note = aNote('{"id":"vault"}');
    const about = { madeAt: '2026-01-03T00:00:00.000Z', app: '1', scope: 'all' } as const;
    const text = new TextDecoder().decode(await writeBackup([one, note], about, sha256));
    expect(await openFile(text)).toEqual({ ok: true, text, lost: 0 });
  });
});
