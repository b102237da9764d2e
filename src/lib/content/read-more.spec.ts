import { expect, test } from 'vitest';
import {
  CALCIUM_PHOSPHATE_CONDITIONS,
  CONDITIONS,
  TISSUE_CONDITIONS
} from '$lib/core/classifier/vocabulary';
import { REFERENCE } from './load.server';
import { MORE_ON_CAUTION, MORE_ON_RED_FLAG, MORE_ON_RULE, MORE_ON_SUBTYPE } from './read-more';

const places = new Set(
  REFERENCE.topics.flatMap(({ id, en }) => [
    id,
    ...en.blocks.flatMap((block) => (block.kind === 'heading' ? [`${id}#${block.id}`] : []))
  ])
);

test.each(Object.entries({ MORE_ON_SUBTYPE, MORE_ON_RULE, MORE_ON_CAUTION, MORE_ON_RED_FLAG }))(
  'every place of %s is there',
  (_, more) => {
    expect(Object.values<string>(more).filter((place) => !places.has(place))).toEqual([]);
  }
);

test('every condition of the classifier has a section of its own, that leads back with it ticked', () => {
  const sections = [...places].map((place) => place.split('#')[1]);
  expect(CONDITIONS.filter((id) => !sections.includes(id))).toEqual([]);
  expect(TISSUE_CONDITIONS.filter((id) => !places.has(`dystrophic#${id}`))).toEqual([]);
  const elsewhere = ['familial-tumoral-calcinosis'];
  expect(
    CALCIUM_PHOSPHATE_CONDITIONS.filter(
      (id) => !elsewhere.includes(id) && !places.has(`metastatic#${id}`)
    )
  ).toEqual([]);
  const texts = JSON.stringify(REFERENCE.topics.map(({ fr }) => fr));
  expect(CONDITIONS.filter((id) => !texts.includes(`"classify:${id}"`))).toEqual([]);
});
