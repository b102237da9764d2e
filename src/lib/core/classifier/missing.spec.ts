import { describe, expect, test } from 'vitest';
import {
  assessed,
  mmol,
  only,
  PHOSPHATE_HIGH,
  PHOSPHATE_NORMAL,
  settled,
  yes,
  type Input
} from '../../../../tests/support/findings';
import { CONDITIONS, EXPOSURES } from './vocabulary';

const missing = (findings: Input) => assessed(findings).missing;
const inputs = (findings: Input) => missing(findings).map(({ input }) => input);

describe('what is asked, with the outcome of each answer', () => {
  test('exposures that nobody answered are one question', () => {
    expect(missing(settled({ otherExposures: undefined }))).toEqual([
      { input: 'otherExposures', canChange: ['subtype'], outcomes: { none: ['idiopathic'] } }
    ]);
    expect(missing(settled({ otherExposures: 'unknown' }))).toHaveLength(1);
  });

  test('an exposure answered unknown is a question of its own, meant at the site', () => {
    const outcomes = { yes: ['iatrogenic'], no: ['idiopathic'] };
    for (const status of ['unknown', undefined])
      expect(missing(settled({ exposures: [{ id: 'iv-calcium', status }] }))).toEqual([
        { input: 'exposures.iv-calcium', canChange: ['subtype'], outcomes }
      ]);
  });

  test('its answer is weighed with the other unanswered exposures taken as no', () => {
    expect(
      missing(
        settled({ otherExposures: undefined, exposures: [{ id: 'iv-calcium', status: 'unknown' }] })
      )
    ).toEqual([
      {
        input: 'exposures.iv-calcium',
        canChange: ['subtype'],
        outcomes: { yes: ['iatrogenic'], no: ['idiopathic'] }
      }
    ]);
  });

  test('an exposure given without a site asks for the site', () => {
    const outcomes = { yes: ['iatrogenic'], no: ['idiopathic'] };
    for (const atLesionSite of ['unknown', undefined])
      expect(
        missing(settled({ exposures: [{ id: 'iv-calcium', status: 'yes', atLesionSite }] }))
      ).toEqual([{ input: 'exposures.iv-calcium.atLesionSite', canChange: ['subtype'], outcomes }]);
  });

  test('with extravasation the site is not asked', () => {
    expect(
      missing(settled({ exposures: [{ id: 'iv-calcium', status: 'yes', extravasation: 'yes' }] }))
    ).toEqual([]);
  });

  test('a systemic load asks for no site, and one that changes nothing is not listed', () => {
    expect(missing(settled({ exposures: yes('vitamin-d') }))).toEqual([]);
    expect(missing(settled({ exposures: [{ id: 'vitamin-d', status: 'unknown' }] }))).toEqual([]);
  });

  test('a figure', () => {
    expect(missing(settled({ labs: { phosphate: undefined } }))).toEqual([
      {
        input: 'labs.phosphate',
        canChange: ['subtype'],
        outcomes: { raised: ['metastatic'], 'not-raised': ['idiopathic'] }
      }
    ]);
    expect(missing(settled({ labs: { totalCalcium: undefined } }))).toEqual([
      {
        input: 'labs.totalCalcium',
        canChange: ['subtype'],
        outcomes: { raised: ['metastatic'], 'not-raised': ['idiopathic'] }
      }
    ]);
  });

  test('conditions that nobody answered are one question', () => {
    expect(missing(settled({ otherConditions: undefined }))).toEqual([
      { input: 'otherConditions', canChange: ['subtype'], outcomes: { none: ['idiopathic'] } }
    ]);
  });

  test('a condition answered unknown is a question of its own', () => {
    for (const status of ['unknown', undefined])
      expect(
        missing(settled({ conditions: [{ id: 'dermatomyositis', status }, { id: 'obesity' }] }))
      ).toEqual([
        {
          input: 'conditions.dermatomyositis',
          canChange: ['subtype'],
          outcomes: { yes: ['dystrophic'], no: ['idiopathic'] }
        }
      ]);
  });

  test('an unknown that changes nothing by itself is not listed beside the unanswered others', () => {
    const open = { otherExposures: undefined, otherConditions: undefined };
    expect(
      inputs(
        settled({
          ...open,
          exposures: [{ id: 'vitamin-d', status: 'unknown' }],
          conditions: [{ id: 'obesity', status: 'unknown' }]
        })
      )
    ).toEqual(['otherExposures', 'otherConditions']);
  });

  test('the damage', () => {
    expect(missing(settled({ lesion: { damageBefore: 'unknown' } }))).toEqual([
      {
        input: 'lesion.damageBefore',
        canChange: ['subtype'],
        outcomes: { yes: ['dystrophic'], no: ['idiopathic'] }
      }
    ]);
  });

  test('what is concurrent, where the subtype is settled', () => {
    const exposed = { exposures: [{ id: 'iv-calcium', status: 'yes', atLesionSite: 'yes' }] };
    expect(
      missing(settled({ ...exposed, otherConditions: undefined, labs: { phosphate: undefined } }))
    ).toEqual([
      {
        input: 'labs.phosphate',
        canChange: ['concurrent'],
        outcomes: { raised: ['iatrogenic'], 'not-raised': ['iatrogenic'] }
      },
      {
        input: 'otherConditions',
        canChange: ['concurrent'],
        outcomes: { none: ['iatrogenic'] }
      }
    ]);
  });

  test('one answer of several that must be no changes nothing alone and is not listed', () => {
    expect(
      inputs(settled({ otherConditions: undefined, lesion: { damageBefore: 'unknown' } }))
    ).toEqual(['lesion.damageBefore']);
  });
});

describe('variants', () => {
  const MASS = { patterns: ['periarticular-mass'] };

  test('patterns are asked when a tumoral variant waits for nothing else', () => {
    expect(missing(settled({ lesion: { patterns: undefined } }))).toEqual([
      {
        input: 'lesion.patterns',
        canChange: ['variants'],
        outcomes: { yes: ['idiopathic'], no: ['idiopathic'] }
      }
    ]);
    expect(
      missing(settled({ labs: { phosphate: PHOSPHATE_HIGH }, lesion: { patterns: undefined } }))
    ).toMatchObject([{ input: 'lesion.patterns', canChange: ['variants'] }]);
    expect(
      inputs(settled({ conditions: yes('dialysis'), lesion: { patterns: undefined } }))
    ).not.toContain('lesion.patterns');
    expect(
      inputs(settled({ otherConditions: undefined, lesion: { patterns: undefined } }))
    ).not.toContain('lesion.patterns');
  });

  test('patterns that are known are not asked again while the familial disease is open', () => {
    expect(
      inputs(
        settled({
          labs: { phosphate: PHOSPHATE_HIGH },
          conditions: [{ id: 'familial-tumoral-calcinosis', status: 'unknown' }]
        })
      )
    ).toEqual(['conditions.familial-tumoral-calcinosis']);
  });

  test('the kidneys are asked by what answers for them', () => {
    expect(
      missing(
        settled({
          labs: { phosphate: PHOSPHATE_HIGH },
          lesion: MASS,
          conditions: [{ id: 'dialysis', status: 'unknown' }]
        })
      )
    ).toEqual([
      {
        input: 'conditions.dialysis',
        canChange: ['variants'],
        outcomes: { yes: ['metastatic'], no: ['metastatic'] }
      }
    ]);
  });

  test('a phosphate load that nobody answered is asked', () => {
    expect(
      missing(
        settled({
          labs: { phosphate: PHOSPHATE_HIGH },
          lesion: MASS,
          exposures: [{ id: 'phosphate-load', status: 'unknown' }]
        })
      )
    ).toMatchObject([{ input: 'exposures.phosphate-load', canChange: ['variants'] }]);
  });

  test('a pattern that waits for the subtype is asked for with the subtype', () => {
    expect(
      missing(settled({ labs: { phosphate: undefined }, lesion: { patterns: ['scrotal'] } }))
    ).toMatchObject([{ input: 'labs.phosphate', canChange: ['subtype', 'variants'] }]);
  });

  test('an answer that only rules out a waiting pattern changes the variants, too', () => {
    const lesion = { patterns: ['scrotal'], damageBefore: 'unknown' };
    const canChange = ['subtype', 'concurrent', 'variants'];
    expect(missing(settled({ labs: { phosphate: undefined }, lesion }))).toMatchObject([
      { input: 'labs.phosphate', canChange },
      { input: 'lesion.damageBefore', canChange }
    ]);
  });
});

describe('every id answered leaves no "others" to ask', () => {
  const all = (ids: readonly string[]) => ids.map((id) => ({ id, status: 'unknown' }));

  test('of the exposures', () => {
    expect(inputs(settled({ otherExposures: undefined, exposures: all(EXPOSURES) }))).not.toContain(
      'otherExposures'
    );
    expect(
      inputs(
        settled({
          otherExposures: undefined,
          exposures: EXPOSURES.slice(1).map((id) => ({ id, status: 'no' }))
        })
      )
    ).toEqual(['otherExposures']);
  });

  test('of the conditions', () => {
    expect(
      inputs(settled({ otherConditions: undefined, conditions: all(CONDITIONS) }))
    ).not.toContain('otherConditions');
    expect(
      inputs(
        settled({
          otherConditions: undefined,
          conditions: CONDITIONS.slice(1).map((id) => ({ id, status: 'no' }))
        })
      )
    ).toEqual(['otherConditions']);
  });
});

describe('the order', () => {
  test('exposure first, then the laboratory, conditions and the lesion, where they settle as much', () => {
    expect(inputs({})).toEqual([
      'otherExposures',
      'labs.totalCalcium',
      'labs.phosphate',
      'lesion.damageBefore'
    ]);
  });

  test('the smallest worst case first', () => {
    const findings = {
      otherExposures: 'none',
      otherConditions: 'none',
      labs: { totalCalcium: mmol(2.4) },
      lesion: { damageBefore: 'unknown', patterns: [] }
    };
    expect(missing(findings).map(({ input, outcomes }) => [input, outcomes])).toEqual([
      ['labs.phosphate', { raised: ['metastatic'], 'not-raised': ['dystrophic', 'idiopathic'] }],
      [
        'lesion.damageBefore',
        { yes: ['dystrophic', 'metastatic'], no: ['idiopathic', 'metastatic'] }
      ]
    ]);
  });

  test('the smallest average before the group', () => {
    const findings = {
      otherConditions: 'none',
      labs: { totalCalcium: mmol(2.4), phosphate: PHOSPHATE_NORMAL },
      exposures: [{ id: 'iv-calcium', status: 'unknown' }],
      otherExposures: 'none',
      lesion: { damageBefore: 'unknown', patterns: [] }
    };
    expect(missing(findings).map(({ input }) => input)).toEqual([
      'exposures.iv-calcium',
      'lesion.damageBefore'
    ]);
  });

  test('a worst case that is smaller goes before a better average', () => {
    const findings = {
      otherConditions: 'none',
      labs: { totalCalcium: mmol(2.4) },
      exposures: [{ id: 'iv-calcium', status: 'unknown' }],
      otherExposures: 'none',
      lesion: { damageBefore: 'no', patterns: [] }
    };
    expect(
      missing(findings).map(({ input, outcomes }) => [input, Object.values(outcomes)])
    ).toEqual([
      ['exposures.iv-calcium', [['iatrogenic'], ['idiopathic', 'metastatic']]],
      [
        'labs.phosphate',
        [
          ['iatrogenic', 'metastatic'],
          ['iatrogenic', 'idiopathic']
        ]
      ]
    ]);
  });

  test('what settles more goes before what comes first otherwise: by its worst case', () => {
    expect(inputs(only({ otherConditions: 'none' }))).toEqual([
      'otherExposures',
      'lesion.damageBefore',
      'labs.totalCalcium',
      'labs.phosphate'
    ]);
  });

  test('and by its average, where the worst is the same', () => {
    const findings = only({ otherExposures: 'none', lesion: { patterns: ['scrotal'] } });
    const left = missing(findings).map(({ input, outcomes }) => [
      input,
      ...Object.values(outcomes).map((reachable) => reachable.length)
    ]);
    expect(left).toEqual([
      ['labs.totalCalcium', 1, 3],
      ['labs.phosphate', 1, 3],
      ['lesion.damageBefore', 2, 3],
      ['otherConditions', 3]
    ]);
  });

  test('the age stands with the laboratory', () => {
    const findings = settled({
      subject: {},
      labs: { totalCalcium: mmol(2.65) },
      conditions: [{ id: 'dermatomyositis', status: 'unknown' }],
      lesion: { patterns: [] }
    });
    expect(inputs(findings)).toEqual(['subject.age', 'conditions.dermatomyositis']);
  });
});

test('a settled answer with nothing open asks nothing', () => {
  expect(missing(settled())).toEqual([]);
});

test('every outcome is what the answer gives', () => {
  const findings = only({
    labs: { totalCalcium: mmol(2.4) },
    exposures: [{ id: 'iv-calcium', status: 'unknown' }],
    otherExposures: 'none',
    otherConditions: 'none'
  });
  const outcomes = Object.fromEntries(missing(findings).map((one) => [one.input, one.outcomes]));
  const reachable = (changes: Input) => assessed({ ...findings, ...changes }).reachable;
  expect(outcomes['exposures.iv-calcium']).toEqual({
    yes: reachable({ exposures: [{ id: 'iv-calcium', status: 'yes', atLesionSite: 'yes' }] }),
    no: reachable({ exposures: [{ id: 'iv-calcium', status: 'no' }] })
  });
  expect(outcomes['labs.phosphate']).toEqual({
    raised: reachable({ labs: { totalCalcium: mmol(2.4), phosphate: { reported: 'high' } } }),
    'not-raised': reachable({
      labs: { totalCalcium: mmol(2.4), phosphate: { reported: 'normal' } }
    })
  });
  expect(outcomes['lesion.damageBefore']).toEqual({
    yes: reachable({ lesion: { damageBefore: 'yes' } }),
    no: reachable({ lesion: { damageBefore: 'no' } })
  });
});
