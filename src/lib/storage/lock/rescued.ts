import { unseal, writeBackup, type BackupFault } from '$lib/core/casebook/backup';
import type { Scope } from '$lib/core/casebook/backup-schema';
import {
  parseRescuedRow,
  parseRescuedVault,
  type RescuedRow,
  type RescuedVault
} from '$lib/core/casebook/rescued-schema';
import type { AnyRow } from '$lib/core/casebook/row-schema';
import type { Work } from '$lib/core/casebook/work';
import { secretOf } from '$lib/core/lock/secret';
import { fromBase64 } from '../base64';
import { ROW_TABLES, type NoteDraft } from '../database';
import { sha256 } from '../digest';
import { unsealRow, type Row } from './sealed-row';
import { USUAL_LIMITS, openVault, type Keys, type Vault } from './vault';

export type Rescued =
  /** `lost` rows did not open. */
  { ok: true; text: string; lost: number } | ({ ok: false } & BackupFault);

/** Whether a file may hold a casebook with its lock, as it stood on the disk: it is looked at in full only then. */
export function mayBeRescued(text: string): boolean {
  return text.includes('"id":"vault"');
}

/**
 * The backup in a file of rows that left a device sealed, because that version of the app could not open them: with the
 * passphrase or the recovery code of that casebook. A file that is none is answered as it is.
 */
export async function openRescued(
  text: string,
  secret: string | undefined,
  work: Work
): Promise<Rescued> {
  const read = await unseal(text, sha256, work);
  if (!read.ok) return read;
  const { rows: all, madeAt, app, scope } = read.value as unknown as File;
  const vault = vaultIn(all);
  if (!vault) return { ok: true, text, lost: 0 };
  if (secret === undefined) return { ok: false, reason: 'sealed' };
  const keys = await openVault(vault, ...secretOf(secret));
  if (!keys) return { ok: false, reason: 'wrong-passphrase' };
  const { rows, lost } = await opened(all, keys, work);
  const backup = await writeBackup(rows, { madeAt, app, scope }, sha256, work);
  return { ok: true, text: new TextDecoder().decode(backup), lost };
}

interface File {
  rows: unknown[];
  madeAt: string;
  app: string;
  scope: Scope;
}

function vaultIn(rows: readonly unknown[]): Vault | undefined {
  for (const row of rows) {
    const parsed = parseRescuedVault(row);
    if ('value' in parsed) return vaultOf(parsed.value);
  }
  return undefined;
}

function vaultOf({ id, keyId, ways }: RescuedVault): Vault {
  const wayOf = ({ derivation, key }: RescuedVault['ways']['passphrase']) => ({
    derivation: { ...derivation, salt: fromBase64(derivation.salt) },
    key: fromBase64(key)
  });
  return {
    id,
    keyId,
    state: 'sealed',
    ways: { passphrase: wayOf(ways.passphrase), recovery: wayOf(ways.recovery) },
    limits: USUAL_LIMITS,
    failures: 0,
    failedAt: 0
  };
}

/** What was being typed on a note stands in its place. What the app keeps for itself, and forms that were not sent, stay behind. */
async function opened(
  all: readonly unknown[],
  keys: Keys,
  work: Work
): Promise<{ rows: AnyRow[]; lost: number }> {
  const rows = new Map<string, AnyRow>();
  const drafts: NoteDraft[] = [];
  const tables = new Tables();
  let lost = 0;
  for (const one of all) {
    await work.pause();
    const sealed = parseRescuedRow(one);
    if (!('value' in sealed)) {
      if (isOpen(one)) rows.set(one.id, one);
      continue;
    }
    const row = await tables.unsealed(keys, sealed.value);
    if (!row) lost += 1;
    else if (row.kind !== undefined) rows.set(row.id, row as unknown as AnyRow);
    else if ('note' in row) drafts.push(row as unknown as NoteDraft);
  }
  for (const { id, note, content } of drafts) {
    const base = rows.get(id) ?? { ...note, id };
    rows.set(id, { ...base, content } as AnyRow);
  }
  return { rows: [...rows.values()], lost };
}

function isOpen(row: unknown): row is AnyRow {
  return typeof row === 'object' && row !== null && 'kind' in row && 'id' in row;
}

/** Sealed rows do not tell their table, which their seal vouches for: the one that fitted a row of that shape last comes first. */
class Tables {
  readonly #byShape = new Map<string, string[]>();

  async unsealed(keys: Keys, { content, ...clear }: RescuedRow): Promise<Row | undefined> {
    const shape = Object.keys(clear).toSorted().join();
    const tables = this.#byShape.get(shape) ?? [...ROW_TABLES, 'drafts'];
    const row = { ...clear, content: fromBase64(content) };
    for (const table of tables) {
      const unsealed = await unsealRow(keys, row, table).catch(() => undefined);
      if (!unsealed) continue;
      this.#byShape.set(shape, [table, ...tables.filter((other) => other !== table)]);
      return unsealed;
    }
    return undefined;
  }
}
