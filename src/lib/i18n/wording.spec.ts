import { afterEach, describe, expect, test } from 'vitest';
import {
  BASES,
  CAUTIONS,
  CERTAINTIES,
  CONDITIONS,
  DAMAGES,
  ERROR_REASONS,
  EXPOSURES,
  INTERVAL_SETS,
  INTERVAL_SOURCES,
  LABS,
  PATTERNS,
  RED_FLAGS,
  RULES,
  SIGNS,
  STATUSES,
  SUBTYPES,
  VARIANTS
} from '$lib/core/classifier/vocabulary';
import { REGIONS } from '$lib/core/casebook/body-map';
import { VIEWS } from '$lib/core/casebook/row-schema';
import { AGE_UNITS, UNITS } from '$lib/core/quantities/units';
import { useLocale } from './locale';
import englishDetails from './messages/clinical-details/en.json';
import frenchDetails from './messages/clinical-details/fr.json';
import englishNames from './messages/clinical/en.json';
import frenchNames from './messages/clinical/fr.json';
import * as answers from './wording';
import * as details from './wording-details';
import * as findings from './wording-findings';
import { drawingText, regionName, viewName } from './wording-regions';
import { ageUnitName, unitName } from './wording-units';
import { cautionText, cautionTitle, flagText } from './wording-warning-texts';
import { flagTitle } from './wording-warnings';

const english = { ...englishNames, ...englishDetails };
const french = { ...frenchNames, ...frenchDetails };

type Texts = Record<string, () => string>;

const answerable = [...SUBTYPES, 'indeterminate'];

const MAPS: [string, readonly string[], Texts][] = [
  ['subtype', answerable, answers.subtypeName],
  ['definition of a subtype', answerable, details.subtypeDefinition],
  ['certainty', CERTAINTIES, answers.certaintyName],
  ['meaning of a certainty', CERTAINTIES, details.certaintyText],
  ['variant', VARIANTS, details.variantName],
  ['rule', RULES, details.ruleText],
  ['status', STATUSES, answers.statusName],
  ['basis', BASES, details.basisName],
  ['interval set', INTERVAL_SETS, details.intervalSetName],
  ['interval source', INTERVAL_SOURCES, answers.intervalSourceName],
  ['condition', CONDITIONS, findings.conditionName],
  ['exposure', EXPOSURES, findings.exposureName],
  ['damage', DAMAGES, findings.damageName],
  ['pattern', PATTERNS, findings.patternName],
  ['sign', SIGNS, details.signName],
  ['laboratory value', LABS, findings.labName],
  ['refusal', ERROR_REASONS, details.errorText],
  ['caution', CAUTIONS, cautionTitle],
  ['text of a caution', CAUTIONS, cautionText],
  ['red flag', RED_FLAGS, flagTitle],
  ['text of a red flag', RED_FLAGS, flagText],
  ['view of the body map', VIEWS, viewName],
  ['drawing of the body map', VIEWS, drawingText],
  ['region', VIEWS.flatMap((view) => REGIONS[view].map(({ id }) => id)), regionName]
];

/** Texts that a French and an English clinician write alike. */
const ALIKE = new Set(['lab_phosphate', 'lab_pth', 'status_normal', 'basis_phosphate']);

const LIMITS = { label: 46, title: 60, text: 165 };
const LABEL = /^(condition|exposure|damage|pattern|sign|variant|lab)_/;
const WARNING = /^(caution|flag)_/;

afterEach(() => useLocale('fr'));

describe.each(['fr', 'en'] as const)('in %s', (locale) => {
  test.each(MAPS)('every %s is worded, and never by its id', (_, ids, map) => {
    useLocale(locale);
    expect(Object.keys(map).toSorted()).toEqual([...ids].toSorted());
    for (const id of ids) {
      const text = map[id]?.() ?? '';
      expect(text.trim(), id).not.toBe('');
      expect(text, id).toBe(text.trim());
      expect(text === id && id.includes('-'), id).toBe(false);
    }
  });

  test.each(MAPS)('no two ids of one list share the words of a %s', (_, ids, map) => {
    useLocale(locale);
    const seen = ids.map((id) => map[id]?.());
    expect(new Set(seen).size).toBe(ids.length);
  });

  test('every unit is printed without UCUM braces', () => {
    useLocale(locale);
    for (const unit of Object.values(UNITS).flat()) expect(unitName(unit)).toMatch(/^[^{}_]+$/);
    for (const unit of AGE_UNITS) expect(ageUnitName(unit)).toMatch(/^\p{L}{3,}$/u);
  });
});

test('a condition and an exposure can be named in the language that the page is not in', () => {
  useLocale('fr');
  expect(findings.conditionName.dialysis({}, { locale: 'en' })).toBe('Dialysis');
  expect(findings.exposureName['vitamin-d']({}, { locale: 'en' })).toBe('Vitamin D');
});

test('an age agrees with its unit: 1,5 an in French, 1.5 years in English', () => {
  useLocale('fr');
  expect([0, 1, 1.5, 2].map((age) => ageUnitName('a', age))).toEqual(['an', 'an', 'an', 'ans']);
  useLocale('en');
  expect([0, 1, 1.5, 2].map((age) => ageUnitName('a', age))).toEqual([
    'years',
    'year',
    'years',
    'years'
  ]);
});

test('a slip says how the same digits would read', () => {
  expect(french.reading_as.match(/\{\w+\}/g)).toEqual(['{value}', '{unit}', '{analyte}']);
  expect(english.reading_as.match(/\{\w+\}/g)).toEqual(['{value}', '{unit}', '{analyte}']);
});

test('both languages have the same texts, in the same order', () => {
  expect(Object.keys(french)).toEqual(Object.keys(english));
});

const both = Object.keys(french).map((key) => ({
  key,
  fr: french[key as keyof typeof french],
  en: english[key as keyof typeof english]
}));

test('the two languages differ except where both write alike', () => {
  expect(both.filter(({ fr, en }) => fr === en).map(({ key }) => key)).toEqual([...ALIKE]);
});

test('both languages ask as often and give the same figures', () => {
  const shape = (text: string) => ({
    questions: text.match(/\?/g)?.length ?? 0,
    figures: text.match(/\d+(?:[.,]\d+)?/g)?.map((figure) => figure.replace(',', '.')) ?? []
  });
  expect(both.map(({ key, fr }) => ({ key, ...shape(fr) }))).toEqual(
    both.map(({ key, en }) => ({ key, ...shape(en) }))
  );
});

test.each(['fr', 'en'] as const)('texts in %s are short enough for a phone', (locale) => {
  const tooLong = both.filter(({ key, [locale]: text }) => {
    if (LABEL.test(key)) return text.length > LIMITS.label;
    if (!WARNING.test(key)) return false;
    return text.length > (key.endsWith('_text') ? LIMITS.text : LIMITS.title);
  });
  expect(tooLong).toEqual([]);
});

test('French puts a narrow no-break space before double punctuation, and nothing else', () => {
  expect(both.filter(({ fr }) => /(?<!\u202f)[:;!?»%]|«(?!\u202f)/.test(fr))).toEqual([]);
});

test('English puts no space before punctuation', () => {
  expect(both.filter(({ en }) => /[\s\u202f][:;!?,.%]/.test(en))).toEqual([]);
});

test('a figure and its unit do not part in French', () => {
  expect(both.filter(({ fr }) => /\d (?:%|ans?|mois|jours?|m|g|\{)|\} \{unit/.test(fr))).toEqual(
    []
  );
});

test('French writes its decimals with a comma, English with a point', () => {
  expect(both.filter(({ fr, en }) => /\d\.\d/.test(fr) || /\d,\d/.test(en))).toEqual([]);
});

test('apostrophes and quotes are typographic, and there is no markup', () => {
  expect(both.filter(({ fr, en }) => /['"<>`]/.test(fr + en) || /[“”]/.test(fr))).toEqual([]);
});

test('nothing is called abnormal or N/A', () => {
  const rejected = /abnormal|anormal|N\/A|\bn\. ?d\./i;
  expect(both.filter(({ fr, en }) => rejected.test(fr) || rejected.test(en))).toEqual([]);
});
