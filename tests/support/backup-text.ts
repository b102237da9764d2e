import { writeBackup } from '../../src/lib/core/casebook/backup';

/** A backup as a test looks at it or spoils it. */
export async function backupText(...asked: Parameters<typeof writeBackup>): Promise<string> {
  return new TextDecoder().decode(await writeBackup(...asked));
}
