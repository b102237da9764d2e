import { describe, expect, test } from 'vitest';
import {
  assessed,
  cautionsOf,
  INFANT,
  mg,
  mmol,
  settled,
  yes,
  type Input,
  type LabInput
} from '../../../../tests/support/findings';

const albumin = (value: number, unit = 'g/L') => ({ albumin: { value, unit } });

/** Labs beside a normal phosphate, in an adult whose kidneys are known not to be impaired. */
const calcium = (labs: Record<string, LabInput | undefined>, more: Input = {}) =>
  assessed(settled({ ...more, labs: { totalCalcium: undefined, ...labs } }));
const basis = (labs: Record<string, LabInput | undefined>, more: Input = {}) =>
  calcium(labs, more).derived.calcium.basis;

describe('which calcium decides', () => {
  const total = { totalCalcium: mmol(2.4) };
  const adjusted = { adjustedCalcium: mmol(2.45) };
  const ionised = { ionisedCalcium: mmol(1.2) };

  test('ionised, else adjusted as reported, else computed, else total', () => {
    expect(basis({ ...total, ...adjusted, ...ionised, ...albumin(40) })).toBe('ionisedCalcium');
    expect(basis({ ...total, ...adjusted, ...albumin(40) })).toBe('adjustedCalcium');
    expect(basis({ ...total, ...albumin(40) })).toBe('computedAdjustedCalcium');
    expect(basis(total)).toBe('totalCalcium');
    expect(calcium({}).derived.calcium).toEqual({ status: 'unknown' });
  });

  test('a flag alone decides too, and is named as what it is', () => {
    expect(calcium({ ionisedCalcium: { reported: 'high' }, ...total }).derived.calcium).toEqual({
      status: 'high',
      basis: 'reported',
      interval: { source: 'laboratory-flag' }
    });
  });

  test('a value without an interval for the age yields to the next', () => {
    const child = { subject: { age: { value: 10, unit: 'a' } } };
    expect(basis({ ...ionised, ...total }, child)).toBe('totalCalcium');
    expect(basis({ ...ionised, ...total }, { subject: {} })).toBe('totalCalcium');
  });

  test('an unconfirmed slip yields to the next', () => {
    expect(basis({ adjustedCalcium: mmol(9.5), ...total })).toBe('totalCalcium');
    expect(basis({ adjustedCalcium: mmol(9.5, { confirmed: true }), ...total })).toBe(
      'adjustedCalcium'
    );
  });

  test('a value from before the treatment is ignored', () => {
    expect(basis({ ionisedCalcium: mmol(1.5, { when: 'before-treatment' }), ...total })).toBe(
      'totalCalcium'
    );
    expect(basis({ ...total, albumin: { value: 20, unit: 'g/L', when: 'before-treatment' } })).toBe(
      'totalCalcium'
    );
  });

  test('an infant’s calcium between the outer bounds stays unknown and does not yield', () => {
    const infant = { subject: INFANT };
    expect(
      calcium({ adjustedCalcium: mmol(2.8), totalCalcium: mmol(2.5) }, infant).derived.calcium
    ).toEqual({ status: 'unknown' });
  });
});

describe('adjustment for albumin by Payne', () => {
  test.each([
    [mmol(2.1), albumin(30), 2.3, 'mmol/L'],
    [mmol(2.35), albumin(40), 2.35, 'mmol/L'],
    [mmol(2.5), albumin(45), 2.4, 'mmol/L'],
    [mmol(2.1), albumin(3, 'g/dL'), 2.3, 'mmol/L'],
    [mmol(2.333), albumin(37.4), 2.39, 'mmol/L'],
    [mg(8.4), albumin(30), 9.2, 'mg/dL'],
    [{ value: 4.2, unit: 'meq/L' }, albumin(30), 4.6, 'meq/L']
  ])('%j with %j is %d %s', (totalCalcium, albuminLab, adjusted, unit) => {
    expect(calcium({ totalCalcium, ...albuminLab }).derived.adjustment).toEqual({
      total: totalCalcium.value,
      adjusted,
      unit,
      reliable: 'yes'
    });
  });

  test('needs usable figures of both', () => {
    expect(calcium({ totalCalcium: mmol(2.4) }).derived).not.toHaveProperty('adjustment');
    expect(calcium(albumin(30)).derived).not.toHaveProperty('adjustment');
    expect(
      calcium({ totalCalcium: { reported: 'normal' }, ...albumin(30) }).derived
    ).not.toHaveProperty('adjustment');
    expect(
      calcium({ totalCalcium: mmol(2.4), albumin: { reported: 'low' } }).derived
    ).not.toHaveProperty('adjustment');
    expect(calcium({ totalCalcium: mmol(2.4), ...albumin(4.1) }).derived).not.toHaveProperty(
      'adjustment'
    );
    expect(calcium({ totalCalcium: mmol(9.5), ...albumin(30) }).derived).not.toHaveProperty(
      'adjustment'
    );
  });

  test('is judged by the interval of the total, printed or not, never by its flag', () => {
    expect(
      calcium({ totalCalcium: mmol(2.4, { interval: { low: 2.1, high: 2.45 } }), ...albumin(35) })
        .derived.calcium
    ).toEqual({
      status: 'high',
      basis: 'computedAdjustedCalcium',
      interval: { low: 2.1, high: 2.45, unit: 'mmol/L', source: 'printed' }
    });
    const flagged = calcium({ totalCalcium: mmol(2.4, { reported: 'high' }), ...albumin(40) });
    expect(flagged.derived.calcium).toMatchObject({
      status: 'normal',
      interval: { source: 'uk-consensus' }
    });
    expect(flagged.cautions.map(({ id }) => id)).toContain('adjusted-and-total-calcium-disagree');
  });

  test('is judged by a custom row for total calcium, not by one for adjusted', () => {
    const custom = [
      { analyte: 'adjustedCalcium', unit: 'mmol/L', high: 2 },
      { analyte: 'totalCalcium', unit: 'mmol/L', high: 2.5 }
    ];
    const labs = { totalCalcium: mmol(2.4), ...albumin(40) };
    expect(calcium(labs, { intervals: { custom } }).derived.calcium).toMatchObject({
      status: 'normal',
      interval: { source: 'custom', high: 2.5 }
    });
  });
});

/** Total normal, adjusted raised: 2.50 with albumin 30 g/L is 2.70. */
const DISAGREEING = { totalCalcium: mmol(2.5), ...albumin(30) };
const UNRELIABLE: [string, Input, Record<string, LabInput>][] = [
  ['albumin is below 20 g/L', {}, { totalCalcium: mmol(2.3), ...albumin(19.9) }],
  ['kidneys are impaired', { conditions: yes('renal-failure') }, DISAGREEING],
  ['a paraprotein is there', { conditions: yes('paraprotein') }, DISAGREEING],
  ['acid and base are disturbed', { conditions: yes('acid-base-disturbance') }, DISAGREEING]
];

describe('adjusted and total calcium disagree on raised or not', () => {
  test('the adjusted decides, provisionally', () => {
    const assessment = calcium(DISAGREEING);
    expect(assessment).toMatchObject({
      subtype: 'metastatic',
      certainty: 'provisional',
      derived: {
        calcium: { status: 'high', basis: 'computedAdjustedCalcium' },
        adjustment: { reliable: 'yes' }
      }
    });
    expect(assessment.cautions).toContainEqual({
      id: 'adjusted-and-total-calcium-disagree',
      inputs: ['labs.totalCalcium', 'labs.albumin']
    });
  });

  test('as reported against total as well', () => {
    expect(
      calcium({ adjustedCalcium: mmol(2.8), totalCalcium: mmol(2.4) }).cautions
    ).toContainEqual({
      id: 'adjusted-and-total-calcium-disagree',
      inputs: ['labs.adjustedCalcium', 'labs.totalCalcium']
    });
  });

  test('as reported and computed are not compared', () => {
    expect(
      cautionsOf(
        settled({
          labs: { adjustedCalcium: mmol(2.8), totalCalcium: mmol(2.8), ...albumin(55) }
        })
      )
    ).not.toContain('adjusted-and-total-calcium-disagree');
  });

  test('low against normal is no disagreement', () => {
    expect(
      cautionsOf(settled({ labs: { adjustedCalcium: mmol(2.1), totalCalcium: mmol(2.4) } }))
    ).not.toContain('adjusted-and-total-calcium-disagree');
  });

  test('an adjusted value that nobody can judge disagrees with nothing', () => {
    const labs = { adjustedCalcium: mmol(2.8), totalCalcium: mmol(3.1) };
    const ids = calcium(labs, { subject: INFANT }).cautions.map(({ id }) => id);
    expect(ids).not.toContain('adjusted-and-total-calcium-disagree');
  });

  test.each(UNRELIABLE)(
    'when %s calcium is unknown, and ionised is to be ordered',
    (_, more, labs) => {
      const assessment = calcium(labs, more);
      expect(assessment.derived.calcium).toEqual({ status: 'unknown' });
      expect(assessment.derived.adjustment?.reliable).toBe('no');
      expect(assessment.subtype).toBe('indeterminate');
      expect(assessment.reachable).toEqual(['idiopathic', 'metastatic']);
      expect(assessment.missing[0]).toEqual({
        input: 'labs.ionisedCalcium',
        canChange: ['subtype'],
        outcomes: { raised: ['metastatic'], 'not-raised': ['idiopathic'] }
      });
    }
  );

  test('under 28 days too', () => {
    const newborn = (value: number) =>
      calcium(
        { totalCalcium: mmol(2.5, { interval: { low: 2, high: 2.6 } }), ...albumin(30) },
        { subject: { age: { value, unit: 'd' } } }
      ).derived;
    expect(newborn(27).calcium).toEqual({ status: 'unknown' });
    expect(newborn(28).calcium.status).toBe('high');
  });

  test('with albumin of exactly 20 g/L adjustment is still reliable', () => {
    expect(calcium({ totalCalcium: mmol(2.3), ...albumin(20) }).derived).toMatchObject({
      calcium: { status: 'high' },
      adjustment: { reliable: 'yes' }
    });
  });

  test('with kidneys unknown the adjusted decides, and nobody knows whether it is reliable', () => {
    const assessment = calcium(DISAGREEING, { otherConditions: 'unknown' });
    expect(assessment.derived.adjustment?.reliable).toBe('unknown');
    expect(assessment.derived.calcium.status).toBe('high');
  });

  test('where they agree, unreliable adjustment takes nothing away', () => {
    expect(
      calcium({ totalCalcium: mmol(2.4), ...albumin(40) }, { conditions: yes('dialysis') }).derived
    ).toMatchObject({ calcium: { status: 'normal' }, adjustment: { reliable: 'no' } });
  });
});

describe('ionised against total or adjusted calcium', () => {
  test('ionised decides, provisionally, whatever makes adjustment unreliable', () => {
    const assessment = calcium(
      { ionisedCalcium: mmol(1.5), totalCalcium: mmol(2.4) },
      { conditions: yes('paraprotein') }
    );
    expect(assessment).toMatchObject({
      subtype: 'metastatic',
      certainty: 'provisional',
      derived: { calcium: { status: 'high', basis: 'ionisedCalcium' } }
    });
    expect(assessment.cautions).toContainEqual({
      id: 'ionised-and-total-calcium-disagree',
      inputs: ['labs.ionisedCalcium', 'labs.totalCalcium']
    });
  });

  test('each of those that disagree is named once, and the adjusted caution does not appear', () => {
    const assessment = calcium({
      ionisedCalcium: mmol(1.2),
      adjustedCalcium: mmol(2.9),
      ...DISAGREEING
    });
    expect(assessment.cautions.map(({ id }) => id)).not.toContain(
      'adjusted-and-total-calcium-disagree'
    );
    expect(assessment.cautions).toContainEqual({
      id: 'ionised-and-total-calcium-disagree',
      inputs: ['labs.ionisedCalcium', 'labs.adjustedCalcium', 'labs.totalCalcium', 'labs.albumin']
    });
  });

  test('agreement, or a total that cannot be judged, raises nothing', () => {
    const labs = (totalCalcium: LabInput) =>
      cautionsOf(settled({ labs: { ionisedCalcium: mmol(1.2), totalCalcium } }));
    expect(labs(mmol(2.4))).not.toContain('ionised-and-total-calcium-disagree');
    expect(labs(mmol(9.5))).not.toContain('ionised-and-total-calcium-disagree');
    const infant = settled({
      subject: INFANT,
      labs: { ionisedCalcium: mmol(1.2, { reported: 'normal' }), totalCalcium: mmol(2.8) }
    });
    expect(cautionsOf(infant)).not.toContain('ionised-and-total-calcium-disagree');
  });
});

describe('when no calcium is known one thing is asked', () => {
  const asked = (labs: Record<string, LabInput | undefined>, more: Input = {}) =>
    calcium(labs, more)
      .missing.map(({ input }) => input)
      .filter((input) => input !== 'labs.phosphate');

  test('total calcium, when there is none', () => {
    expect(asked({})).toEqual(['labs.totalCalcium']);
  });

  test('ionised calcium, where adjustment is unreliable', () => {
    expect(asked({}, { conditions: yes('dialysis') })).toEqual(['labs.ionisedCalcium']);
    expect(asked(albumin(15))).toEqual(['labs.ionisedCalcium']);
  });

  test('the laboratory’s interval, for the calcium that decides', () => {
    expect(asked({ totalCalcium: mmol(2.8) }, { subject: INFANT })).toEqual([
      'labs.totalCalcium.interval'
    ]);
    expect(
      asked({ adjustedCalcium: mmol(2.8), totalCalcium: mmol(2.4) }, { subject: INFANT })
    ).toEqual(['labs.adjustedCalcium.interval']);
    expect(asked({ totalCalcium: mmol(2.8), ...albumin(40) }, { subject: INFANT })).toEqual([
      'labs.totalCalcium.interval'
    ]);
    expect(asked({ ionisedCalcium: mmol(1.2) }, { subject: INFANT })).toEqual([
      'labs.ionisedCalcium.interval'
    ]);
  });

  test('the age, where only that is lacking', () => {
    expect(asked({ totalCalcium: mmol(2.65) }, { subject: {} })).toEqual(['subject.age']);
    expect(asked({ ionisedCalcium: mmol(1.2) }, { subject: {} })).toEqual(['subject.age']);
  });

  test('the figure anew, when it is a suspected slip', () => {
    expect(asked({ totalCalcium: mmol(9.5) })).toEqual(['labs.totalCalcium']);
  });
});
