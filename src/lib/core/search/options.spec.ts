import MiniSearch from 'minisearch';
import { describe, expect, test } from 'vitest';
import { AS_SYNONYM, SEARCH_OPTIONS, asTyped, withErrors, type SearchDocument } from './options';

/** Sections of the same length, each with the word in one place only. */
const PLACES = ['text', 'keywords', 'heading', 'title'] as const;
const index = new MiniSearch<SearchDocument>(SEARCH_OPTIONS);
index.addAll(
  PLACES.map((place, id) => ({
    id,
    title: 'first',
    heading: 'second',
    keywords: 'third',
    text: 'fourth',
    [place]: 'calcinos'
  }))
);
const found = (question: string, options: ReturnType<typeof asTyped | typeof withErrors>) =>
  index.search(question, options).map(({ id }) => PLACES[id as number]);
const EVERYWHERE = PLACES.toReversed();

describe('words', () => {
  test('are parted at spaces, and nothing is no word', () => {
    expect(SEARCH_OPTIONS.tokenize('calcinos  cut')).toEqual(['calcinos', 'cut']);
    expect(SEARCH_OPTIONS.tokenize('')).toEqual([]);
  });

  test('are taken as they come', () => {
    expect(SEARCH_OPTIONS.processTerm('DM')).toBe('DM');
  });
});

describe('as typed', () => {
  test('a word counts most in the title, then heading, keywords and text', () => {
    expect(found('calcinos', asTyped(false))).toEqual(EVERYWHERE);
  });

  test('the beginning of a word finds it from four letters on', () => {
    expect(found('calc', asTyped(false))).toEqual(EVERYWHERE);
    expect(found('cal', asTyped(false))).toEqual([]);
  });

  test('the word being typed is found by its first letters', () => {
    expect(found('ca', asTyped(true))).toEqual(EVERYWHERE);
  });

  test('a typing error finds nothing', () => {
    expect(found('calcinso', asTyped(false))).toEqual([]);
  });
});

describe('with typing errors', () => {
  test.each([
    ['bone', false],
    ['lupus', 1],
    ['calcinos', 1],
    ['diltiazem', 2]
  ])('%s may hold this many: %s', (word, errors) => {
    expect(withErrors(false).fuzzy(word)).toBe(errors);
  });

  test('a word with one wrong letter is found, and a beginning still is', () => {
    expect(found('calcimos', withErrors(false))).toEqual(EVERYWHERE);
    expect(found('ca', withErrors(true))).toEqual(EVERYWHERE);
  });
});

test('a synonym is worth 0.7 of the word itself, in every place', () => {
  const typed = index.search('calcinos', asTyped(false));
  const synonym = index.search('calcinos', AS_SYNONYM);
  expect(synonym.map(({ id }) => id)).toEqual(typed.map(({ id }) => id));
  synonym.forEach(({ score }, at) => expect(score).toBeCloseTo(0.7 * (typed[at]?.score ?? 0)));
});
