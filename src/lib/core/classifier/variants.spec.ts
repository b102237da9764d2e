import { describe, expect, test } from 'vitest';
import {
  assessed,
  CALCIUM_HIGH,
  CALCIUM_LOW,
  INFANT,
  mmol,
  PHOSPHATE_HIGH,
  PHOSPHATE_LOW,
  settled,
  yes,
  type Input
} from '../../../../tests/support/findings';

const variants = (findings: Input) => assessed(settled(findings)).variants;
const MASS = { patterns: ['periarticular-mass'] };
const DISEASE = { conditions: yes('familial-tumoral-calcinosis') };
const RAISED = { labs: { phosphate: PHOSPHATE_HIGH } };
const EXPOSED = { exposures: [{ id: 'iv-calcium', status: 'yes', atLesionSite: 'yes' }] };

describe('hyperphosphataemic tumoral calcinosis', () => {
  test('is a mass or the known disease with raised phosphate', () => {
    expect(variants({ ...RAISED, lesion: MASS })).toEqual(['hyperphosphataemic-tumoral']);
    expect(variants({ ...RAISED, ...DISEASE })).toEqual(['hyperphosphataemic-tumoral']);
    expect(variants({ ...RAISED, ...DISEASE, lesion: { patterns: undefined } })).toEqual([
      'hyperphosphataemic-tumoral'
    ]);
    expect(variants(RAISED)).toEqual([]);
  });

  test('stands beside damage or a disease of the tissue', () => {
    expect(variants({ ...RAISED, lesion: { ...MASS, damageBefore: 'yes' } })).toHaveLength(1);
    expect(
      variants({ ...RAISED, lesion: MASS, conditions: yes('systemic-sclerosis') })
    ).toHaveLength(1);
  });

  test('of an infant, whose calcium is only not raised', () => {
    expect(
      variants({
        subject: INFANT,
        labs: { totalCalcium: mmol(2.4), phosphate: mmol(2.9) },
        lesion: MASS
      })
    ).toEqual(['hyperphosphataemic-tumoral']);
  });

  test.each([
    ['calcium is raised', { labs: { phosphate: PHOSPHATE_HIGH, totalCalcium: CALCIUM_HIGH } }],
    ['calcium is low', { labs: { phosphate: PHOSPHATE_HIGH, totalCalcium: CALCIUM_LOW } }],
    ['calcium is not known', { labs: { phosphate: PHOSPHATE_HIGH, totalCalcium: undefined } }],
    ['it was given at the site', { ...RAISED, ...EXPOSED }],
    ['the kidneys are impaired', { ...RAISED, conditions: yes('renal-failure') }],
    ['nothing is known of the kidneys', { ...RAISED, conditions: [{ id: 'dialysis' }] }],
    ['it is hypoparathyroidism', { ...RAISED, conditions: yes('hypoparathyroidism-or-pseudo') }],
    ['a tumour is lysed', { ...RAISED, conditions: yes('tumour-lysis') }],
    ['phosphate was loaded', { ...RAISED, exposures: yes('phosphate-load') }],
    ['a load is not known', { ...RAISED, exposures: [{ id: 'phosphate-load' }] }]
  ] as [string, Input][])('is not reported when %s', (_, findings) => {
    expect(variants({ ...findings, lesion: MASS })).toEqual([]);
  });
});

describe('normophosphataemic tumoral calcinosis', () => {
  test('is a mass with neither figure raised', () => {
    expect(variants({ lesion: MASS })).toEqual(['normophosphataemic-tumoral']);
    expect(variants({ lesion: MASS, labs: { phosphate: PHOSPHATE_LOW } })).toHaveLength(1);
    expect(variants({ lesion: MASS, labs: { totalCalcium: CALCIUM_LOW } })).toHaveLength(1);
    expect(variants({ lesion: MASS, exposures: yes('phosphate-load') })).toHaveLength(1);
  });

  test.each([
    ['there is no mass, only the disease', DISEASE],
    ['calcium is raised', { labs: { totalCalcium: CALCIUM_HIGH }, lesion: MASS }],
    ['phosphate is not known', { labs: { phosphate: undefined }, lesion: MASS }],
    ['it was given at the site', { ...EXPOSED, lesion: MASS }],
    ['the tissue was damaged', { lesion: { ...MASS, damageBefore: 'yes' } }],
    ['damage is not known', { lesion: { ...MASS, damageBefore: 'unknown' } }],
    ['a disease damages the tissue', { conditions: yes('ehlers-danlos'), lesion: MASS }],
    ['a disease is not known', { conditions: [{ id: 'ehlers-danlos' }], lesion: MASS }],
    ['the kidneys are impaired', { conditions: yes('dialysis'), lesion: MASS }],
    ['the patterns are not known', { lesion: { patterns: undefined } }]
  ] as [string, Input][])('is not reported when %s', (_, findings) => {
    expect(variants(findings)).toEqual([]);
  });
});

describe('patterns of idiopathic calcinosis', () => {
  test.each(['subepidermal-nodule', 'scrotal', 'vulvar', 'milia-like'])(
    '%s is a variant when the subtype is idiopathic',
    (pattern) => {
      expect(variants({ lesion: { patterns: [pattern] } })).toEqual([pattern]);
      expect(variants({ lesion: { patterns: [pattern] }, ...RAISED })).toEqual([]);
      expect(variants({ lesion: { patterns: [pattern] }, labs: { phosphate: undefined } })).toEqual(
        []
      );
    }
  );

  test('extent decides nothing', () => {
    expect(variants({ lesion: { patterns: ['circumscribed', 'universal'] } })).toEqual([]);
  });

  test('several stand together, tumoral first', () => {
    expect(
      variants({ lesion: { patterns: ['milia-like', 'scrotal', 'periarticular-mass'] } })
    ).toEqual(['normophosphataemic-tumoral', 'scrotal', 'milia-like']);
  });
});
