import { describe, expect, test } from 'vitest';
import {
  assessed,
  CALCIUM_HIGH,
  mmol,
  only,
  PHOSPHATE_HIGH,
  settled,
  yes,
  type Input
} from '../../../../tests/support/findings';
import { EXPOSURES_AT_SITE, TISSUE_CONDITIONS } from './vocabulary';

const otherwise = (findings: Input) =>
  assessed(findings).counterfactuals.map(({ input, to, reachable }) => [input, to, reachable]);
const otherwiseOf = (input: string, findings: Input) =>
  otherwise(findings).filter(([path]) => path === input);

test('a settled idiopathic would be another with any fact otherwise', () => {
  expect(otherwise(settled())).toEqual([
    ['labs.totalCalcium', 'raised', ['metastatic']],
    ['labs.phosphate', 'raised', ['metastatic']],
    ['otherExposures', 'yes', ['iatrogenic']],
    ['otherConditions', 'yes', ['dystrophic']],
    ['lesion.damageBefore', 'yes', ['dystrophic']]
  ]);
});

test('nothing known can be otherwise', () => {
  expect(otherwise({})).toEqual([]);
});

describe('figures', () => {
  test('raised ones would not be raised', () => {
    expect(
      otherwise(settled({ labs: { totalCalcium: CALCIUM_HIGH, phosphate: PHOSPHATE_HIGH } })).slice(
        0,
        2
      )
    ).toEqual([
      ['labs.totalCalcium', 'not-raised', ['metastatic']],
      ['labs.phosphate', 'not-raised', ['metastatic']]
    ]);
    expect(
      otherwiseOf('labs.totalCalcium', settled({ labs: { totalCalcium: CALCIUM_HIGH } }))
    ).toEqual([['labs.totalCalcium', 'not-raised', ['idiopathic']]]);
  });

  test('the one that decides is named, by its first input', () => {
    const albumin = { value: 40, unit: 'g/L' };
    expect(otherwiseOf('labs.totalCalcium', settled({ labs: { albumin } }))).toHaveLength(1);
    expect(otherwise(settled({ labs: { ionisedCalcium: mmol(1.2), albumin } }))[0]).toEqual([
      'labs.ionisedCalcium',
      'raised',
      ['metastatic']
    ]);
  });

  test('unknown ones are not listed', () => {
    const findings = settled({ labs: { totalCalcium: undefined, phosphate: undefined } });
    expect(otherwise(findings).map(([input]) => input)).toEqual([
      'otherExposures',
      'otherConditions',
      'lesion.damageBefore'
    ]);
  });

  test('a product that makes something known could be normal', () => {
    const labs = { phosphate: undefined, calciumPhosphateProduct: { reported: 'high' } };
    expect(otherwiseOf('labs.calciumPhosphateProduct', settled({ labs }))).toEqual([
      ['labs.calciumPhosphateProduct', 'not-raised', ['idiopathic', 'metastatic']]
    ]);
    expect(
      otherwiseOf(
        'labs.calciumPhosphateProduct',
        settled({ labs: { calciumPhosphateProduct: { reported: 'high' } } })
      )
    ).toEqual([]);
  });
});

describe('exposures', () => {
  const one = (exposure: Input) => settled({ exposures: [exposure] });

  test('an explicit no at the site would be iatrogenic', () => {
    expect(otherwiseOf('exposures.iv-calcium', one({ id: 'iv-calcium', status: 'no' }))).toEqual([
      ['exposures.iv-calcium', 'yes', ['iatrogenic']]
    ]);
  });

  test('a yes could be a no, and its site elsewhere', () => {
    const findings = one({ id: 'iv-calcium', status: 'yes', atLesionSite: 'yes' });
    expect(otherwise(findings).filter(([input]) => String(input).startsWith('exposures'))).toEqual([
      ['exposures.iv-calcium', 'no', ['idiopathic']],
      ['exposures.iv-calcium.atLesionSite', 'no', ['idiopathic']]
    ]);
  });

  test('a distant one could have been at the site; a site elsewhere stays elsewhere', () => {
    const distant = one({ id: 'iv-calcium', status: 'yes', atLesionSite: 'no' });
    expect(otherwiseOf('exposures.iv-calcium.atLesionSite', distant)).toEqual([
      ['exposures.iv-calcium.atLesionSite', 'yes', ['iatrogenic']]
    ]);
    const notGiven = one({ id: 'iv-calcium', status: 'no', atLesionSite: 'no' });
    expect(otherwiseOf('exposures.iv-calcium', notGiven)).toEqual([
      ['exposures.iv-calcium', 'yes', ['idiopathic']]
    ]);
    expect(otherwiseOf('exposures.iv-calcium.atLesionSite', notGiven)).toEqual([]);
  });

  test('a site that is not known is no known input', () => {
    for (const atLesionSite of ['unknown', undefined])
      expect(
        otherwiseOf(
          'exposures.iv-calcium.atLesionSite',
          one({ id: 'iv-calcium', status: 'yes', atLesionSite, extravasation: 'yes' })
        )
      ).toEqual([]);
  });

  test('neither is an exposure answered unknown', () => {
    for (const status of ['unknown', undefined])
      expect(otherwiseOf('exposures.iv-calcium', one({ id: 'iv-calcium', status }))).toEqual([]);
  });

  test('a load elsewhere changes nothing, and says so', () => {
    expect(otherwiseOf('exposures.vitamin-d', one({ id: 'vitamin-d', status: 'yes' }))).toEqual([
      ['exposures.vitamin-d', 'no', ['idiopathic']]
    ]);
    expect(otherwiseOf('exposures.vitamin-d', one({ id: 'vitamin-d', status: 'no' }))).toEqual([
      ['exposures.vitamin-d', 'yes', ['idiopathic']]
    ]);
  });

  test('"none of the others" could be one at the site, while one is left', () => {
    const no = (ids: readonly string[]) => ids.map((id) => ({ id, status: 'no' }));
    expect(
      otherwiseOf('otherExposures', settled({ exposures: no(EXPOSURES_AT_SITE.slice(1)) }))
    ).toEqual([['otherExposures', 'yes', ['iatrogenic']]]);
    expect(otherwiseOf('otherExposures', settled({ exposures: no(EXPOSURES_AT_SITE) }))).toEqual(
      []
    );
    expect(otherwiseOf('otherExposures', settled({ otherExposures: 'unknown' }))).toEqual([]);
  });
});

describe('conditions', () => {
  test('an explicit answer could be the other', () => {
    const findings = settled({
      conditions: [
        { id: 'dermatomyositis', status: 'yes' },
        { id: 'systemic-lupus', status: 'no' },
        { id: 'ehlers-danlos', status: 'unknown' },
        { id: 'obesity' }
      ]
    });
    expect(otherwise(findings).filter(([input]) => String(input).startsWith('conditions'))).toEqual(
      [
        ['conditions.dermatomyositis', 'no', ['dystrophic', 'idiopathic']],
        ['conditions.systemic-lupus', 'yes', ['dystrophic']]
      ]
    );
  });

  test('"none of the others" could be one of the tissue, while one is left', () => {
    const no = (ids: readonly string[]) => ids.map((id) => ({ id, status: 'no' }));
    expect(
      otherwiseOf('otherConditions', settled({ conditions: no(TISSUE_CONDITIONS.slice(0, -1)) }))
    ).toEqual([['otherConditions', 'yes', ['dystrophic']]]);
    expect(otherwiseOf('otherConditions', settled({ conditions: no(TISSUE_CONDITIONS) }))).toEqual(
      []
    );
    expect(otherwiseOf('otherConditions', settled({ otherConditions: 'unknown' }))).toEqual([]);
  });

  test('the other answers stay as they are', () => {
    const findings = settled({ conditions: yes('dermatomyositis', 'dialysis') });
    expect(otherwiseOf('conditions.dialysis', findings)).toEqual([
      ['conditions.dialysis', 'no', ['dystrophic']]
    ]);
  });
});

describe('damage', () => {
  test('listed, it could be none at all', () => {
    expect(
      otherwiseOf('lesion.damage', settled({ lesion: { damageBefore: 'yes', damage: ['trauma'] } }))
    ).toEqual([['lesion.damage', 'no', ['idiopathic']]]);
  });

  test('answered, it could be the other answer', () => {
    expect(
      otherwiseOf('lesion.damageBefore', settled({ lesion: { damageBefore: 'yes' } }))
    ).toEqual([['lesion.damageBefore', 'no', ['idiopathic']]]);
    expect(
      otherwiseOf('lesion.damageBefore', settled({ lesion: { damageBefore: 'yes', damage: [] } }))
    ).toHaveLength(1);
    expect(otherwise(only({ lesion: { damageBefore: 'unknown' } }))).toEqual([]);
  });
});
