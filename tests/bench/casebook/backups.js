import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../../../scripts/install.js';
import { startServer } from '../../../scripts/server.js';
import { median, SLOWED } from '../offline-start.js';
import { peersFolder } from '../peers.js';

/**
 * All rows written into a file and read from it into an empty database: ours, which holds a checksum and every row against
 * its schema and keeps a snapshot, beside dexie-export-import and PouchDB, which do none of that. In turns in one browser.
 */
const RUNS = 5;

const HARNESS = `
import Dexie from 'dexie';
import { exportDB, importDB } from 'dexie-export-import';
import PouchDB from 'pouchdb-browser';
import { createDatabase, TABLE_OF } from '$lib/storage/database';
import { exportRows, importRows } from '$lib/storage/backup';
import { readBackup, writeBackup } from '$lib/core/casebook/backup';
import { idFrom } from '$lib/core/casebook/id';
import { sha256 } from '$lib/storage/digest';

const newId = () => idFrom(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
const ours = createDatabase('filled');
const pouch = new PouchDB('filled-pouch');
let emptied = 0;
/** Opened before the clock starts, and removed after it stopped. */
const empty = async () => {
  const database = createDatabase('empty-' + ++emptied);
  await database.open();
  return database;
};

window.fill = async (rows) => {
  await ours.transaction('rw', ours.tables, async () => {
    for (const row of rows) await ours.table(TABLE_OF[row.kind]).add(row);
  });
  await pouch.bulkDocs(rows.map((row) => ({ _id: row.id, ...row })));
};

window.subjects = {
  ours: {
    write: async () => {
      const about = { madeAt: new Date().toISOString(), app: '0.1.0', scope: 'all' };
      return new Blob([await writeBackup(await exportRows(ours, 'all'), about, sha256)]);
    },
    open: empty,
    read: async (file, database) => {
      const read = await readBackup(await file.text(), sha256);
      if (!read.ok) throw new Error(read.reason);
      const about = { id: newId(), now: Date.now(), app: '0.1.0' };
      const outcome = await importRows(database, read.backup.rows, about);
      if (!outcome.saved) throw new Error(outcome.reason);
    },
    count: async (database) => (await exportRows(database, 'all')).length,
    remove: (database) => database.delete()
  },
  'dexie-export-import': {
    write: () => exportDB(ours),
    // It makes its database itself.
    open: async () => ({ name: 'empty-' + ++emptied }),
    read: async (file, at) => {
      at.database = await importDB(file, { name: at.name });
    },
    count: async ({ database }) => {
      const counts = await Promise.all(database.tables.map((table) => table.count()));
      return counts.reduce((sum, count) => sum + count, 0);
    },
    remove: ({ database }) => database.delete()
  },
  PouchDB: {
    write: async () => {
      const { rows } = await pouch.allDocs({ include_docs: true });
      return new Blob([JSON.stringify(rows.map(({ doc }) => doc))]);
    },
    open: async () => {
      const database = new PouchDB('empty-' + ++emptied);
      await database.info();
      return database;
    },
    read: async (file, database) => {
      await database.bulkDocs(JSON.parse(await file.text()), { new_edits: false });
    },
    count: async (database) => (await database.info()).doc_count,
    remove: (database) => database.destroy()
  }
};
window.isReady = true;
`;

/** @typedef {{ write: number, read: number, peak: number, count: number, bytes: number }} Measured */

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {import('./rows.js').Row[]} rows
 */
export async function measureBackups(browser, rows) {
  const server = await startServer({ dir: await bundle() });
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(300_000);
  await page.goto(server.url);
  await page.waitForFunction('window.isReady');
  await page.evaluate('window.fill(' + JSON.stringify(rows) + ')');
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  const names = ['ours', 'dexie-export-import', 'PouchDB'];
  const all = new Map(names.map((name) => [name, /** @type {Measured[]} */ ([])]));
  for (let run = 0; run <= RUNS; run += 1)
    for (const name of run % 2 ? names : [...names].reverse()) {
      const one = await measureOnce(page, session, name);
      if (one.count !== rows.length) throw new Error(`${name} brought back ${one.count} rows`);
      // The first round warms code and disk.
      if (run > 0) all.get(name)?.push(one);
    }
  await page.context().close();
  await server.close();
  report(all, rows.length);
}

/** The page with all three, as one script. @returns {Promise<string>} its folder */
export async function bundle() {
  const folder = join(peersFolder(), 'casebook');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'harness.js'), HARNESS);
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><meta charset="utf-8" /><title>Backups</title><script type="module" src="./harness.js"></script>'
  );
  const outDir = join(folder, 'dist');
  await build({
    configFile: false,
    logLevel: 'silent',
    root: folder,
    publicDir: false,
    resolve: {
      alias: {
        $lib: join(ROOT, 'src', 'lib'),
        // The peer on the very Dexie of the app.
        dexie: join(ROOT, 'node_modules', 'dexie', 'import-wrapper.mjs')
      }
    },
    define: { global: 'globalThis' },
    build: { outDir, emptyOutDir: true, minify: !process.env.NOMIN }
  });
  return outDir;
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {import('@playwright/test').CDPSession} session
 * @param {string} name
 * @returns {Promise<Measured>}
 */
async function measureOnce(page, session, name) {
  const heap = async () => {
    // Beside objects, what stands in buffers.
    const { usedSize, backingStorageSize = 0 } = /** @type {Record<string, number>} */ (
      /** @type {unknown} */ (await session.send('Runtime.getHeapUsage'))
    );
    return (usedSize ?? NaN) + backingStorageSize;
  };
  await session.send('HeapProfiler.collectGarbage');
  const before = await heap();
  let peak = before;
  let isRunning = true;
  const watching = (async () => {
    while (isRunning) {
      peak = Math.max(peak, await heap());
      await new Promise((done) => setTimeout(done, 20));
    }
  })();
  const measured = await page.evaluate(async (name) => {
    const { write, open, read, count, remove } = /** @type {any} */ (window).subjects[name];
    const database = await open();
    const start = performance.now();
    const file = await write();
    const written = performance.now();
    await read(file, database);
    const end = performance.now();
    const rows = await count(database);
    await remove(database);
    return { write: written - start, read: end - written, count: rows, bytes: file.size };
  }, name);
  isRunning = false;
  await watching;
  return { ...measured, peak: peak - before };
}

/**
 * @param {Map<string, Measured[]>} all
 * @param {number} count
 */
function report(all, count) {
  console.log(
    `Export of ${count} rows and import into an empty database, CPU slowed ${SLOWED} times, median of ${RUNS}, in turns`
  );
  const of = (/** @type {string} */ name, /** @type {(one: Measured) => number} */ what) =>
    median((all.get(name) ?? []).map(what));
  const both = (/** @type {Measured} */ { write, read }) => write + read;
  const own = of('ours', both);
  for (const [name, times] of all) {
    const time = of(name, both);
    const verdict =
      name === 'ours'
        ? ''
        : `, ours ${(own / time).toFixed(2)} x (less: ${own < time ? 'holds' : 'MISSED'})`;
    console.log(
      `  ${name}: ${time.toFixed(0)} ms, of which the export ${of(name, ({ write }) => write).toFixed(0)} ms, ` +
        `least ${Math.min(...times.map(both)).toFixed(0)} ms; ` +
        `peak of the heap (Runtime.getHeapUsage) ${(of(name, ({ peak }) => peak) / 1e6).toFixed(0)} MB more, ` +
        `file ${((times[0]?.bytes ?? NaN) / 1e6).toFixed(1)} MB${verdict}`
    );
  }
}
