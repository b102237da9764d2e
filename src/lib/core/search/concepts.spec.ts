import { describe, expect, test } from 'vitest';
import { Synonyms } from './concepts';
import { wordsOf } from './words';

const groups = [
  ['avk', 'antivitamine k', 'warfarine'],
  ['effets secondaires', 'side effects'],
  ['calcinose cutanée', 'calcinosis cutis']
].map((terms) => terms.map((term) => wordsOf(term).join(' ')));
const synonyms = new Synonyms(groups);

describe('a text for the index', () => {
  test('holds its words and the mark of what it names', () => {
    expect(synonyms.indexed('Antivitamine K').split(' ')).toEqual([
      ...wordsOf('antivitamine k'),
      '=0'
    ]);
  });

  test('holds the mark of a name that ends it once', () => {
    expect(synonyms.indexed('dose avk')).toBe('dose avk =0');
  });

  test('holds a name with a figure without its hyphen too', () => {
    expect(synonyms.indexed('anti-NXP-2').split(' ')).toContain('nxp2');
  });
});

describe('a question', () => {
  test('takes together the words that name one thing', () => {
    expect(synonyms.conceptsOf('avk effets secondaires')).toEqual([
      { words: ['avk'], marks: ['=0'], isLast: false, weight: 1 },
      { words: wordsOf('effets secondaires'), marks: ['=1'], isLast: true, weight: 1 }
    ]);
  });

  test.each(['comment', 'which'])('%s counts for less than its subject', (word) => {
    const [asked, subject] = synonyms.conceptsOf(`${word} calcium`);
    expect(asked?.weight).toBeLessThan(subject?.weight ?? 0);
  });

  test('asks last for the name that ends it', () => {
    expect(synonyms.conceptsOf('dose avk')).toEqual([
      { words: ['dose'], marks: [], isLast: false, weight: 1 },
      { words: ['avk'], marks: ['=0'], isLast: true, weight: 1 }
    ]);
  });

  test('by the full name of the disease asks for it as a subject', () => {
    expect(synonyms.conceptsOf('calcinosis cutis')).toMatchObject([{ marks: ['=2'], weight: 1 }]);
  });

  test('that is empty asks for nothing', () => {
    expect(synonyms.conceptsOf(' ')).toEqual([]);
  });
});

test('a mark gives back its terms', () => {
  expect(synonyms.termsOf('=0')).toEqual(groups[0]);
  expect(synonyms.termsOf('=9')).toEqual([]);
});
