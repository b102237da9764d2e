import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface Locked {
  optionalDependencies?: Record<string, string>;
  resolved?: string;
}

const lock = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'package-lock.json'), 'utf8')
) as { packages: Record<string, Locked> };

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
