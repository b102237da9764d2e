import { expect, test } from 'vitest';
import { REFERENCE, SYNONYMS } from '$lib/content/load.server';
import { LanguageIndex, merge, type Language, type SearchFile } from '$lib/state/reference-search';
import questions from '../../../../tests/fixtures/relevance.json';
import { searchFile } from './search-file';

/** As it comes from the file: written, and read again. */
const open = (language: Language) =>
  new LanguageIndex(
    language,
    JSON.parse(JSON.stringify(searchFile(REFERENCE, SYNONYMS, language))) as SearchFile
  );
const indexes = { fr: open('fr'), en: open('en') };

interface Question {
  query: string;
  lang: string;
  answers: string[];
}

/** Where the first answer stands among the results, from 0; -1 when it is not there. */
function placeOf({ query, lang, answers }: Question): number {
  const own = lang as Language;
  const hits = merge(indexes[own].find(query), indexes[own === 'fr' ? 'en' : 'fr'].find(query));
  return hits.findIndex(({ topic, section }) =>
    answers.includes(section ? `${topic}#${section}` : topic)
  );
}

const asked = (questions as Question[]).map((question) => ({
  ...question,
  place: placeOf(question)
}));
const share = (holds: (place: number) => boolean) =>
  asked.filter(({ place }) => holds(place)).length / asked.length;
const missed = (holds: (place: number) => boolean) =>
  asked
    .filter(({ place }) => !holds(place))
    .map(({ query, lang, place, answers }) => `${lang} "${query}" ${place}: ${answers.join(' ')}`)
    .join('\n');

test('at least 120 real questions are asked, in both languages', () => {
  expect(asked.length).toBeGreaterThanOrEqual(120);
  for (const lang of ['fr', 'en'])
    expect(asked.filter((one) => one.lang === lang).length).toBeGreaterThanOrEqual(60);
});

test('the right section comes first for at least 90 % of them', () => {
  expect(
    share((place) => place === 0),
    missed((place) => place === 0)
  ).toBeGreaterThanOrEqual(0.9);
});

test('the right section is among the first three for at least 98 % of them', () => {
  const among = (place: number) => place >= 0 && place < 3;
  expect(share(among), missed(among)).toBeGreaterThanOrEqual(0.98);
});
