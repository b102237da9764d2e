import { parse } from 'valibot';
import { expect, test } from 'vitest';
import { CONDITIONS, EXPOSURES } from '$lib/core/classifier/vocabulary';
import english from '$lib/i18n/messages/clinical/en.json';
import french from '$lib/i18n/messages/clinical/fr.json';
import conditionTerms from './condition-terms.json';
import exposureTerms from './exposure-terms.json';
import { ConditionTermsSchema, ExposureTermsSchema } from './schema';

const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u202f\s]+/g, ' ')
    .toLowerCase();

/** The ids that each folded term leads to, names in both languages included. */
function leads(terms: Record<string, string[]>, prefix: string): Map<string, string[]> {
  const texts: Record<string, string> = { ...french };
  const translations: Record<string, string> = { ...english };
  const found = new Map<string, string[]>();
  for (const [id, list] of Object.entries(terms)) {
    const key = `${prefix}_${id.replaceAll('-', '_')}`;
    const names = new Set([texts[key], translations[key]].map((name) => fold(name ?? '')));
    for (const term of [...names, ...list.map(fold)]) {
      found.set(term, [...(found.get(term) ?? []), id]);
    }
  }
  return found;
}

/** A myeloma is a malignancy and makes a paraprotein: both are offered. */
const INTENDED = { myelome: ['malignancy', 'paraprotein'], myeloma: ['malignancy', 'paraprotein'] };

test('every condition and every exposure has terms, and nothing else has', () => {
  parse(ConditionTermsSchema, conditionTerms);
  parse(ExposureTermsSchema, exposureTerms);
  expect(Object.keys(conditionTerms)).toEqual([...CONDITIONS]);
  expect(Object.keys(exposureTerms)).toEqual([...EXPOSURES]);
});

test('no term leads to two conditions, myeloma aside, and none repeats a name', () => {
  const ambiguous = [...leads(conditionTerms, 'condition')].filter(([, ids]) => ids.length > 1);
  expect(Object.fromEntries(ambiguous)).toEqual(INTENDED);
});

test('no term leads to two exposures, and none repeats a name', () => {
  const ambiguous = [...leads(exposureTerms, 'exposure')].filter(([, ids]) => ids.length > 1);
  expect(ambiguous).toEqual([]);
});

test.each([
  ['ScS', 'systemic-sclerosis'],
  ['CREST', 'systemic-sclerosis'],
  ['DM', 'dermatomyositis'],
  ['DMJ', 'juvenile-dermatomyositis'],
  ['LED', 'systemic-lupus'],
  ['IRC', 'renal-failure'],
  ['hémodialyse', 'dialysis'],
  ['PHPT', 'hyperparathyroidism'],
  ['PHP', 'hypoparathyroidism-or-pseudo']
])('%s is found as %s', (term, id) => {
  expect(leads(conditionTerms, 'condition').get(fold(term))).toEqual([id]);
});

test.each([
  ['AVK', 'vitamin-k-antagonist'],
  ['nadroparine calcique', 'calcium-heparin'],
  ['gluconate de calcium', 'iv-calcium']
])('%s is found as %s', (term, id) => {
  expect(leads(exposureTerms, 'exposure').get(fold(term))).toEqual([id]);
});
