import { describe, expect, test } from 'vitest';
import { CALCIUM_HIGH, settled, yes } from '../../../../tests/support/findings';
import { assess } from './assess';
import { differencesFrom, type Expected } from './expectation';

/** Metastatic with concurrent dystrophic, one caution, one flag, one thing missing. */
const FINDINGS = settled({
  labs: { totalCalcium: CALCIUM_HIGH },
  conditions: yes('dermatomyositis'),
  lesion: { depositConfirmed: 'no' },
  signs: yes('ulcer'),
  otherExposures: 'unknown'
});
const result = () => assess(FINDINGS);
const fieldsOf = (expected: Expected) =>
  differencesFrom({ id: 'case', findings: FINDINGS, expected }, result()).map(({ field }) => field);

test('the case is what the tests below take it for', () => {
  expect(result()).toMatchObject({
    ok: true,
    assessment: {
      subtype: 'indeterminate',
      certainty: 'indeterminate',
      reachable: ['iatrogenic', 'metastatic'],
      concurrent: ['dystrophic'],
      possibleConcurrent: ['metastatic'],
      variants: [],
      cautions: [{ id: 'deposit-not-confirmed' }],
      redFlags: [{ id: 'exposed-or-ulcerated' }],
      missing: [{ input: 'otherExposures' }]
    }
  });
});

describe('a field that agrees is no difference', () => {
  test.each([
    { subtype: 'indeterminate' },
    { certainty: 'indeterminate' },
    { reachable: ['metastatic', 'iatrogenic'] },
    { concurrent: ['dystrophic'] },
    { possibleConcurrent: ['metastatic'] },
    { variants: [] },
    { cautions: ['deposit-not-confirmed'] },
    { cautions: [] },
    { redFlags: ['exposed-or-ulcerated'] },
    { redFlags: [] },
    { absentCautions: ['marginal-value'] },
    { absentRedFlags: ['infected-deposit'] },
    { missingIncludes: ['otherExposures'] },
    { missingIncludes: [] },
    { missingFirst: 'otherExposures' },
    {}
  ] as Expected[])('%j', (expected) => {
    expect(fieldsOf(expected)).toEqual([]);
  });
});

describe('a field that differs is told', () => {
  test.each([
    { subtype: 'metastatic' },
    { certainty: 'supported' },
    { reachable: ['metastatic'] },
    { reachable: ['metastatic', 'iatrogenic', 'idiopathic'] },
    { concurrent: [] },
    { possibleConcurrent: [] },
    { variants: ['scrotal'] },
    { cautions: ['deposit-not-confirmed', 'marginal-value'] },
    { redFlags: ['infected-deposit'] },
    { absentCautions: ['marginal-value', 'deposit-not-confirmed'] },
    { absentRedFlags: ['exposed-or-ulcerated'] },
    { missingIncludes: ['otherExposures', 'labs.phosphate'] },
    { missingFirst: 'labs.phosphate' }
  ] as Expected[])('%j', (expected) => {
    expect(fieldsOf(expected)).toEqual(Object.keys(expected));
  });

  test('with what was expected and what came, each in order', () => {
    expect(
      differencesFrom(
        {
          id: 'case',
          findings: FINDINGS,
          expected: {
            subtype: 'metastatic',
            reachable: ['metastatic'],
            cautions: ['marginal-value'],
            absentRedFlags: ['exposed-or-ulcerated'],
            missingFirst: 'labs.phosphate'
          }
        },
        result()
      )
    ).toEqual([
      { field: 'subtype', expected: 'metastatic', received: 'indeterminate' },
      { field: 'reachable', expected: ['metastatic'], received: ['iatrogenic', 'metastatic'] },
      { field: 'cautions', expected: ['marginal-value'], received: ['deposit-not-confirmed'] },
      {
        field: 'absentRedFlags',
        expected: ['exposed-or-ulcerated'],
        received: ['exposed-or-ulcerated']
      },
      { field: 'missingFirst', expected: 'labs.phosphate', received: 'otherExposures' }
    ]);
  });
});

describe('refused findings', () => {
  const findings = { labs: { phosphate: { value: -1 } } };
  const refused = () => assess(findings);
  const errors = () => {
    const answer = refused();
    return answer.ok ? [] : answer.errors;
  };
  const error = (expectedError: object[]) =>
    differencesFrom({ id: 'case', findings, expectedError }, refused());

  test.each([
    [[{ path: 'labs.phosphate.value', reason: 'negative' }]],
    [[{ path: 'labs.phosphate.unit' }]],
    [[{ reason: 'unit-missing' }]],
    [[{ path: 'labs.phosphate.unit' }, { reason: 'negative' }]],
    [[]]
  ])('agree with %j', (expectedError) => {
    expect(error(expectedError)).toEqual([]);
  });

  test.each([
    { path: 'labs.phosphate.value', reason: 'unit-missing' },
    { path: 'labs.phosphate' },
    { reason: 'not-finite' }
  ])('differ from %j', (expected) => {
    expect(error([{ reason: 'negative' }, expected])).toEqual([
      { field: 'errors', expected, received: errors() }
    ]);
  });

  test('differ from any assessment that was expected', () => {
    expect(
      differencesFrom({ id: 'case', findings, expected: { subtype: 'metastatic' } }, refused())
    ).toEqual([{ field: 'errors', expected: [], received: errors() }]);
  });

  test('an assessment differs from an expected error', () => {
    expect(
      differencesFrom(
        { id: 'case', findings: {}, expectedError: [{ reason: 'negative' }] },
        result()
      )
    ).toEqual([{ field: 'errors', expected: { reason: 'negative' }, received: [] }]);
  });

  test('a case that expects nothing never differs', () => {
    expect(differencesFrom({ id: 'case', findings }, refused())).toEqual([]);
    expect(differencesFrom({ id: 'case', findings: FINDINGS }, result())).toEqual([]);
  });
});
