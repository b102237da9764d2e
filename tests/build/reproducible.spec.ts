import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BUILD } from '../support/app';
import { buildElsewhere } from '../support/build';

/** Another day, language and place on the disk than those of `build/`, and files that were just written. */
const ELSEWHERE = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };

let other: Awaited<ReturnType<typeof buildElsewhere>>;
beforeAll(async () => {
  other = await buildElsewhere(ELSEWHERE);
});
afterAll(() => other?.remove());

/** Every file, the compressed copies among them, with its SHA-256. */
function digests(build: string): Record<string, string> {
  const files = readdirSync(build, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const digest = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
  return Object.fromEntries(files.map((file) => [relative(build, file), digest(file)]));
}

test('whoever builds the same sources gets the same bytes, and can tell that what a host gives out is ours', () => {
  const [here, there] = [digests(BUILD), digests(other.build)];
  expect(Object.keys(here).length).toBeGreaterThan(500);
  expect(Object.keys(there).sort()).toEqual(Object.keys(here).sort());
  expect(Object.keys(here).filter((file) => here[file] !== there[file])).toEqual([]);
});
