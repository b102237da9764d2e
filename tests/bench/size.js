import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { ROOT } from '../../scripts/install.js';
import { keptFiles, neededBy, weigh } from '../support/weight.js';

const BUILD = join(ROOT, 'build');

const kb = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const gzip = (/** @type {Buffer} */ file) => gzipSync(file, { level: 9 });

/** Prints what the Classify page and the whole app weigh. */
export function run() {
  console.log('Size of what the Classify page needs (each file compressed by itself)');
  for (const page of ['fr/index.html', 'en/index.html']) {
    const { scripts, styles } = neededBy(BUILD, page);
    const line = (
      /** @type {string} */ name,
      /** @type {Set<string>} */ files,
      /** @type {number} */ most
    ) =>
      console.log(
        `  ${page} ${name}: ${kb(weigh(BUILD, files, brotliCompressSync))} brotli, ` +
          `${kb(weigh(BUILD, files, gzip))} gzip (at most ${most} kB)`
      );
    line('script with its texts', scripts, 60);
    line('CSS', styles, 15);
  }
  const kept = keptFiles(BUILD).filter((file) => !/^icons?[./]/.test(file));
  const weight = (/** @type {string[]} */ files) => kb(weigh(BUILD, files, (file) => file));
  const [casebook, rest] = [true, false].map((isOfIt) =>
    kept.filter((file) => file.includes('casebook') === isOfIt)
  );
  console.log(
    `  kept on the device, icons aside: ${weight(rest ?? [])} uncompressed of the classifier and the reference (at most 1600 kB)`
  );
  console.log(
    `    and ${weight(casebook ?? [])} of the casebook (at most 750 kB); ${weight(kept)} in all, in ${kept.length} files`
  );
  for (const language of ['fr', 'en'])
    console.log(
      `  search index ${language}: ${weight([`search/${language}.bin`])} (compressed; at most 120 kB for both)`
    );
}
