import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { schemas } from '../../scripts/schemas.js';

const ROOT = join(import.meta.dirname, '..', '..');
const EXAMPLES = join(ROOT, 'tests', 'fixtures', 'example-cases.json');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cases-'));
});

function validate(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'scripts', 'validate.js'), ...args],
    { cwd: ROOT, encoding: 'utf8' }
  );
  return { status, stdout, stderr };
}

function fileOf(content: unknown): string {
  const file = join(folder, `${Math.random()}.json`);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

describe('the validator for clinical governance', () => {
  test('cases that agree end with 0 and a confusion matrix', () => {
    const { status, stdout } = validate(EXAMPLES);
    expect(status).toBe(0);
    expect(stdout).toContain('24 of 24 compared cases agree.');
    expect(stdout).toMatch(/^indeterminate +0 +0 +0 +0 +13 +0$/m);
  });

  test('a case that differs ends with 1 and says what differs', () => {
    const file = fileOf([{ id: 'empty', findings: {}, expected: { subtype: 'dystrophic' } }]);
    const { status, stdout } = validate(file);
    expect(status).toBe(1);
    expect(stdout).toContain('empty: subtype\n  expected "dystrophic"\n  received "indeterminate"');
  });

  test('a case without expectations is assessed and compared with nothing', () => {
    const { status, stdout } = validate(fileOf([{ id: 'a', findings: { labs: null } }]));
    expect(status).toBe(0);
    expect(stdout).toContain('nothing expected');
  });

  test.each([
    ['no file', undefined],
    ['a file that is not JSON', '{'],
    ['a file that is not an array', { id: 'a' }],
    ['a case without findings', [{ id: 'a' }]],
    [
      'an id that stands twice',
      [
        { id: 'a', findings: {} },
        { id: 'a', findings: {} }
      ]
    ]
  ])('%s ends with 2 and one sentence', (_, content) => {
    const { status, stdout, stderr } = validate(
      ...(content === undefined ? [] : [fileOf(content)])
    );
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^The cases cannot be read: .+\n$/);
  });

  test('with --json the output is one array of assessments or errors and nothing else', () => {
    const { status, stdout } = validate('--json', EXAMPLES);
    const answers = JSON.parse(stdout) as Record<string, unknown>[];
    expect(status).toBe(0);
    expect(answers).toHaveLength(24);
    expect(answers[0]).toMatchObject({ assessment: { subtype: 'metastatic' } });
    expect(answers.at(-1)).toEqual({
      id: 'con-refused-figure-without-unit',
      errors: [
        {
          path: 'labs.phosphate.unit',
          reason: 'unit-missing',
          received: null,
          accepted: ['mmol/L', 'mg/dL']
        }
      ]
    });
  });
});

test('the published JSON Schemas are the ones that the core generates', async () => {
  for (const [name, text] of Object.entries(await schemas()))
    expect(readFileSync(join(ROOT, 'static', 'schemas', `${name}.json`), 'utf8')).toBe(text);
});
