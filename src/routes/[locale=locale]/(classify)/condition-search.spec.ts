import { expect, test } from 'vitest';
import { CONDITIONS } from '$lib/core/classifier/vocabulary';
import { searchConditions } from './condition-search';

test.each([
  ['SSc', 'systemic-sclerosis'],
  ['ScS', 'systemic-sclerosis'],
  ['crest', 'systemic-sclerosis'],
  ['sclerodermie', 'systemic-sclerosis'],
  ['DM', 'dermatomyositis'],
  ['JDM', 'juvenile-dermatomyositis'],
  ['IRC', 'renal-failure'],
  ['kidney', 'renal-failure'],
  ['HD', 'dialysis'],
  ['lupus', 'lupus-panniculitis'],
  ['sarcoi', 'sarcoidosis'],
  ['ehlers', 'ehlers-danlos'],
  ['neoplasie', 'malignancy']
])('%s finds %s first', (typed, id) => {
  expect(searchConditions(typed)[0]).toBe(id);
});

test('nothing typed offers every condition', () => {
  expect(searchConditions('  ')).toEqual(CONDITIONS);
});

test('what no condition begins with finds none', () => {
  expect(searchConditions('zzz')).toEqual([]);
});
