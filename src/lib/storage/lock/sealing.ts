import type { Dexie, DBCore } from 'dexie';
import { watch } from '../leaving';
import { answerTo } from '../past-dexie';
import { lockOf, setLock } from './lock-state';
import { SETTINGS, SealedTable } from './sealed-table';
import { VAULT, type Keys, type Vault } from './vault';

/** Tables of the app's own, which hold nothing that a person wrote. */
export const OPEN_TABLES = [SETTINGS, 'meta'];

/** The keys of a vault from whoever keeps them while pages come and go. */
export type FindKeys = (vault: Vault) => Promise<Keys | undefined>;

/**
 * Seals what is written and unseals what is read, below everything that knows rows: with the lock on, neither the disk nor
 * Dexie's own cache has a row that can be read. Knows of the lock before the first row is asked for.
 */
export function sealRows(database: Dexie, schema: number, findKeys: FindKeys): void {
  database.on(
    'ready',
    async (opened) => {
      if (lockOf(database).state === 'unlocked') return;
      const vault = await readVault((opened as Dexie).backendDB());
      const keys = vault && (await findKeys(vault));
      if (!vault) setLock(database, { state: 'off' });
      else
        setLock(database, keys ? { state: 'unlocked', vault, keys } : { state: 'locked', vault });
    },
    true
  );
  database.use({
    stack: 'dbcore',
    name: 'sealing',
    // Above Dexie's cache, which then holds what the disk holds.
    level: 20,
    create: (core: DBCore) => ({
      ...core,
      // Whoever writes looks at the vault in the same transaction, and whoever reads sealed rows at what they are found by.
      transaction: (stores, mode, options) =>
        core.transaction(
          (mode === 'readwrite' || lockOf(database).state !== 'off') && !stores.includes(SETTINGS)
            ? [...stores, SETTINGS]
            : stores,
          mode,
          options
        ),
      table: (name) => {
        const table = core.table(name);
        return OPEN_TABLES.includes(name)
          ? table
          : new SealedTable(database, table, () => core.table(SETTINGS), schema).asTable();
      }
    })
  });
}

/** Past Dexie, which would open a dying connection anew and wait for itself. */
function readVault(opened: IDBDatabase): Promise<Vault | undefined> {
  const settings = watch(opened.transaction(SETTINGS, 'readonly')).objectStore(SETTINGS);
  return answerTo<Vault | undefined>(settings.get(VAULT));
}
