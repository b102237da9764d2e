import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { BUILD } from '../support/app';
import { fileFor, filesOf, linksIn, textOf } from '../support/build';

/** As the build's own .br copies are made, each file by itself. */
const compressed = (files: Iterable<string>): number =>
  [...files].reduce(
    (sum, file) => sum + brotliCompressSync(readFileSync(join(BUILD, file))).length,
    0
  );

/** Scripts that must have come before a page works: what it names, and all that those import without asking. */
function scriptsOf(page: string): Set<string> {
  const found = new Set<string>();
  const follow = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    for (const [, from = ''] of textOf(file).matchAll(
      /(?:\bfrom|\bimport)\s*["']([^"']+\.js)["']/g
    )) {
      follow(posix.join(posix.dirname(file), from));
    }
  };
  for (const address of linksIn(textOf(page))) {
    const file = fileFor(address, page);
    if (file?.endsWith('.js')) follow(file);
  }
  return found;
}

describe.each(['fr/index.html', 'en/index.html'])('the Classify page, %s', (page) => {
  /** The goal is 60 kB, and it is not reached yet: this holds what is, so that it only gets less. */
  test('needs at most 69 kB of script, compressed with brotli', () => {
    expect(compressed(scriptsOf(page)) / 1000).toBeLessThanOrEqual(69);
  });

  test('needs at most 15 kB of CSS, compressed with brotli', () => {
    const sheets = linksIn(textOf(page)).flatMap((address) => {
      const file = fileFor(address, page);
      return file?.endsWith('.css') ? [file] : [];
    });
    expect(sheets.length).toBeGreaterThan(0);
    expect(compressed(sheets) / 1000).toBeLessThanOrEqual(15);
  });
});

test('what the worker keeps is at most 700 kB before compression', () => {
  const worker = textOf('service-worker.js');
  const addresses = [...worker.matchAll(/\burl["']?:\s*["'`]([^"'`]+)["'`]/g)].map(
    ([, address = '']) => address
  );
  const files = addresses.map((address) => fileFor(address, 'index.html') ?? address);
  expect(files.filter((file) => !existsSync(join(BUILD, file)))).toEqual([]);
  expect(files.length).toBeGreaterThan(filesOf().filter((file) => file.endsWith('.html')).length);
  const whole = files.reduce((sum, file) => sum + readFileSync(join(BUILD, file)).length, 0);
  expect(whole / 1000).toBeLessThanOrEqual(700);
});
