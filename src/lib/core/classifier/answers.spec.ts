import { describe, expect, test } from 'vitest';
import { assessed, settled, yes } from '../../../../tests/support/findings';
import {
  allOf,
  answersOf,
  anyOf,
  damageBefore,
  exposureAtSite,
  known,
  not,
  reachedSite,
  tissueDiseases,
  type Known
} from './answers';
import type { Findings } from './findings';
import { CONDITIONS, EXPOSURES, EXPOSURES_AT_SITE, TISSUE_CONDITIONS } from './vocabulary';

const x = (findings: Findings) => exposureAtSite(findings, answersOf(findings));

describe('three-valued logic', () => {
  test('what is known is yes or no', () => {
    expect(known(true)).toBe('yes');
    expect(known(false)).toBe('no');
  });

  test.each([
    [[], 'no', 'yes'],
    [['no', 'no'], 'no', 'no'],
    [['yes', 'yes'], 'yes', 'yes'],
    [['no', 'yes'], 'yes', 'no'],
    [['unknown', 'yes'], 'yes', 'unknown'],
    [['unknown', 'no'], 'unknown', 'no'],
    [['unknown', 'unknown'], 'unknown', 'unknown']
  ] as [Known[], Known, Known][])('of %j, any is %s and all is %s', (answers, any, all) => {
    expect(anyOf(answers)).toBe(any);
    expect(allOf(answers)).toBe(all);
  });

  test('not yes is no, not no is yes, not unknown is unknown', () => {
    expect((['yes', 'no', 'unknown'] as const).map(not)).toEqual(['no', 'yes', 'unknown']);
  });
});

describe('"none of the others"', () => {
  const answers = answersOf({
    exposures: [{ id: 'vitamin-d', status: 'yes' }, { id: 'iv-calcium' }],
    otherExposures: 'none',
    conditions: [
      { id: 'obesity', status: 'unknown' },
      { id: 'diabetes', status: 'no' }
    ],
    otherConditions: 'none'
  });

  test('makes a no of every id that is not in the list', () => {
    for (const id of EXPOSURES)
      if (id !== 'vitamin-d' && id !== 'iv-calcium') expect(answers.exposure.get(id)).toBe('no');
    for (const id of CONDITIONS) if (id !== 'obesity') expect(answers.condition.get(id)).toBe('no');
  });

  test('leaves an explicit answer, an explicit unknown, and an entry without status', () => {
    expect(answers.exposure.get('vitamin-d')).toBe('yes');
    expect(answers.exposure.get('iv-calcium')).toBe('unknown');
    expect(answers.condition.get('obesity')).toBe('unknown');
  });

  test.each([undefined, 'unknown'] as const)('said %s leaves every other id unknown', (others) => {
    const { exposure, condition } = answersOf({ otherExposures: others, otherConditions: others });
    expect(exposure.get('iv-calcium')).toBe('unknown');
    expect(condition.get('obesity')).toBe('unknown');
  });
});

test('only a sign that is answered yes is there', () => {
  const { hasSign } = answersOf({
    signs: [{ id: 'fever', status: 'yes' }, { id: 'pus', status: 'no' }, { id: 'ulcer' }]
  });
  expect([...hasSign]).toEqual(['fever']);
});

describe('calcium or phosphate brought to the site', () => {
  const CASES: [Known | undefined, Known | undefined, Known | undefined, Known][] = [
    ['yes', 'yes', undefined, 'yes'],
    ['yes', 'yes', 'no', 'yes'],
    ['yes', 'no', 'yes', 'no'],
    ['yes', 'no', undefined, 'no'],
    ['yes', undefined, 'yes', 'yes'],
    ['yes', 'unknown', 'yes', 'yes'],
    ['yes', undefined, undefined, 'unknown'],
    ['yes', 'unknown', 'no', 'unknown'],
    ['no', 'yes', 'yes', 'no'],
    ['no', undefined, undefined, 'no'],
    ['unknown', 'yes', 'yes', 'unknown'],
    ['unknown', 'no', undefined, 'no'],
    [undefined, 'yes', undefined, 'unknown'],
    [undefined, 'no', 'yes', 'no']
  ];
  test.each(CASES)('given %s, at the site %s, extravasation %s: %s', (status, site, leak, fact) => {
    for (const id of EXPOSURES_AT_SITE) {
      const findings: Findings = {
        exposures: [{ id, status, atLesionSite: site, extravasation: leak }],
        otherExposures: 'none'
      };
      expect(reachedSite(findings, answersOf(findings), id)).toBe(fact);
      expect(x(findings)).toBe(fact);
    }
  });

  test('by any of the five is enough, and all five must be no for no', () => {
    const no = EXPOSURES_AT_SITE.map((id) => ({ id, status: 'no' as const }));
    expect(x({ exposures: no })).toBe('no');
    expect(x({ exposures: no.slice(1) })).toBe('unknown');
    expect(
      x({ exposures: [...no.slice(1), { id: 'iv-calcium', status: 'yes', atLesionSite: 'yes' }] })
    ).toBe('yes');
    expect(x({})).toBe('unknown');
    expect(x({ otherExposures: 'none' })).toBe('no');
  });

  test.each(EXPOSURES.slice(5))('%s is not brought to the site', (id) => {
    expect(assessed(settled({ exposures: yes(id) })).subtype).toBe('idiopathic');
  });
});

describe('tissue damaged before the deposit', () => {
  test.each(TISSUE_CONDITIONS)('%s damages the tissue', (id) => {
    expect(assessed(settled({ conditions: yes(id) })).subtype).toBe('dystrophic');
  });

  test.each(CONDITIONS.filter((id) => !(TISSUE_CONDITIONS as readonly string[]).includes(id)))(
    '%s does not',
    (id) => {
      expect(assessed(settled({ conditions: yes(id) })).subtype).toBe('idiopathic');
    }
  );

  test('every disease must be ruled out, and those present are named', () => {
    const no = TISSUE_CONDITIONS.map((id) => ({ id, status: 'no' as const }));
    expect(tissueDiseases(answersOf({ conditions: no }))).toEqual({ known: 'no', present: [] });
    expect(tissueDiseases(answersOf({ conditions: no.slice(1) })).known).toBe('unknown');
    expect(
      tissueDiseases(
        answersOf({
          conditions: [
            { id: 'systemic-lupus', status: 'yes' },
            { id: 'dermatomyositis', status: 'yes' }
          ]
        })
      )
    ).toEqual({ known: 'yes', present: ['dermatomyositis', 'systemic-lupus'] });
  });

  test('any damage at the site is a yes, an empty list is no answer', () => {
    expect(damageBefore({ lesion: { damage: ['trauma'] } })).toBe('yes');
    expect(damageBefore({ lesion: { damage: ['trauma'], damageBefore: 'unknown' } })).toBe('yes');
    expect(damageBefore({ lesion: { damage: [] } })).toBe('unknown');
    expect(damageBefore({ lesion: { damage: [], damageBefore: 'no' } })).toBe('no');
    expect(damageBefore({ lesion: { damageBefore: 'yes' } })).toBe('yes');
    expect(damageBefore({})).toBe('unknown');
  });
});
