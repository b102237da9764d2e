import {
  aboutSealed,
  readSealedBackup,
  writeSealedBackup,
  type SealedHeader
} from '$lib/core/casebook/sealed-backup';
import { SEALED_FORMAT, SEALED_VERSION } from '$lib/core/casebook/sealed-backup-schema';
import { LONGEST_BACKUP, type BackupFault } from '$lib/core/casebook/backup';
import { UNWATCHED, type Work } from '$lib/core/casebook/work';
import { fromBase64, toBase64 } from '../base64';
import { pack, unpack } from '../packing';
import { seal, unseal } from './cipher';
import { deriveKey, newDerivation } from './key-derivation';
import { mayBeRescued, openRescued } from './rescued';

/** Of characters beyond ASCII a text has more bytes. */
const MOST_BYTES = LONGEST_BACKUP * 3;

/** `lost`: rows in it that did not open, in a file of what a disk held. */
export type Opened = { ok: true; text: string; lost: number } | ({ ok: false } & BackupFault);

/** A backup as a file that only the passphrase opens: packed, then sealed. */
export async function sealFile(
  backup: Uint8Array<ArrayBuffer>,
  passphrase: string,
  madeAt: string
): Promise<string> {
  const { salt, ...derivation } = newDerivation();
  const header: SealedHeader = {
    format: SEALED_FORMAT,
    version: SEALED_VERSION,
    madeAt,
    derivation: { ...derivation, salt: toBase64(salt) },
    cipher: 'AES-256-GCM'
  };
  const key = await deriveKey(passphrase, { ...derivation, salt });
  const sealed = await seal(key, await pack(backup), aboutSealed(header));
  return writeSealedBackup(header, toBase64(sealed));
}

/** The text of a backup, from a file that may be sealed or not, or be anything. Without a passphrase a sealed one says so. */
export async function openFile(
  text: string,
  passphrase?: string,
  work: Work = UNWATCHED
): Promise<Opened> {
  const read = readSealedBackup(text);
  if (read.state === 'open')
    return mayBeRescued(text) ? openRescued(text, passphrase, work) : { ok: true, text, lost: 0 };
  if (read.state === 'refused') return { ...read, ok: false };
  if (passphrase === undefined) return { ok: false, reason: 'sealed' };
  const { header } = read;
  const salt = fromBase64(header.derivation.salt);
  const key = await deriveKey(passphrase, { ...header.derivation, salt });
  const packed = await unseal(key, fromBase64(read.sealed), aboutSealed(header)).catch(
    () => undefined
  );
  // A changed file and a wrong passphrase look alike: the seal fits or it does not.
  if (!packed) return { ok: false, reason: 'wrong-passphrase' };
  try {
    return { ok: true, text: await unpack(packed, MOST_BYTES), lost: 0 };
  } catch (error) {
    return { ok: false, reason: error instanceof RangeError ? 'too-large' : 'damaged' };
  }
}
