import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import cases from '../../../../tests/fixtures/example-cases.json';
import { assess } from '$lib/core/classifier/assess';
import { assessmentOf } from '$lib/core/classifier/assessment-of';
import type { Findings } from '$lib/core/classifier/findings';
import {
  CONDITIONS,
  DAMAGES,
  EXPOSURES,
  LABS,
  PATTERNS,
  SIGNS
} from '$lib/core/classifier/vocabulary';
import { AGE_UNITS } from '$lib/core/quantities/units';
import { emptyEntry, emptyLab, parseEntry, type EntryData } from '$lib/state/entry-data';
import { entryFromFindings } from './entry-from-findings';
import { evaluateEntry } from './evaluation';
import { findingsFromEntry, type Intervals } from './findings-from-entry';

const UK: Intervals = { intervalSet: 'uk-consensus', ownIntervals: [] };
const entered = (change: Partial<EntryData>): EntryData => ({ ...emptyEntry(), ...change });
const findingsOf = (change: Partial<EntryData>) => findingsFromEntry(entered(change), UK).findings;
const lab = (text: string, unit = 'mmol/L') => ({ ...emptyLab(unit), text });

test('nothing entered is nothing known', () => {
  expect(findingsFromEntry(emptyEntry(), UK)).toEqual({
    findings: { intervals: { set: 'uk-consensus' } },
    unread: []
  });
});

describe('figures', () => {
  test('are taken as typed, in the unit they were typed in', () => {
    const labs = {
      totalCalcium: { ...lab('2,35'), shownUnit: 'mg/dL', low: '2,2', high: '2,6' },
      phosphate: { ...lab('1,62'), sampledOn: '2026-11-20' }
    };
    expect(findingsOf({ labs }).labs).toEqual({
      totalCalcium: { value: 2.35, unit: 'mmol/L', interval: { low: 2.2, high: 2.6 } },
      phosphate: { value: 1.62, unit: 'mmol/L', sampledOn: '2026-11-20' }
    });
  });

  test.each(['<2', '2,3x', '1e3', '1,234', '2,3,5', '-2'])(
    '%s is left out, and named as not used',
    (text) => {
      const { findings, unread } = findingsFromEntry(
        entered({ labs: { totalCalcium: lab(text) } }),
        UK
      );
      expect(findings.labs).toBeUndefined();
      expect(unread).toEqual(['labs.totalCalcium']);
    }
  );

  test('a report stands where the figure is not read', () => {
    const { findings, unread } = findingsFromEntry(
      entered({ labs: { phosphate: { ...lab('<0,3'), reported: 'low' } } }),
      UK
    );
    expect(findings.labs).toEqual({ phosphate: { reported: 'low' } });
    expect(unread).toEqual(['labs.phosphate']);
  });

  test.each([
    ['2,2', 'x'],
    ['2,6', '2,2']
  ])('an interval %s to %s is left out as a whole, and named', (low, high) => {
    const { findings, unread } = findingsFromEntry(
      entered({ labs: { totalCalcium: { ...lab('2,35'), low, high } } }),
      UK
    );
    expect(findings.labs?.totalCalcium).toEqual({ value: 2.35, unit: 'mmol/L' });
    expect(unread).toEqual(['labs.totalCalcium.interval']);
  });

  test('an age of 140 years is left out, and named', () => {
    const evaluated = evaluateEntry(entered({ age: { text: '140', unit: 'a' } }), UK);
    expect(evaluated.findings.subject?.age).toBeUndefined();
    expect(evaluated.unused).toEqual(['subject.age']);
  });

  test('whatever is typed, the classifier is only given what it accepts', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0123456789.,<-e xX\u202f’') });
    fc.assert(
      fc.property(text, text, text, text, (value, low, high, age) => {
        const entry = entered({
          labs: { totalCalcium: { ...lab(value), low, high } },
          age: { text: age, unit: 'a' }
        });
        const { findings } = evaluateEntry(entry, UK);
        expect(assess(findings).ok).toBe(true);
      })
    );
  });
});

describe('calcium or phosphate at this site', () => {
  test('"no" answers what can reach the site, and no systemic load', () => {
    expect(findingsOf({ givenAtSite: 'no' })).toMatchObject({
      exposures: [
        { id: 'iv-calcium', status: 'no' },
        { id: 'calcium-heparin', status: 'no' },
        { id: 'parenteral-phosphate', status: 'no' },
        { id: 'calcium-electrode-paste', status: 'no' },
        { id: 'calcium-alginate-dressing', status: 'no' }
      ]
    });
    expect(findingsOf({ givenAtSite: 'no' }).otherExposures).toBeUndefined();
  });

  test('"yes" counts once it is known which', () => {
    expect(findingsOf({ givenAtSite: 'yes' }).exposures).toBeUndefined();
    const exposures = { 'iv-calcium': { status: 'yes', atLesionSite: 'yes' } } as const;
    expect(findingsOf({ givenAtSite: 'yes', exposures }).exposures).toEqual([
      { id: 'iv-calcium', status: 'yes', atLesionSite: 'yes' }
    ]);
  });

  test('"no" after a "yes" takes back what was ticked', () => {
    const exposures = { 'iv-calcium': { status: 'yes', atLesionSite: 'yes' } } as const;
    expect(findingsOf({ givenAtSite: 'no', exposures }).exposures).toContainEqual({
      id: 'iv-calcium',
      status: 'no'
    });
  });

  test('what was given elsewhere stays said beside a "no"', () => {
    const exposures = { 'iv-calcium': { status: 'yes', atLesionSite: 'no' } } as const;
    expect(findingsOf({ givenAtSite: 'no', exposures }).exposures?.[0]).toEqual({
      id: 'iv-calcium',
      status: 'yes',
      atLesionSite: 'no'
    });
  });
});

describe('the lesion', () => {
  test('a kind of damage that was ticked does not contradict a later "no"', () => {
    expect(findingsOf({ damageBefore: 'no', damage: ['trauma'] }).lesion).toEqual({
      damageBefore: 'no'
    });
  });

  test('no pattern seen is an answer, an untouched list is none', () => {
    expect(findingsOf({ noPattern: true }).lesion).toEqual({ patterns: [] });
    expect(findingsOf({}).lesion).toBeUndefined();
  });

  test('no other warning sign answers every other one', () => {
    const { signs } = findingsOf({ signs: { fever: 'yes' }, noOtherSigns: true });
    expect(signs).toHaveLength(21);
    expect(signs).toContainEqual({ id: 'fever', status: 'yes' });
  });
});

describe('findings of a link', () => {
  const usable = (cases as { id: string; findings: unknown }[]).flatMap(({ id, findings }) => {
    const result = assess(findings);
    return result.ok ? [{ id, findings: findings as Findings, assessment: result.assessment }] : [];
  });

  test('there are cases to try', () => {
    expect(usable.length).toBeGreaterThan(20);
  });

  test.each(usable)('$id: opened from a link it is assessed alike', ({ findings, assessment }) => {
    const entry = parseEntry(JSON.parse(JSON.stringify(entryFromFindings(findings))));
    const { assessment: again, unused } = evaluateEntry(entry, UK);
    expect(unused).toEqual([]);
    expect({ ...again, missing: [], counterfactuals: [] }).toEqual({
      ...assessment,
      missing: [],
      counterfactuals: []
    });
  });
});

const texts = fc.constantFrom(
  '',
  '2,35',
  '2.35',
  '0',
  '-1',
  '1e3',
  '140',
  '9999999',
  '1,234',
  'abc',
  '<2'
);
const answers = fc.constantFrom('', 'yes', 'no', 'unknown', 'x');
const stored = fc.record({
  age: fc.record({ text: texts, unit: fc.constantFrom(...AGE_UNITS, 'x') }),
  labs: fc.dictionary(
    fc.constantFrom(...LABS),
    fc.record({
      text: texts,
      low: texts,
      high: texts,
      unit: fc.constantFrom('mmol/L', 'mg/dL', 'g/L', 'x'),
      reported: fc.constantFrom('', 'low', 'high', 'x'),
      sampledOn: fc.constantFrom('', '2026-11-20', 'x'),
      confirmed: fc.boolean(),
      beforeTreatment: fc.boolean()
    })
  ),
  givenAtSite: answers,
  exposures: fc.dictionary(
    fc.constantFrom(...EXPOSURES, 'x'),
    fc.record({ status: answers, atLesionSite: answers, extravasation: answers })
  ),
  conditions: fc.dictionary(fc.constantFrom(...CONDITIONS, 'x'), answers),
  noOtherConditions: fc.boolean(),
  damageBefore: answers,
  damage: fc.array(fc.constantFrom(...DAMAGES, 'x')),
  patterns: fc.array(fc.constantFrom(...PATTERNS, 'x')),
  signs: fc.dictionary(fc.constantFrom(...SIGNS, 'x'), answers)
});

test('whatever was entered or kept, the findings keep the input contract', () => {
  fc.assert(
    fc.property(stored, (kept) => {
      const { findings } = findingsFromEntry(parseEntry(kept), UK);
      const result = assess(findings);
      expect(result).toEqual({ ok: true, assessment: assessmentOf(findings) });
    }),
    { numRuns: 3000, seed: 20_261 }
  );
});
