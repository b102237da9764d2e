import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../scripts/install.js';
import { textOf } from '../support/build';

/** As the build writes them: what stands in several is there once. */
interface LicenceFile {
  terms: string[];
  licences: { packages: string[]; licence: string; notice: string; terms: number }[];
}

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const { packages: locked } = JSON.parse(read('package-lock.json')) as {
  packages: Record<
    string,
    { version: string; integrity?: string; optional?: true; hasInstallScript?: true }
  >;
};
const { dependencies = {}, devDependencies } = JSON.parse(read('package.json')) as {
  dependencies?: object;
  devDependencies: object;
};
/** What the page About shows: made from the modules that were really bundled. */
const licences = ['licences.json', 'licences-casebook.json'].flatMap((file) => {
  const { terms, licences: all } = JSON.parse(textOf(file)) as LicenceFile;
  return all.map((one) => ({ ...one, text: one.notice + (terms[one.terms] ?? '') }));
});
const shipped = licences.flatMap(({ packages }) => packages);

test('README says how many packages are shipped, named and installed', () => {
  const [, section = ''] = /## Dependencies\n([\s\S]*?)\n## /.exec(read('README.md')) ?? [];
  const told = [...section.matchAll(/\*\*(\d+)\*\*/g)].map(([, count]) => Number(count));
  const installed = Object.keys(locked).filter((path) => path !== '').length;
  expect(told).toEqual([shipped.length, Object.keys(devDependencies).length, installed]);
  expect(dependencies, 'a package that is bundled needs no one to install it').toEqual({});
});

test('every package that is shipped is listed with its text under a licence that allows it', () => {
  expect(shipped).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^dexie /),
      expect.stringMatching(/^valibot /),
      expect.stringMatching(/^svelte /)
    ])
  );
  expect(licences.filter(({ licence }) => !/^(MIT|ISC|Apache-2\.0)$/.test(licence))).toEqual([]);
  expect(licences.filter(({ text }) => text.length < 500)).toEqual([]);
  // The page lists by text: one that stood there twice would end it with an error.
  expect(new Set(licences.map(({ text }) => text)).size).toBe(licences.length);
});

test('each is the one that the lock file names, by its digest, and none needs to run while it is installed', () => {
  const wrong = shipped.filter((one) => {
    const [name = '', version] = one.split(' ');
    const entry = locked[`node_modules/${name}`];
    return entry?.version !== version || !entry?.integrity || entry.hasInstallScript === true;
  });
  expect(wrong).toEqual([]);
  // The packages of other platforms were written into the lock file without being fetched: docs/safety.md.
  const withoutDigest = Object.entries(locked).filter(([path, one]) => path && !one.integrity);
  expect(withoutDigest.filter(([, { optional }]) => !optional)).toEqual([]);
  expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
});
