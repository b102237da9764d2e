import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { fileFor, filesOf, linksIn, pagesOf, textOf } from '../support/build';

const files = new Set(filesOf());
const pages = pagesOf();
const localePages = pages.filter((page) => /^(fr|en)\//.test(page));

test('every page of the app is written in both languages', () => {
  const inLanguage = (locale: string): string[] =>
    localePages.filter((page) => page.startsWith(locale)).map((page) => page.slice(3));
  expect(inLanguage('fr')).toContain('index.html');
  expect(inLanguage('en')).toEqual(inLanguage('fr'));
});

describe.each(pages)('%s', (page) => {
  const html = textOf(page);

  test('says its language', () => {
    const expected = /^(fr|en)\//.exec(page)?.[1] ?? 'fr';
    expect(/<html[^>]* lang="([^"]*)"/.exec(html)?.[1]).toBe(expected);
  });

  test('has a title', () => {
    expect(/<title>([^<]*)<\/title>/.exec(html)?.[1]?.trim()).toMatch(/Calcinote/);
  });

  test('carries a policy that allows no script but named ones', () => {
    const policy = /<meta\s+http-equiv="content-security-policy"\s+content="([^"]+)"/i.exec(html);
    expect(policy?.[1]).toMatch(/default-src 'none'/);
    expect(policy?.[1]).not.toMatch(/'unsafe-(inline|eval)'|\*|https?:/);
  });

  test('has no inline style but what its policy names by its hash', () => {
    expect(html).not.toMatch(/<[a-z][^>]*\sstyle=/i);
    const styles = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)];
    expect(styles.length).toBe(/^(fr|en)\/index\.html$/.test(page) ? 1 : 0);
    for (const [, css = ''] of styles) {
      const hash = createHash('sha256').update(css).digest('base64');
      expect(html).toContain(`style-src 'self' 'sha256-${hash}'`);
    }
  });

  test('every link and asset on this host exists', () => {
    const missing = linksIn(html).filter((address) => {
      const file = fileFor(address, page);
      return file !== undefined && !files.has(file);
    });
    expect(missing).toEqual([]);
  });
});

/** Topics are read offline, eighty of them: a line that is the same in all would only take room. */
const described = pages.filter((page) => page !== '404.html' && !/\/reference\//.test(page));

test.each(described)('%s has a description', (page) => {
  expect(textOf(page)).toMatch(/<meta\s+name="description"\s+content="([^"]{40,})"/);
});

test.each(['fr', 'en'])('every page in %s has a title of its own', (locale) => {
  const titles = localePages
    .filter((page) => page.startsWith(locale))
    .map((page) => /<title>([^<]*)<\/title>/.exec(textOf(page))?.[1]);
  expect(new Set(titles).size).toBe(titles.length);
});
