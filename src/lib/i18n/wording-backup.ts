import type { BackupFault } from '$lib/core/casebook/backup';
import type { Fate } from '$lib/core/casebook/backup-merge';
import { m } from './paraglide/messages';

type Text = () => string;

/** Why a file cannot be taken in. */
export const backupFault: Record<BackupFault['reason'], Text> = {
  sealed: m.cb_fault_sealed,
  'wrong-passphrase': m.cb_fault_wrong_passphrase,
  'too-large': m.cb_fault_too_large,
  'too-deep': m.cb_fault_not_a_backup,
  'not-json': m.cb_fault_not_a_backup,
  'not-a-backup': m.cb_fault_not_a_backup,
  'newer-version': m.cb_fault_newer_version,
  damaged: m.cb_fault_damaged,
  invalid: m.cb_fault_damaged
};

/** What a row of a file would do here. */
export const fateName: Record<Fate, Text> = {
  added: m.cb_fate_added,
  replaced: m.cb_fate_replaced,
  kept: m.cb_fate_kept,
  same: m.cb_fate_same,
  conflict: m.cb_fate_conflict
};
