import { LONGEST_BACKUP, isTooDeep, type BackupFault } from './backup';
import {
  SEALED_FORMAT,
  SEALED_VERSION,
  parseSealedBackup,
  type SealedBackup
} from './sealed-backup-schema';
import { canonicalJson } from './canonical-json';

/** How a file was sealed, and what stands open on it: all of it is vouched for by the seal. */
export type SealedHeader = Omit<SealedBackup, 'sealed'>;

export type SealedRead =
  | { state: 'sealed'; header: SealedHeader; sealed: string }
  /** A file of another kind: to be read as a backup that is not sealed. */
  | { state: 'open' }
  | ({ state: 'refused' } & BackupFault);

/** The text of a sealed backup. */
export function writeSealedBackup(header: SealedHeader, sealed: string): string {
  return canonicalJson({ ...header, sealed });
}

/** What the seal vouches for beside what it hides. */
export function aboutSealed(header: SealedHeader): string {
  return canonicalJson(header);
}

/** Reads what may be anything, as far as it can be read without the passphrase. */
export function readSealedBackup(text: string): SealedRead {
  if (text.length > LONGEST_BACKUP * 2) return { state: 'refused', reason: 'too-large' };
  // What does not begin like one is looked at as a backup.
  if (!text.slice(0, 1000).includes(`"${SEALED_FORMAT}"`)) return { state: 'open' };
  if (isTooDeep(text)) return { state: 'refused', reason: 'too-deep' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { state: 'refused', reason: 'not-json' };
  }
  const { format, version } = (value ?? {}) as Partial<SealedBackup>;
  if (format !== SEALED_FORMAT) return { state: 'open' };
  if (typeof version === 'number' && version > SEALED_VERSION)
    return { state: 'refused', reason: 'newer-version' };
  const parsed = parseSealedBackup(value);
  if ('paths' in parsed) return { state: 'refused', reason: 'invalid', paths: parsed.paths };
  const { sealed, ...header } = parsed.value;
  return { state: 'sealed', header, sealed };
}
