import { describe, expect, test } from 'vitest';
import fixture from '../../../../tests/fixtures/vocabulary.json';
import bibliography from '../../content/bibliography.json';
import { AGE_UNITS, UNITS } from '../quantities/units';
import { SOURCES_BY_CAUTION, SOURCES_BY_RED_FLAG, SOURCES_BY_RULE } from './knowledge';
import * as vocabulary from './vocabulary';

describe('the ids are those of the clinical specification', () => {
  const { exposures, conditions, lesion, units } = fixture;
  test.each([
    ['rule set', [vocabulary.RULE_SET], [fixture.ruleSet]],
    ['subtypes', [...vocabulary.SUBTYPES, 'indeterminate'], fixture.subtypes],
    ['certainty', vocabulary.CERTAINTIES, fixture.certainty],
    ['variants', vocabulary.VARIANTS, fixture.variants],
    ['laboratory', vocabulary.LABS, fixture.labs],
    ['interval sets', vocabulary.INTERVAL_SETS, fixture.intervalSets],
    ['exposures at the site', vocabulary.EXPOSURES_AT_SITE, exposures.atSite],
    ['systemic loads', vocabulary.SYSTEMIC_LOADS, exposures.systemicLoad],
    ['other exposures', vocabulary.OTHER_EXPOSURES, exposures.other],
    ['exposures', vocabulary.EXPOSURES, Object.values(exposures).flat()],
    ['tissue conditions', vocabulary.TISSUE_CONDITIONS, conditions.tissue],
    [
      'conditions of calcium and phosphate',
      vocabulary.CALCIUM_PHOSPHATE_CONDITIONS,
      conditions.calciumPhosphate
    ],
    ['other conditions', vocabulary.OTHER_CONDITIONS, conditions.other],
    ['conditions', vocabulary.CONDITIONS, Object.values(conditions).flat()],
    ['damage', vocabulary.DAMAGES, lesion.damage],
    ['patterns', vocabulary.PATTERNS, lesion.patterns],
    ['signs', vocabulary.SIGNS, fixture.signs],
    ['red flags', vocabulary.RED_FLAGS, fixture.redFlags],
    ['cautions', vocabulary.CAUTIONS, Object.keys(fixture.cautions)],
    ['error reasons', vocabulary.ERROR_REASONS, fixture.errorReasons],
    ['statuses', vocabulary.STATUSES, fixture.calciumPhosphateStatus],
    ['bases', vocabulary.BASES, fixture.basis],
    ['interval sources', vocabulary.INTERVAL_SOURCES, fixture.intervalSources],
    ['what an input can change', vocabulary.CAN_CHANGE, fixture.canChange],
    ['answers', vocabulary.OUTCOME_ANSWERS, fixture.answers],
    ['rules', vocabulary.RULES, fixture.rules],
    ['units of calcium', UNITS.totalCalcium, units.calcium],
    ['units of adjusted calcium', UNITS.adjustedCalcium, units.calcium],
    ['units of ionised calcium', UNITS.ionisedCalcium, units.calcium],
    ['units of phosphate', UNITS.phosphate, units.phosphate],
    ['units of albumin', UNITS.albumin, units.albumin],
    ['units of creatinine', UNITS.creatinine, units.creatinine],
    ['units of eGFR', UNITS.egfr, units.egfr],
    ['units of PTH', UNITS.pth, units.pth],
    ['units of vitamin D', UNITS.vitaminD25, units.vitaminD25],
    ['units of the product', UNITS.calciumPhosphateProduct, units.calciumPhosphateProduct],
    ['units of age', AGE_UNITS, units.age]
  ] as [string, readonly string[], string[]][])('%s', (_, ours, specified) => {
    expect([...ours]).toEqual(specified);
  });

  test('and no list of the specification is left out', () => {
    expect(Object.keys(fixture).sort()).toEqual(
      [
        'answers',
        'basis',
        'calciumPhosphateStatus',
        'canChange',
        'cautions',
        'certainty',
        'conditions',
        'errorReasons',
        'exposures',
        'intervalSets',
        'intervalSources',
        'labs',
        'lesion',
        'redFlags',
        'ruleSet',
        'rules',
        'signs',
        'subtypes',
        'units',
        'variants'
      ].sort()
    );
  });

  test('each id stands once in its list', () => {
    const lists = Object.values(vocabulary).filter((list) => Array.isArray(list)) as string[][];
    expect(lists.length).toBeGreaterThan(20);
    for (const list of lists) expect(new Set(list).size).toBe(list.length);
  });
});

describe('knowledge', () => {
  const known = new Set(bibliography.map(({ id }) => id));
  test.each([
    ['rule', SOURCES_BY_RULE, vocabulary.RULES],
    ['caution', SOURCES_BY_CAUTION, vocabulary.CAUTIONS],
    ['red flag', SOURCES_BY_RED_FLAG, vocabulary.RED_FLAGS]
  ] as [string, Record<string, readonly string[]>, readonly string[]][])(
    'names the sources of every %s, and each is in the bibliography',
    (_, sources, ids) => {
      expect(Object.keys(sources).sort()).toEqual([...ids].sort());
      expect(
        Object.values(sources)
          .flat()
          .filter((id) => !known.has(id))
      ).toEqual([]);
    }
  );

  test('every rule that decides has a source', () => {
    for (const sources of Object.values(SOURCES_BY_RULE)) expect(sources).not.toEqual([]);
  });

  test('the figures and rules that the specification set itself name no source', () => {
    const setByUs = Object.entries({ ...SOURCES_BY_CAUTION, ...SOURCES_BY_RED_FLAG })
      .filter(([, sources]) => sources.length === 0)
      .map(([id]) => id);
    expect(setByUs.sort()).toEqual([
      'child-systemic-illness',
      'consider-hypoparathyroidism',
      'external-calcium-exposure',
      'hypercalcaemic-crisis',
      'laboratory-flag-disagrees',
      'low-phosphate',
      'ossification-possible',
      'possible-unit-slip',
      'ulcer-on-burn-scar'
    ]);
  });
});
