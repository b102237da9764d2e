import { afterEach, describe, expect, test } from 'vitest';
import { assess } from '$lib/core/classifier/assess';
import type { Assessment } from '$lib/core/classifier/assessment';
import type { Findings } from '$lib/core/classifier/findings';
import { useLocale } from '$lib/i18n/locale';
import { leadSentence, subtypes } from './lead-sentence';

afterEach(() => useLocale('fr'));

function assessed(findings: Findings): Assessment {
  const result = assess(findings);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.assessment;
}

function sentences(findings: Findings): { fr: string; en: string } {
  const assessment = assessed(findings);
  useLocale('fr');
  const fr = leadSentence(assessment).sentence;
  useLocale('en');
  return { fr, en: leadSentence(assessment).sentence };
}

const ADULT = { age: { value: 43, unit: 'a' } } as const;
const NORMAL = {
  totalCalcium: { value: 2.35, unit: 'mmol/L' },
  phosphate: { value: 1.1, unit: 'mmol/L' }
} as const;
const SSC: Findings['conditions'] = [{ id: 'systemic-sclerosis', status: 'yes' }];
const NOT_GIVEN: Findings = { otherExposures: 'none' };

describe('one subtype reachable', () => {
  test('the sentence is its name', () => {
    expect(sentences({ subject: ADULT, labs: NORMAL, conditions: SSC, ...NOT_GIVEN })).toEqual({
      fr: 'Dystrophique',
      en: 'Dystrophic'
    });
  });

  test('a concurrent process is named with it', () => {
    const labs = { ...NORMAL, phosphate: { value: 2.1, unit: 'mmol/L' } } as const;
    expect(sentences({ subject: ADULT, labs, conditions: SSC, ...NOT_GIVEN })).toEqual({
      fr: 'Métastatique, avec un processus dystrophique',
      en: 'Metastatic, with a dystrophic process'
    });
  });

  test('a process that is not certain is said to be possible', () => {
    const labs = { ...NORMAL, phosphate: { value: 2.1, unit: 'mmol/L' } } as const;
    expect(sentences({ subject: ADULT, labs, ...NOT_GIVEN })).toEqual({
      fr: 'Métastatique, peut-être avec un processus dystrophique',
      en: 'Metastatic, possibly with a dystrophic process'
    });
  });
});

describe('several subtypes reachable', () => {
  test('an exposure that is not known makes the exception', () => {
    expect(sentences({ subject: ADULT, labs: NORMAL, conditions: SSC })).toEqual({
      fr: 'Dystrophique, sauf si du calcium ou du phosphate a été apporté à ce site',
      en: 'Dystrophic, unless calcium or phosphate was given at this site'
    });
  });

  test('an exposure of which the site is not known makes the same exception', () => {
    expect(
      sentences({
        subject: ADULT,
        labs: NORMAL,
        conditions: SSC,
        exposures: [{ id: 'iv-calcium', status: 'yes' }],
        otherExposures: 'none'
      }).en
    ).toBe('Dystrophic, unless calcium or phosphate was given at this site');
  });

  test('a figure that is not known makes the exception once the exposure is known', () => {
    const { totalCalcium } = NORMAL;
    expect(
      sentences({ subject: ADULT, labs: { totalCalcium }, conditions: SSC, ...NOT_GIVEN })
    ).toEqual({
      fr: 'Dystrophique, sauf si le phosphate est élevé',
      en: 'Dystrophic, unless phosphate is raised'
    });
    const { phosphate } = NORMAL;
    expect(
      sentences({ subject: ADULT, labs: { phosphate }, conditions: SSC, ...NOT_GIVEN }).en
    ).toBe('Dystrophic, unless calcium is raised');
  });

  test('damage that is not known makes the exception', () => {
    expect(
      sentences({ subject: ADULT, labs: NORMAL, otherConditions: 'none', ...NOT_GIVEN })
    ).toEqual({
      fr: 'Idiopathique, sauf si le tissu était lésé avant le dépôt',
      en: 'Idiopathic, unless the tissue was damaged before the deposit'
    });
  });

  test('diseases that were not asked for make the exception', () => {
    expect(
      sentences({ subject: ADULT, labs: NORMAL, lesion: { damageBefore: 'no' }, ...NOT_GIVEN })
    ).toEqual({
      fr: 'Idiopathique, sauf si une maladie connue pour léser le tissu est présente',
      en: 'Idiopathic, unless a disease known to damage the tissue is present'
    });
  });

  test('where no "no" settles anything, a "yes" that does is named', () => {
    expect(sentences({ subject: ADULT, labs: NORMAL, ...NOT_GIVEN }).en).toBe(
      'Dystrophic or idiopathic; dystrophic if the tissue was damaged before the deposit'
    );
  });

  test('an age that decides the interval is named', () => {
    expect(
      sentences({
        labs: { ...NORMAL, phosphate: { value: 1.7, unit: 'mmol/L' } },
        conditions: SSC,
        ...NOT_GIVEN
      }).en
    ).toBe('Dystrophic, unless the value counts as raised at this age');
  });

  test('nothing known leaves all but the exposure open', () => {
    expect(sentences({})).toEqual({
      fr: 'Dystrophique, métastatique ou idiopathique, sauf si du calcium ou du phosphate a été apporté à ce site',
      en: 'Dystrophic, metastatic or idiopathic, unless calcium or phosphate was given at this site'
    });
  });
});

test('idiopathic comes last, whatever the order of the answer', () => {
  useLocale('en');
  expect(subtypes(['idiopathic', 'iatrogenic', 'dystrophic'])).toBe(
    'dystrophic, iatrogenic or idiopathic'
  );
});

test('the question of the sentence is the one that would settle it', () => {
  const { question } = leadSentence(assessed({ subject: ADULT, labs: NORMAL, conditions: SSC }));
  expect(question?.input).toBe('otherExposures');
});
