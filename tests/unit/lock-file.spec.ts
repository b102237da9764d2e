import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, installedAsLocked } from '../../scripts/install.js';

interface Locked {
  extraneous?: boolean;
  optionalDependencies?: Record<string, string>;
  resolved?: string;
}

const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>;
};

test('the lock file holds the optional packages of every platform, or npm ci refuses it', () => {
  const absent = Object.values(lock.packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies).filter(
      (name) => !Object.keys(lock.packages).some((path) => path.endsWith(`node_modules/${name}`))
    )
  );
  expect(absent).toEqual([]);
});

test('the lock file names no registry host', () => {
  const resolved = Object.values(lock.packages).flatMap(({ resolved }) => resolved ?? []);
  expect(resolved).toEqual([]);
});

test('nothing in the lock file is left over: npm ci never installs it, so every command would install anew', () => {
  const leftOver = Object.entries(lock.packages).filter(([, { extraneous }]) => extraneous);
  expect(leftOver).toEqual([]);
});

test('what npm ci installed counts as installed', () => {
  expect(installedAsLocked(ROOT)).toBe(true);
});
