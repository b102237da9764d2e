import { describe, expect, test } from 'vitest';
import type { Findings } from './findings';
import { EXPOSURES_AT_SITE, TISSUE_CONDITIONS } from './vocabulary';
import {
  unlistedExposure,
  unlistedTissueDisease,
  withCalcium,
  withCondition,
  withDamage,
  withExposure,
  withMass,
  withoutHighProduct,
  withPhosphate,
  withSite
} from './what-if';

const calcium = { value: 2.4, unit: 'mmol/L' } as const;

describe('a figure that is otherwise leaves the other figures as they are', () => {
  const labs: Findings['labs'] = {
    totalCalcium: calcium,
    calciumPhosphateProduct: { reported: 'high' }
  };

  test.each([
    ['raised', 'high'],
    ['not-raised', 'normal']
  ] as const)('calcium or phosphate that is %s is reported %s', (answer, reported) => {
    expect(withCalcium({ labs }, answer).labs).toEqual({ ...labs, ionisedCalcium: { reported } });
    expect(withPhosphate({ labs }, answer).labs).toEqual({ ...labs, phosphate: { reported } });
  });

  test('a product that is not high is reported normal', () => {
    expect(withoutHighProduct({ labs }).labs).toEqual({
      totalCalcium: calcium,
      calciumPhosphateProduct: { reported: 'normal' }
    });
  });
});

describe('an exposure that is otherwise', () => {
  const vitaminD = { id: 'vitamin-d', status: 'yes' } as const;

  test('stands beside the other exposures', () => {
    const findings: Findings = { exposures: [vitaminD, { id: 'iv-calcium', status: 'no' }] };
    expect(withExposure(findings, 'iv-calcium', 'yes').exposures).toEqual([
      vitaminD,
      { id: 'iv-calcium', status: 'yes', atLesionSite: 'yes' }
    ]);
    expect(withExposure({}, 'vitamin-d', 'yes').exposures).toEqual([vitaminD]);
  });

  test('was at the site, unless it is known to have been elsewhere', () => {
    const given = (atLesionSite: 'unknown' | 'no') =>
      withExposure({ exposures: [{ id: 'iv-calcium', atLesionSite }] }, 'iv-calcium', 'yes');
    expect(given('unknown').exposures).toMatchObject([{ atLesionSite: 'yes' }]);
    expect(given('no').exposures).toMatchObject([{ atLesionSite: 'no' }]);
  });

  test('has no site when it was not given', () => {
    const findings: Findings = {
      exposures: [{ id: 'iv-calcium', status: 'yes', atLesionSite: 'yes', extravasation: 'yes' }]
    };
    expect(withExposure(findings, 'iv-calcium', 'no').exposures).toEqual([
      { id: 'iv-calcium', status: 'no' }
    ]);
  });

  test('moves alone when its site is otherwise', () => {
    const heparin = { id: 'calcium-heparin', status: 'yes', atLesionSite: 'yes' } as const;
    const findings: Findings = { exposures: [heparin, { id: 'iv-calcium', status: 'yes' }] };
    expect(withSite(findings, 'iv-calcium', 'no').exposures).toEqual([
      heparin,
      { id: 'iv-calcium', status: 'yes', atLesionSite: 'no' }
    ]);
    expect(withSite({}, 'iv-calcium', 'no')).toEqual({});
  });
});

test('a condition that is otherwise stands beside the other conditions', () => {
  const dialysis = { id: 'dialysis', status: 'yes' } as const;
  const findings: Findings = { conditions: [dialysis, { id: 'obesity', status: 'no' }] };
  expect(withCondition(findings, 'obesity', 'yes').conditions).toEqual([
    dialysis,
    { id: 'obesity', status: 'yes' }
  ]);
  expect(withCondition({}, 'dialysis', 'yes').conditions).toEqual([dialysis]);
});

describe('"none of the others" stands for the first that is not listed', () => {
  test('of the exposures at the site', () => {
    const [first, second] = EXPOSURES_AT_SITE;
    expect(unlistedExposure({})).toBe(first);
    expect(unlistedExposure({ exposures: [{ id: 'vitamin-d' }] })).toBe(first);
    expect(unlistedExposure({ exposures: [{ id: first }] })).toBe(second);
    expect(
      unlistedExposure({ exposures: EXPOSURES_AT_SITE.map((id) => ({ id })) })
    ).toBeUndefined();
  });

  test('of the diseases of the tissue', () => {
    const [first, second] = TISSUE_CONDITIONS;
    expect(unlistedTissueDisease({})).toBe(first);
    expect(unlistedTissueDisease({ conditions: [{ id: first }] })).toBe(second);
    expect(
      unlistedTissueDisease({ conditions: TISSUE_CONDITIONS.map((id) => ({ id })) })
    ).toBeUndefined();
  });
});

describe('a lesion that is otherwise keeps what else is known of it', () => {
  test('with a mass at a joint, or without', () => {
    const lesion = { damageBefore: 'no', depositConfirmed: 'yes' } as const;
    expect(withMass({ lesion }, 'yes').lesion).toEqual({
      ...lesion,
      patterns: ['periarticular-mass']
    });
    expect(withMass({ lesion }, 'no').lesion).toEqual({ ...lesion, patterns: [] });
  });

  test('with damage before the deposit, or without any', () => {
    const lesion: Findings['lesion'] = { damage: ['trauma'], patterns: ['scrotal'] };
    for (const damageBefore of ['yes', 'no'] as const)
      expect(withDamage({ lesion }, damageBefore).lesion).toEqual({
        damageBefore,
        damage: [],
        patterns: ['scrotal']
      });
  });
});
