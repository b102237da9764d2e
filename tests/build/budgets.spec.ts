import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { BUILD } from '../support/app';
import { filesOf } from '../support/build';
import { keptFiles, neededBy, weigh } from '../support/weight.js';

describe.each(['fr/index.html', 'en/index.html'])('the Classify page, %s', (page) => {
  const { scripts, styles } = neededBy(BUILD, page);

  test('needs at most 60 kB of script, its texts included, compressed with brotli', () => {
    expect(scripts.size).toBe(3);
    expect(weigh(BUILD, scripts, brotliCompressSync) / 1000).toBeLessThanOrEqual(60);
  });

  test('needs at most 15 kB of CSS, compressed with brotli', () => {
    expect(styles.size).toBeGreaterThan(0);
    expect(weigh(BUILD, styles, brotliCompressSync) / 1000).toBeLessThanOrEqual(15);
  });
});

test('what the worker keeps in both languages, icons aside, is at most 1.6 MB before compression', () => {
  const files = keptFiles(BUILD);
  expect(files.filter((file) => !existsSync(join(BUILD, file)))).toEqual([]);
  expect(files.length).toBeGreaterThan(filesOf().filter((file) => file.endsWith('.html')).length);
  const content = files.filter((file) => !/^icons?[./]/.test(file));
  expect(weigh(BUILD, content, (file) => file) / 1e6).toBeLessThanOrEqual(1.6);
});
