import { expect, test } from 'vitest';
import { foldedWords, placeFrom, searchText, tagsFrom, titleOf } from './note-text';

test.each([
  ['', ''],
  ['\n\n# Visite du matin\nsuite', 'Visite du matin'],
  ['- [x] **plaie** propre', 'plaie propre'],
  ['- [X]plaie', 'plaie'],
  ['plaie propre \r\nsuite', 'plaie propre'],
  ['** **\nsuite', 'suite'],
  ['> voir [Chirurgie](topic:surgery)', 'voir Chirurgie'],
  ['---\n2e ligne', '2e ligne']
])('%j is listed as %j', (text, title) => {
  expect(titleOf(text)).toBe(title);
});

test('a long first line is cut', () => {
  expect(titleOf('x'.repeat(200))).toBe(`${'x'.repeat(80)}…`);
  expect(titleOf('x'.repeat(81))).toBe(`${'x'.repeat(80)}…`);
  expect(titleOf('x'.repeat(80))).toBe('x'.repeat(80));
});

test('a line that is made to be slow to read has its title at once', () => {
  const begin = performance.now();
  expect(titleOf('['.repeat(200_000))).toBe(`${'['.repeat(80)}…`);
  expect(performance.now() - begin).toBeLessThan(1000);
});

const hasWords = (text: string, tags: string[], words: string) =>
  foldedWords(words).every((word) => searchText(text, tags).includes(word));

test('words are found without regard to case and accents, and all of them must be there', () => {
  expect(hasWords('Ulcère du coude', ['Lit12'], 'COUDE ulcere lit12')).toBe(true);
  expect(hasWords('Ulcère du coude', [], 'coude genou')).toBe(false);
  expect(hasWords('anything', [], '')).toBe(true);
});

test('no word is found across two tags', () => {
  expect(hasWords('', ['main', 'lit12'], 'main lit12')).toBe(true);
  expect(hasWords('', ['main', 'lit12'], 'mainlit12')).toBe(false);
});

test('what is searched and what is asked for lose case and accents alike', () => {
  expect(searchText('Straße, ÉTÉ', ['Lit12'])).toBe('straße, ete lit12');
  expect(foldedWords('  Ulcère \n du   COUDE ')).toEqual(['ulcere', 'du', 'coude']);
});

test('tags are words, with or without their mark, each once', () => {
  expect(tagsFrom(' #lit12, main  #main; ##x ')).toEqual(['lit12', 'main', 'x']);
  expect(tagsFrom('main,lit12;a#b')).toEqual(['main', 'lit12', 'a#b']);
});

test('a tag is as long as its row shows it', () => {
  expect(tagsFrom(`#${'x'.repeat(41)} ${'y'.repeat(40)}`)).toEqual([
    'x'.repeat(40),
    'y'.repeat(40)
  ]);
});

test('there are no more tags than a row can hold', () => {
  expect(tagsFrom(Array.from({ length: 600 }, (_, at) => `t${at}`).join(' '))).toHaveLength(500);
});

test.each([
  ['surgery', { topic: 'surgery', section: '' }],
  ['ct-and-mri#risks-2', { topic: 'ct-and-mri', section: '#risks-2' }],
  ...['', '#risks', '../../x', 'surgery"', 'Surgery', 'a#b#c', 'a\n', 'x'.repeat(101)].map(
    (text): [string, undefined] => [text, undefined]
  )
])('%j names this place of the reference: %j', (text, place) => {
  expect(placeFrom(text)).toEqual(place);
});
