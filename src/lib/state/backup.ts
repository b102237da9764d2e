import { version } from '$app/environment';
import {
  LONGEST_BACKUP,
  readBackup,
  writeBackup,
  type BackupFault
} from '$lib/core/casebook/backup';
import { compare } from '$lib/core/casebook/backup-merge';
import type { Backup, Scope } from '$lib/core/casebook/backup-schema';
import { ID_RANDOM_BYTES, idFrom } from '$lib/core/casebook/id';
import type { Outcome } from '$lib/core/casebook/outcome';
import { stretch, type Work } from '$lib/core/casebook/work';
import { isoDay } from '$lib/core/classifier/sample-age';
import { rowsBeforeUpgrade } from '$lib/storage/before-upgrade';
import { exportRows, importRows, readLastBackup, rememberBackup } from '$lib/storage/backup';
import { sha256 } from '$lib/storage/digest';
import { openFile, sealFile } from '$lib/storage/lock/sealed-file';
import { readPastDexie } from '$lib/storage/past-dexie';
import { LiveQuery } from '$lib/storage/live-query.svelte';
import {
  hasRows,
  readEverything,
  readSnapshots,
  restoreSnapshot,
  takeSnapshot
} from '$lib/storage/snapshots';
import { casebook } from './casebook';
import { database } from './casebook-database';
import { LongWork } from './long-work.svelte';

/** Between two snapshots that the app takes by itself. */
const SNAPSHOT_EVERY_MS = 4 * 3_600_000;

export type Fates = Awaited<ReturnType<typeof compare>>;
/** A file that was opened, and what each of its rows would do here. */
export type Opened =
  | { ok: true; backup: Backup; fates: Fates; /** Rows in it that do not open. */ lost: number }
  | { ok: false; reason: BackupFault['reason'] };

function about() {
  const now = Date.now();
  const id = idFrom(now, crypto.getRandomValues(new Uint8Array(ID_RANDOM_BYTES)));
  return { id, now, app: version };
}

export const lastBackup = () => new LiveQuery(database, () => readLastBackup(database));
export const snapshots = () => new LiveQuery(database, () => readSnapshots(database));

/**
 * A backup as a file: read back before it is given out, so that none leaves the device that could not come back.
 * Throws when it cannot be made.
 *
 * @param passphrase that alone opens the file; empty for a file that everybody can read
 */
export async function makeBackup(scope: Scope, passphrase: string, work: Work): Promise<File> {
  await casebook.takeUpDrafts();
  const now = new Date();
  const backup = await writeBackup(
    await exportRows(database, scope),
    { madeAt: now.toISOString(), app: version, scope },
    sha256,
    stretch(work, 0, 0.4)
  );
  const file =
    passphrase === ''
      ? fileOf(backup, now)
      : fileOf(await sealFile(backup, passphrase, now.toISOString()), now, 'sealed-');
  const opened = await openFile(await file.text(), passphrase);
  if (!opened.ok) throw new Error(`The file opens as ${opened.reason}`);
  const read = await readBackup(opened.text, sha256, stretch(work, 0.5, 1));
  if (!read.ok) throw new Error(`The backup reads back as ${read.reason}`);
  return file;
}

function fileOf(content: BlobPart, now: Date, mark = ''): File {
  return new File([content], `calcinote-${mark}${isoDay(now)}.json`, { type: 'application/json' });
}

/**
 * A backup of a casebook that this version of the app cannot open, or that does not read back: to be taken in by the version
 * that wrote it, or mended by hand. Throws when it cannot be made.
 */
export async function makeRescue(work: Work): Promise<File> {
  const now = new Date();
  const { schema, rows } = rowsBeforeUpgrade(database) ?? (await readPastDexie(database));
  const about = { madeAt: now.toISOString(), app: version, scope: 'all', schema } as const;
  return fileOf(await writeBackup(rows, about, sha256, work), now);
}

/** Call when a file with everything has left the device. */
export function noteBackup(): Promise<Outcome> {
  return rememberBackup(database, Date.now());
}

/**
 * Never throws for what a file holds: bad input is answered with its reason. Throws when it is cancelled.
 *
 * @param passphrase for a file that is sealed
 */
export async function openBackup(file: File, work: Work, passphrase?: string): Promise<Opened> {
  if (file.size > LONGEST_BACKUP * 4) return { ok: false, reason: 'too-large' };
  const opened = await openFile(await file.text(), passphrase, stretch(work, 0, 0.4));
  if (!opened.ok) return { ok: false, reason: opened.reason };
  const read = await readBackup(opened.text, sha256, stretch(work, 0.4, 0.8));
  if (!read.ok) return { ok: false, reason: read.reason };
  const here = await readEverything(database);
  const fates = await compare(here, read.backup.rows, stretch(work, 0.8, 1));
  return { ok: true, backup: read.backup, fates, lost: opened.lost };
}

/** Takes rows in, all or none, after a snapshot; the answer names it, so that it can be undone. */
export async function takeIn(
  { rows }: Backup,
  exceptIds: ReadonlySet<string>,
  work: Work
): Promise<Outcome & { snapshot: string }> {
  const snapshot = about();
  const outcome = await importRows(database, rows, snapshot, exceptIds, work);
  return { ...outcome, snapshot: snapshot.id };
}

/** Everything as it was then; what is there now becomes a snapshot in turn. */
export function goBackTo(snapshot: string, work: Work): Promise<Outcome> {
  return restoreSnapshot(database, snapshot, about(), work);
}

/** A copy from time to time, without being asked; none of an empty casebook. What fails here is tried again next time. */
export async function snapshotNow(): Promise<void> {
  try {
    const [last] = await readSnapshots(database);
    if (last && Date.now() - last.createdAt < SNAPSHOT_EVERY_MS) return;
    if (await hasRows(database)) await takeSnapshot(database, about(), new LongWork());
  } catch {
    // The page that is shown reads the same database, and tells why it cannot.
  }
}
