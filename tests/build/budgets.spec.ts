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
    expect(scripts.size).toBe(2);
    expect(weigh(BUILD, scripts, brotliCompressSync) / 1000).toBeLessThanOrEqual(60);
  });

  test('needs at most 15 kB of CSS, compressed with brotli', () => {
    expect(styles.size).toBeGreaterThan(0);
    expect(weigh(BUILD, styles, brotliCompressSync) / 1000).toBeLessThanOrEqual(15);
  });
});

describe('what the worker keeps in both languages, icons aside, before compression', () => {
  const files = keptFiles(BUILD).filter((file) => !/^icons?[./]/.test(file));
  const megabytes = (some: string[]) => weigh(BUILD, some, (file) => file) / 1e6;
  const isOfCasebook = (file: string) => file.includes('casebook');

  test('is there, every page of the app among it', () => {
    expect(files.filter((file) => !existsSync(join(BUILD, file)))).toEqual([]);
    expect(files.length).toBeGreaterThan(filesOf().filter((file) => file.endsWith('.html')).length);
  });

  test('is at most 1.6 MB for the classifier and the reference', () => {
    expect(megabytes(files.filter((file) => !isOfCasebook(file)))).toBeLessThanOrEqual(1.6);
  });

  test('is at most 0.75 MB for the casebook, its database and its lock among it', () => {
    const casebook = files.filter(isOfCasebook);
    expect(casebook.some((file) => weigh(BUILD, [file], (bytes) => bytes) > 1e5)).toBe(true);
    expect(megabytes(casebook)).toBeLessThanOrEqual(0.75);
  });
});
