import { expect, test } from 'vitest';
import { ROW_SCHEMAS } from '$lib/core/casebook/row-schema';
import { parse } from 'valibot';
import { checklistIn, CHECKLISTS, sourcesOfItem } from './checklists';
import { REFERENCE } from './load.server';
import { LANGUAGES } from './reference';

const TEMPLATE = ROW_SCHEMAS['checklist-template'].entries.content;

test('the checklists at run time are those that were held against the schema', () => {
  expect(CHECKLISTS.map(({ id }) => id).toSorted()).toEqual(
    REFERENCE.checklists.map(({ id }) => id).toSorted()
  );
});

test('situations come first, then treatments, each in its order', () => {
  const places = CHECKLISTS.map(({ group, order }) => ({ group, order }));
  expect(places.slice(0, 2)).toEqual([
    { group: 'situation', order: 1 },
    { group: 'situation', order: 2 }
  ]);
  expect(places.at(-1)).toEqual({ group: 'treatment', order: 12 });
});

test('a checklist in either language can be kept as a row of the casebook', () => {
  for (const checklist of CHECKLISTS)
    for (const language of LANGUAGES)
      expect(() => parse(TEMPLATE, checklistIn(checklist, language))).not.toThrow();
});

test('items keep their id in both languages, and have an empty note where none was written', () => {
  const [first] = CHECKLISTS;
  if (!first) throw new Error('no checklist');
  const ids = (language: 'fr' | 'en') =>
    checklistIn(first, language).sections.flatMap(({ items }) => items.map(({ id }) => id));
  expect(ids('fr')).toEqual(ids('en'));
  const bare = { ...first, sections: [{ title: first.title, items: [WITHOUT_NOTE] }] };
  expect(checklistIn(bare, 'fr').sections[0]?.items).toEqual([{ id: 'a', text: 'x', note: '' }]);
});

const WITHOUT_NOTE = { id: 'a', text: { fr: 'x', en: 'y' }, sources: ['review-2015'] };

test('an item leads to its sources', () => {
  expect(sourcesOfItem('minocycline', 'pigmentation')).toEqual(['fonseca-2019']);
});

test('an item or checklist of the reader’s own has no sources', () => {
  expect(sourcesOfItem('minocycline', 'own')).toEqual([]);
  expect(sourcesOfItem('own', 'pigmentation')).toEqual([]);
});
