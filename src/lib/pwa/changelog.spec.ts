import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { changesSince, readChangelog } from './changelog';

const LOG = `# Changes

## 1.1.0 – 2026-12-01

### Clinical

- Albumin is corrected to 40 g/L,
  not to 42.

### Reading and using

- Larger targets.

## 1.0.0 – 2026-11-24

### Clinique

- First rules.
`;

const read = (name: string) =>
  readChangelog(readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8'));

describe('the change log', () => {
  test('a change that runs over two lines is one change', () => {
    expect(readChangelog(LOG)[0]?.clinical).toEqual(['Albumin is corrected to 40 g/L, not to 42.']);
  });

  test('what is not clinical is kept apart from what is', () => {
    expect(readChangelog(LOG)[0]?.other).toEqual(['Larger targets.']);
  });

  test('a running version sees only what came after it', () => {
    expect(changesSince(readChangelog(LOG), '1.0.0')).toEqual({
      clinical: ['Albumin is corrected to 40 g/L, not to 42.'],
      other: ['Larger targets.']
    });
    expect(changesSince(readChangelog(LOG), '1.1.0')).toEqual({ clinical: [], other: [] });
  });

  test('an unknown running version sees everything', () => {
    expect(changesSince(readChangelog(LOG), '0.9.0').clinical).toHaveLength(2);
  });

  test('both languages tell the same releases and as many changes', () => {
    const shape = (name: string) =>
      read(name).map(({ version, date, clinical, other }) => [
        version,
        date,
        clinical.length,
        other.length
      ]);
    expect(shape('CHANGELOG.fr.md')).toEqual(shape('CHANGELOG.md'));
    expect(shape('CHANGELOG.md').length).toBeGreaterThan(0);
  });

  test('the newest release is the version of the package', () => {
    const { version } = JSON.parse(
      readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')
    ) as { version: string };
    expect(read('CHANGELOG.md')[0]?.version).toBe(version);
  });
});
