import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { ROOT } from '../../scripts/install.js';

const BUILD = join(ROOT, 'build');

/** @param {Buffer[]} files */
function compressed(files) {
  const sum = (/** @type {(file: Buffer) => Buffer} */ compress) =>
    files.reduce((total, file) => total + compress(file).length, 0);
  return { brotli: sum(brotliCompressSync), gzip: sum((file) => gzipSync(file, { level: 9 })) };
}

/** @param {string} html @param {RegExp} pattern */
function linked(html, pattern) {
  const files = new Set([...html.matchAll(pattern)].map(([, path]) => path));
  return [...files].map((path) => readFileSync(join(BUILD, String(path))));
}

/** @param {string} folder @returns {string[]} */
function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]
  );
}

/** Prints what the Classify page and the whole app weigh. */
export function run() {
  const html = readFileSync(join(BUILD, 'fr', 'index.html'), 'utf8');
  const scripts = compressed(linked(html, /(?:href|import\()="?'?"?(\/_app\/[^"')]+\.js)/g));
  const styles = compressed(linked(html, /href="(\/_app\/[^"]+\.css)"/g));
  const kb = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`;
  console.log('Size of what the Classify page loads (each file compressed by itself)');
  console.log(`  script: ${kb(scripts.brotli)} brotli, ${kb(scripts.gzip)} gzip (at most 60 kB)`);
  console.log(`  CSS: ${kb(styles.brotli)} brotli, ${kb(styles.gzip)} gzip (at most 15 kB)`);
  const worker = readFileSync(join(BUILD, 'service-worker.js'), 'utf8');
  const kept = filesBelow(BUILD).filter((file) => {
    const path = file.slice(BUILD.length + 1).replaceAll('\\', '/');
    return worker.includes(`"${path}"`) || worker.includes(`url:"${path}"`);
  });
  const whole = kept.reduce((total, file) => total + readFileSync(file).length, 0);
  console.log(
    `  whole precache: ${kb(whole)} uncompressed in ${kept.length} files (at most 700 kB)`
  );
}
