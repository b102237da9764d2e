import { describe, expect, test } from 'vitest';
import {
  assessed,
  CALCIUM_HIGH,
  CALCIUM_NORMAL,
  mmol,
  only,
  PHOSPHATE_HIGH,
  PHOSPHATE_NORMAL,
  settled,
  yes,
  type Input
} from '../../../../tests/support/findings';
import { SOURCES_BY_RULE } from './knowledge';
import type { RuleId } from './vocabulary';

const reasons = (findings: Input) =>
  assessed(findings).reasons.map(({ rule, inputs }) => [rule, inputs]);

describe('idiopathic rests on every fact that is a no', () => {
  test('answered by "none of the others"', () => {
    expect(reasons(settled())).toEqual([
      ['figures-not-raised', ['labs.totalCalcium', 'labs.phosphate']],
      ['no-damage-no-disease', ['lesion.damageBefore', 'otherConditions']]
    ]);
  });

  test('or one by one', () => {
    const conditions = [
      'systemic-sclerosis',
      'dermatomyositis',
      'juvenile-dermatomyositis',
      'overlap-or-mixed-ctd',
      'lupus-panniculitis',
      'pancreatic-panniculitis',
      'ehlers-danlos',
      'systemic-lupus',
      'pseudoxanthoma-elasticum',
      'porphyria-cutanea-tarda'
    ].map((id) => ({ id, status: 'no' }));
    for (const otherConditions of [undefined, 'unknown'])
      expect(reasons(settled({ otherConditions, conditions }))).toContainEqual([
        'no-damage-no-disease',
        ['lesion.damageBefore', 'conditions']
      ]);
  });

  test('and on its pattern', () => {
    expect(reasons(settled({ lesion: { patterns: ['scrotal'] } }))).toContainEqual([
      'idiopathic-pattern',
      ['lesion.patterns']
    ]);
    expect(reasons(settled({ lesion: { patterns: ['universal'] } }))).toHaveLength(2);
  });
});

describe('iatrogenic rests on the exposures at the site', () => {
  test('by the site, or by extravasation', () => {
    const exposures = [
      { id: 'calcium-heparin', status: 'yes', extravasation: 'yes' },
      { id: 'iv-calcium', status: 'yes', atLesionSite: 'yes' },
      { id: 'calcium-electrode-paste', status: 'yes', atLesionSite: 'no' },
      { id: 'vitamin-d', status: 'yes' }
    ];
    expect(reasons(settled({ exposures }))).toEqual([
      ['exposure-at-site', ['exposures.iv-calcium.atLesionSite', 'exposures.calcium-heparin']]
    ]);
  });

  test('and on what is concurrent', () => {
    expect(
      reasons(
        settled({
          exposures: [{ id: 'iv-calcium', status: 'yes', atLesionSite: 'yes' }],
          labs: { totalCalcium: CALCIUM_HIGH },
          conditions: yes('systemic-lupus')
        })
      )
    ).toEqual([
      ['exposure-at-site', ['exposures.iv-calcium.atLesionSite']],
      ['calcium-raised', ['labs.totalCalcium']],
      ['tissue-disease', ['conditions.systemic-lupus']]
    ]);
  });
});

describe('metastatic rests on the figures that are raised', () => {
  test('calcium by the value that decides, and phosphate', () => {
    expect(
      reasons(
        settled({
          labs: {
            totalCalcium: mmol(2.8),
            albumin: { value: 38, unit: 'g/L' },
            phosphate: PHOSPHATE_HIGH
          }
        })
      )
    ).toEqual([
      ['calcium-raised', ['labs.totalCalcium', 'labs.albumin']],
      ['phosphate-raised', ['labs.phosphate']]
    ]);
  });

  test('and on nothing else, where the tissue was sound', () => {
    expect(reasons(settled({ labs: { totalCalcium: CALCIUM_HIGH } }))).toEqual([
      ['calcium-raised', ['labs.totalCalcium']]
    ]);
    expect(reasons(settled({ labs: { phosphate: PHOSPHATE_HIGH } }))).toEqual([
      ['phosphate-raised', ['labs.phosphate']]
    ]);
  });

  test('on the product only where neither figure is known to be raised', () => {
    const calciumPhosphateProduct = { reported: 'high' };
    const known = {
      otherExposures: 'none',
      otherConditions: 'none',
      lesion: { damageBefore: 'no' }
    };
    expect(reasons(only({ ...known, labs: { calciumPhosphateProduct } }))).toEqual([
      ['product-raised', ['labs.calciumPhosphateProduct']]
    ]);
    for (const labs of [{ totalCalcium: CALCIUM_HIGH }, { phosphate: PHOSPHATE_HIGH }])
      expect(
        reasons(only({ ...known, labs: { ...labs, calciumPhosphateProduct } })).map(
          ([rule]) => rule
        )
      ).not.toContain('product-raised');
    expect(reasons(settled({ labs: { calciumPhosphateProduct } }))).toHaveLength(2);
  });

  test('of a tumoral variant, on the mass, else on the disease', () => {
    const labs = { phosphate: PHOSPHATE_HIGH };
    const lesion = { patterns: ['periarticular-mass'] };
    const conditions = yes('familial-tumoral-calcinosis');
    const rule = 'tumoral-mass-with-raised-phosphate';
    expect(reasons(settled({ labs, lesion }))).toContainEqual([rule, ['lesion.patterns']]);
    expect(reasons(settled({ labs, conditions }))).toContainEqual([
      rule,
      ['conditions.familial-tumoral-calcinosis']
    ]);
    expect(reasons(settled({ labs, conditions, lesion }))).toContainEqual([
      rule,
      ['lesion.patterns']
    ]);
    for (const more of [{}, { conditions }])
      expect(reasons(settled({ lesion, ...more }))).toContainEqual([
        'tumoral-mass-with-normal-phosphate',
        ['lesion.patterns']
      ]);
  });
});

describe('dystrophic rests on the damage or the disease', () => {
  test('with the figures that are not raised', () => {
    expect(reasons(settled({ conditions: yes('dermatomyositis', 'systemic-sclerosis') }))).toEqual([
      ['tissue-disease', ['conditions.systemic-sclerosis', 'conditions.dermatomyositis']],
      ['figures-not-raised', ['labs.totalCalcium', 'labs.phosphate']]
    ]);
  });

  test('damage that is listed, or that is answered', () => {
    expect(reasons(settled({ lesion: { damageBefore: 'yes' } }))).toContainEqual([
      'damage-before',
      ['lesion.damageBefore']
    ]);
    expect(
      reasons(settled({ lesion: { damageBefore: 'yes', damage: ['trauma'] } }))
    ).toContainEqual(['damage-before', ['lesion.damage']]);
    expect(reasons(settled({ lesion: { damageBefore: 'yes', damage: [] } }))).toContainEqual([
      'damage-before',
      ['lesion.damageBefore']
    ]);
  });
});

test('nothing known gives no reason', () => {
  expect(reasons({})).toEqual([]);
});

test('known facts are reasons while others are open', () => {
  expect(
    reasons(only({ lesion: { damageBefore: 'yes' }, labs: { phosphate: PHOSPHATE_HIGH } }))
  ).toEqual([
    ['phosphate-raised', ['labs.phosphate']],
    ['damage-before', ['lesion.damageBefore']]
  ]);
  expect(reasons(only({ lesion: { damageBefore: 'no' } }))).toEqual([]);
  expect(reasons(only({ labs: { phosphate: PHOSPHATE_NORMAL } }))).toEqual([]);
  expect(reasons(only({ labs: { totalCalcium: CALCIUM_NORMAL } }))).toEqual([]);
  expect(reasons(only({ otherConditions: 'none' }))).toEqual([]);
  expect(reasons(only({ otherConditions: 'none', lesion: { damageBefore: 'no' } }))).toEqual([
    ['no-damage-no-disease', ['lesion.damageBefore', 'otherConditions']]
  ]);
});

test('each reason names the sources of its rule', () => {
  const assessments = [
    settled({ lesion: { patterns: ['scrotal'] } }),
    settled({ labs: { phosphate: PHOSPHATE_HIGH }, lesion: { patterns: ['periarticular-mass'] } })
  ].map(assessed);
  for (const { rule, sources } of assessments.flatMap(({ reasons: list }) => list))
    expect(sources).toEqual(SOURCES_BY_RULE[rule as RuleId]);
});
