import { describe, expect, test } from 'vitest';
import { plotPlace, selectStudies, shareOf, sortStudies, type StudyFacts } from './select';

const study = (id: string, facts: Partial<StudyFacts> = {}): StudyFacts => ({
  id,
  diseases: ['ssc'],
  intervention: 'diltiazem',
  route: 'oral',
  design: 'case-series',
  outcomeKind: 'calcinosis-response',
  n: null,
  year: null,
  responders: null,
  share: null,
  ...facts
});
const ids = (studies: StudyFacts[]) => studies.map(({ id }) => id).join(' ');

describe('selecting', () => {
  const studies = [
    study('a'),
    study('b', { diseases: ['dm', 'ssc'], route: 'topical' }),
    study('c', { diseases: ['dm'], intervention: 'laser', outcomeKind: 'pain' }),
    study('d', { design: 'case-report' })
  ];

  test.each([
    [{}, 'a b c d'],
    [{ disease: 'ssc' }, 'a b d'],
    [{ disease: 'dm' }, 'b c'],
    [{ intervention: 'laser' }, 'c'],
    [{ route: 'topical' }, 'b'],
    [{ design: 'case-report' }, 'd'],
    [{ outcome: 'pain' }, 'c'],
    [{ disease: 'ssc', route: 'oral' }, 'a d'],
    [{ disease: 'ssc', outcome: 'pain' }, '']
  ])('%j', (filter, expected) => {
    expect(ids(selectStudies(studies, filter))).toBe(expected);
  });
});

describe('what is plotted', () => {
  test.each<[string, Partial<StudyFacts>]>([
    ['plotted', { responders: { k: 9, n: 17 } }],
    ['plotted', { responders: { k: 0, n: 2 } }],
    ['single', { responders: { k: 1, n: 1 } }],
    ['disease', { responders: { k: 16, n: 24 }, outcomeKind: 'disease-response' }],
    ['percentage', { share: { percent: 54 }, n: 60 }],
    ['none', { n: 12 }]
  ])('%s: %j', (place, facts) => {
    expect(plotPlace(study('a', facts))).toBe(place);
    expect(shareOf(study('a', facts)) !== undefined).toBe(place === 'plotted');
  });

  test('is the share of those counted, not of all treated', () => {
    expect(shareOf(study('a', { n: 25, responders: { k: 6, n: 24 } }))?.share).toBe(0.25);
  });
});

describe('sorting', () => {
  const studies = [
    study('unknown'),
    study('old', { year: 1986, n: 2, responders: { k: 2, n: 2 } }),
    study('case', { year: 2021, n: 1, responders: { k: 1, n: 1 } }),
    study('large', { year: 2019, n: 78, responders: { k: 34, n: 78 } }),
    study('none', { year: 2020, n: 8, responders: { k: 0, n: 8 } }),
    study('all', { year: 2020, n: 9, responders: { k: 9, n: 9 } })
  ];

  test.each([
    ['year', 'case all none large old unknown'],
    ['n', 'large all none old case unknown'],
    ['share', 'all old large none case unknown']
  ] as const)('by %s, the unknown last', (by, expected) => {
    expect(ids(sortStudies(studies, by))).toBe(expected);
    expect(ids(sortStudies(studies.toReversed(), by))).toBe(expected);
  });

  test('leaves the list it was given as it was, and equals by their id', () => {
    const equals = [study('b'), study('a')];
    expect(ids(sortStudies(equals, 'n'))).toBe('a b');
    expect(ids(sortStudies(equals.toReversed(), 'n'))).toBe('a b');
    expect(ids(equals)).toBe('b a');
  });
});
