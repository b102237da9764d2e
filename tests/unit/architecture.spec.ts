import { ESLint } from 'eslint';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const eslint = new ESLint({ cwd: fileURLToPath(new URL('../..', import.meta.url)) });

/** What the linter says of a snippet that stood in that file. */
async function messages(filePath: string, code: string): Promise<string> {
  const results = await eslint.lintText(code, { filePath });
  return results.flatMap((result) => result.messages.map(({ message }) => message)).join('\n');
}

const use = (from: string): string =>
  `import { thing } from '${from}';\nexport const kept = thing;\n`;

describe('an import against the arrows is refused with its reason', () => {
  test.each([
    ['core/classifier/x.ts', '$lib/state/preferences.svelte', /core imports nothing outside/],
    ['core/classifier/x.ts', '../../content/schema', /core imports nothing outside/],
    ['core/classifier/x.ts', 'svelte', /core imports nothing outside/],
    ['core/classifier/x.ts', 'node:fs', /core imports nothing outside/],
    ['core/classifier/x.ts', 'valibot', /belongs to the contract files/],
    ['core/classifier/findings.ts', 'dexie', /core imports nothing outside/],
    ['content/x.ts', '$lib/core/classifier/assess', /only types and the vocabulary/],
    ['content/x.ts', '$lib/state/preferences.svelte', /knows neither the app/],
    ['storage/x.ts', '$lib/state/preferences.svelte', /no page and no words/],
    ['storage/x.ts', '../components/Tick.svelte', /no page and no words/],
    ['i18n/x.ts', '$lib/state/preferences.svelte', /below the state/],
    ['state/x.ts', '$lib/components/Tick.svelte', /knows none of them/],
    ['state/x.ts', 'dexie', /Only src\/lib\/storage knows the database/],
    ['components/x.ts', '$lib/storage/preferences', /A component asks state/],
    ['components/x.ts', '../../routes/page', /Nothing imports routes/]
  ])('src/lib/%s must not import %s', async (file, from, reason) => {
    expect(await messages(`src/lib/${file}`, use(from))).toMatch(reason);
  });

  test('a page must not import the storage', async () => {
    const said = await messages('src/routes/x.ts', use('$lib/storage/preferences'));
    expect(said).toMatch(/A page asks state/);
  });
});

describe('an import along the arrows is free', () => {
  test.each([
    ['core/classifier/x.ts', '../quantities/units'],
    ['core/classifier/findings.ts', 'valibot'],
    ['content/x.ts', '$lib/core/classifier/vocabulary'],
    ['storage/x.ts', 'dexie'],
    ['state/x.ts', '$lib/storage/preferences'],
    ['components/x.ts', '$lib/state/preferences.svelte']
  ])('src/lib/%s may import %s', async (file, from) => {
    expect(await messages(`src/lib/${file}`, use(from))).toBe('');
  });

  test('content may import types of the core', async () => {
    const code = `import type { Findings } from '$lib/core/classifier/findings';\nexport type Kept = Findings;\n`;
    expect(await messages('src/lib/content/x.ts', code)).toBe('');
  });
});

describe('the core stays pure', () => {
  test.each([
    'Date.now()',
    'new Date()',
    'Date()',
    'Math.random()',
    "fetch('/x')",
    'document.title',
    'window.name',
    "localStorage.getItem('x')",
    'globalThis.name'
  ])('%s is refused', async (expression) => {
    const said = await messages(
      'src/lib/core/classifier/x.ts',
      `export const x = ${expression};\n`
    );
    expect(said).toMatch(/no clock, chance, network or page/);
  });

  test('a variable of the module is refused', async () => {
    const code = 'let last = 0;\nexport const next = (): number => ++last;\n';
    expect(await messages('src/lib/core/x.ts', code)).toMatch(/keeps nothing between two calls/);
  });
});

describe('what the policies of the app forbid is refused', () => {
  test.each([
    ['<input type="number" />', /reads a typed 2,35 as 235/],
    ['<p style="color: red">x</p>', /blocks inline styles/],
    ['<p style:color="red">x</p>', /blocks inline styles/],
    [
      "<script>\n  import { fade } from 'svelte/transition';\n</script>\n<p in:fade>x</p>",
      /use CSS/
    ],
    ["{@html '<b>x</b>'}", /XSS/],
    ["{#await import('./Y.svelte') then Y}<Y.default />{/await}", /wrap it in withDetails/]
  ])('in markup: %s', async (markup, reason) => {
    expect(await messages('src/lib/components/X.svelte', `${markup}\n`)).toMatch(reason);
  });

  test('console in the app', async () => {
    expect(await messages('src/lib/state/x.ts', 'console.log(1);\n')).toMatch(/console/);
  });

  test('a test left alone', async () => {
    const code = "import { test } from 'vitest';\ntest.only('x', () => undefined);\n";
    expect(await messages('tests/unit/x.spec.ts', code)).toMatch(/switches all others off/);
  });
});
