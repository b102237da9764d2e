import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Note } from '$lib/core/casebook/row-schema';
import { UNWATCHED } from '$lib/core/casebook/work';
import { createDatabase } from '../database';
import { addRows, changeRow, readRow } from '../rows';
import { readEverything } from '../snapshots';
import { lockOf } from './lock-state';
import { changeVault, goOn, sealStragglers, turnOff, turnOn } from './turning';
import { type Keys, type Vault } from './vault';
import {
  SECRETS,
  SAVED,
  CANARY,
  aCase,
  aNote,
  name,
  database,
  others,
  makeCasebooks,
  none,
  raw,
  readable,
  again
} from '../../../../tests/support/sealed-casebook';

makeCasebooks();

describe('beside another page', () => {
  const LOCKED = { saved: false, reason: 'locked' };

  test('that does not know of the lock, nothing is written in the open', async () => {
    const unknowing = createDatabase(name);
    others.push(unknowing);
    await unknowing.open();
    await turnOn(database, SECRETS, none, UNWATCHED);
    expect(await addRows(unknowing, [aNote(CANARY)])).toEqual(LOCKED);
    expect(await readable()).not.toContain(CANARY);
  });

  test('that turns the lock on as well, the first keeps its key', async () => {
    const unknowing = createDatabase(name);
    others.push(unknowing);
    await unknowing.open();
    await turnOn(database, SECRETS, none, UNWATCHED);
    const one = aCase('one');
    await addRows(database, [one]);
    const others2 = { passphrase: 'autres mots bien choisis', recovery: 'X' };
    expect(await turnOn(unknowing, others2, none, UNWATCHED)).toEqual(LOCKED);
    expect(await readRow(await again(), 'case', one.id)).toEqual(one);
  });

  test('that has the keys, nothing is sealed once the lock is off', async () => {
    await turnOn(database, SECRETS, none, UNWATCHED);
    const other = await again();
    expect(await turnOff(database, UNWATCHED)).toEqual(SAVED);
    expect(await addRows(other, [aNote('x')])).toEqual(LOCKED);
    await sealStragglers(other).catch(() => undefined);
    expect((await raw()).notes).toEqual([]);
  });

  test('that changes a row while it is being sealed, the change is kept', async () => {
    const one = aCase(CANARY);
    await addRows(database, [one]);
    const encrypt = crypto.subtle.encrypt.bind(crypto.subtle);
    let isFirst = false;
    onTestFinished(() => void vi.restoreAllMocks());
    vi.spyOn(crypto.subtle, 'encrypt').mockImplementation(async (...asked) => {
      if (isFirst) {
        isFirst = false;
        await changeRow(database, 'case', one.id, 3000, { archivedAt: 3000 });
      }
      return encrypt(...asked);
    });
    const onKept = async () => void (isFirst = true);
    expect(await turnOn(database, SECRETS, onKept, UNWATCHED)).toEqual(SAVED);
    expect(isFirst).toBe(false);
    expect(await readRow(database, 'case', one.id)).toMatchObject({ archivedAt: 3000 });
    expect(await readable()).not.toContain(CANARY);
  });

  test('a change of the vault keeps what another page has changed of it', async () => {
    await turnOn(database, SECRETS, none, UNWATCHED);
    const other = await again();
    const known = lockOf(other) as { vault: Vault; keys: Keys };
    await changeVault(database, known, (vault) => ({ ...vault, failures: 3 }));
    await changeVault(other, known, (vault) => ({ ...vault, limits: { idleMs: 1, hiddenMs: 2 } }));
    const [vault] = (await raw()).settings as Vault[];
    expect(vault).toMatchObject({ failures: 3, limits: { idleMs: 1, hiddenMs: 2 } });
  });
});

describe('turned on and off', () => {
  /** A work that is broken off at its n-th step, as by a sudden end, or cancelled there. */

  const until = (step: number, cancelled = false) => {
    let steps = 0;
    return {
      tell: () => {
        if (cancelled && steps >= step) throw new DOMException('Cancelled', 'AbortError');
      },
      pause: () => {
        steps += 1;
        if (steps >= step && !cancelled) throw new Error('The end');
        return Promise.resolve();
      }
    };
  };

  test('broken off at any step, everything is still there, and it goes on to the end', async () => {
    const rows = [aCase('a'), ...Array.from({ length: 120 }, (_, at) => aNote(`note ${at}`))];
    await addRows(database, rows);
    const all = await readEverything(database);
    await turnOn(database, SECRETS, none, until(2));
    const half = (await raw()).notes as Partial<Note>[];
    expect(new Set(half.map(({ content }) => content instanceof Uint8Array)).size).toBe(2);
    const other = await again();
    expect(await readEverything(other)).toEqual(all);
    expect(await goOn(other, UNWATCHED)).toEqual(SAVED);
    expect((lockOf(other) as { vault: Vault }).vault.state).toBe('sealed');
    expect(await readable()).not.toContain('pseudonym');
    await turnOff(other, until(2));
    const third = await again();
    expect(await readEverything(third)).toEqual(all);
    expect(await goOn(third, UNWATCHED)).toEqual(SAVED);
    expect(lockOf(third).state).toBe('off');
    expect((await raw()).notes).toEqual(all.filter(({ kind }) => kind === 'note'));
    expect((await raw()).settings).toEqual([]);
  });

  test('cancelled, it is as before', async () => {
    await addRows(
      database,
      Array.from({ length: 120 }, (_, at) => aNote(`note ${at}`))
    );
    const before = await raw();
    const cancelled = { saved: false, reason: 'cancelled' };
    expect(await turnOn(database, SECRETS, none, until(2, true))).toEqual(cancelled);
    expect(await raw()).toEqual(before);
    expect(lockOf(database).state).toBe('off');
    expect(await turnOn(database, SECRETS, none, UNWATCHED)).toEqual(SAVED);
    expect(await turnOff(database, until(2, true))).toEqual(cancelled);
    expect(await readable()).not.toContain('note 7');
    expect((lockOf(database) as { vault: Vault }).vault.state).toBe('sealed');
  });
});
