import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../scripts/install.js';

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter(
  (file) => !/^(node_modules|build|\.svelte-kit|\.git|\.cache|reports)\//.test(file)
);
const pages = files.filter((file) => /^(docs\/.*|[A-Z]+(\.fr)?)\.md$/.test(file));

test('every link of the documents leads to a file that is there', () => {
  expect(pages.length).toBeGreaterThan(10);
  const broken = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\((?!https?:|topic:|classify:|#)([^)#]+)[^)]*\)/g)]
      .map(([, target = '']) => join(dirname(page), target))
      .filter((target) => !existsSync(join(ROOT, target)))
      .map((target) => `${page}: ${target}`)
  );
  expect(broken).toEqual([]);
});

test('every test that a hazard names is there', () => {
  const named = [...read('docs/safety.md').matchAll(/`([\w./-]+\.(?:spec|e2e)\.ts)`/g)];
  expect(named.length).toBeGreaterThan(10);
  const absent = named
    .map(([, name = '']) => name)
    .filter((name) => !files.some((file) => file === name || file.endsWith(`/${name}`)));
  expect(absent).toEqual([]);
});

test('every decision stands in the list of decisions, and every command in the list of commands', () => {
  const decisions = readdirSync(join(ROOT, 'docs', 'decisions')).filter((file) => /^\d/.test(file));
  const list = read('docs/decisions/README.md');
  expect(decisions.filter((file) => !list.includes(`](${file})`))).toEqual([]);
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const commands = read('docs/commands.md');
  const named = (name: string) => {
    const command = name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`;
    return (
      commands.includes(command) || commands.includes(command.replace('run ', 'run --silent '))
    );
  };
  const parts = /^(check|test):|^test:/;
  expect(Object.keys(scripts).filter((name) => !named(name) && !parts.test(name))).toEqual([]);
});
