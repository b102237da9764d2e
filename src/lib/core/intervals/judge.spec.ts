import { describe, expect, test } from 'vitest';
import type { IntervalSetId, Reported } from '../classifier/vocabulary';
import { ageInDays, type Age } from '../quantities/age';
import type { CustomRow } from './bands';
import type { Limits } from './compare';
import { judge } from './judge';
import type { CalciumOrPhosphate } from './sets';

interface Given {
  analyte?: CalciumOrPhosphate;
  value?: number;
  unit?: string;
  printed?: Omit<Limits, 'unit'>;
  reported?: Reported;
  age?: Age;
  set?: IntervalSetId;
  custom?: CustomRow[];
}

const ADULT: Age = { value: 40, unit: 'a' };

function judged({
  analyte = 'totalCalcium',
  value,
  unit = 'mmol/L',
  printed,
  reported,
  set = 'uk-consensus',
  custom = [],
  ...rest
}: Given) {
  const age = 'age' in rest ? rest.age : ADULT;
  return judge(
    {
      quantity: value === undefined ? undefined : { analyte, value, unit },
      printed: printed && { ...printed, unit },
      reported
    },
    { set, custom, ageInDays: age && ageInDays(age) }
  );
}

const row = (high: number, more: Partial<CustomRow> = {}): CustomRow => ({
  analyte: 'totalCalcium',
  unit: 'mmol/L',
  low: 2,
  high,
  ...more
});
const years = (value: number): Age => ({ value, unit: 'a' });

describe('which interval decides', () => {
  test('the printed one goes before the flag, the custom one and the set', () => {
    expect(
      judged({
        value: 2.65,
        printed: { low: 2.2, high: 2.7 },
        reported: 'high',
        custom: [row(2.5)]
      })
    ).toEqual({
      status: 'normal',
      source: 'printed',
      limits: { low: 2.2, high: 2.7, unit: 'mmol/L' },
      isMarginal: false,
      dependsOnSet: false
    });
  });

  test('the flag goes before the custom one and the set, and has no margin', () => {
    expect(judged({ value: 2.65, reported: 'normal', custom: [row(2.5)] })).toEqual({
      status: 'normal',
      source: 'laboratory-flag',
      isMarginal: false,
      dependsOnSet: false
    });
    expect(judged({ value: 2.65, reported: 'high' })).toMatchObject({
      status: 'high',
      isMarginal: false
    });
  });

  test('the custom one goes before the set', () => {
    expect(judged({ value: 2.65, custom: [row(2.7)] })).toMatchObject({
      status: 'normal',
      source: 'custom',
      limits: { low: 2, high: 2.7, unit: 'mmol/L' },
      dependsOnSet: false
    });
  });

  test('the chosen set is last', () => {
    expect(judged({ value: 2.58, set: 'us-pedsap' })).toMatchObject({
      status: 'high',
      source: 'us-pedsap',
      limits: { low: 8.4, high: 10.2, unit: 'mg/dL' }
    });
  });

  test('a flag alone is enough, and nothing at all cannot be judged', () => {
    expect(judged({ reported: 'low' })).toMatchObject({ status: 'low', source: 'laboratory-flag' });
    expect(judged({})).toBeUndefined();
    expect(judged({ printed: { high: 2.6 } })).toBeUndefined();
  });

  test('a limit of the laboratory counts with the decimals in which it is given', () => {
    expect(judged({ value: 2.604, printed: { high: 2.603 } })?.status).toBe('high');
    expect(judged({ value: 2.604, custom: [row(2.603)] })?.status).toBe('high');
    expect(judged({ value: 2.604 })?.status).toBe('normal');
  });

  test('a printed lower limit alone lets the flag, then the set, say whether it is raised', () => {
    expect(judged({ value: 2.65, printed: { low: 2.2 }, reported: 'normal' })?.source).toBe(
      'laboratory-flag'
    );
    expect(judged({ value: 2.65, printed: { low: 2.2 } })).toMatchObject({
      status: 'high',
      source: 'uk-consensus'
    });
    expect(judged({ value: 2.15, printed: { low: 2.2 } })).toMatchObject({
      status: 'low',
      source: 'printed'
    });
  });
});

describe('margins', () => {
  test('are those of an interval, printed, custom or built-in', () => {
    expect(judged({ value: 2.61 })?.isMarginal).toBe(true);
    expect(judged({ value: 2.73 })?.isMarginal).toBe(true);
    expect(judged({ value: 2.74 })?.isMarginal).toBe(false);
    expect(judged({ value: 2.6 })?.isMarginal).toBe(false);
    expect(judged({ value: 2.61, printed: { high: 2.5 } })?.isMarginal).toBe(true);
    expect(judged({ value: 2.61, custom: [row(2.5)] })?.isMarginal).toBe(true);
  });

  test('an outer bound has none', () => {
    expect(judged({ value: 3, age: { value: 3, unit: 'mo' } })?.isMarginal).toBe(false);
  });
});

describe('an answer that depends on the built-in set', () => {
  test('calcium of 2.56 to 2.60 in an adult is raised by us-pedsap only', () => {
    expect(judged({ value: 2.55 })?.dependsOnSet).toBe(false);
    expect(judged({ value: 2.56 })?.dependsOnSet).toBe(true);
    expect(judged({ value: 2.6 })?.dependsOnSet).toBe(true);
    expect(judged({ value: 2.61 })?.dependsOnSet).toBe(false);
    expect(judged({ value: 2.56, set: 'us-pedsap' })).toMatchObject({
      status: 'high',
      dependsOnSet: true
    });
  });

  test('low against normal is not another answer: neither is raised', () => {
    expect(judged({ value: 2.15 })).toMatchObject({ status: 'low', dependsOnSet: false });
    expect(judged({ value: 2.15, set: 'us-pedsap' })).toMatchObject({
      status: 'normal',
      dependsOnSet: false
    });
  });

  test('a printed, reported or custom interval settles it', () => {
    expect(judged({ value: 2.58, printed: { high: 2.6 } })?.dependsOnSet).toBe(false);
    expect(judged({ value: 2.58, reported: 'normal' })?.dependsOnSet).toBe(false);
    expect(judged({ value: 2.58, custom: [row(2.6)] })?.dependsOnSet).toBe(false);
  });

  test('a set without a row depends on the one that fills in', () => {
    expect(judged({ value: 2.4, set: 'us-national-jewish' })).toMatchObject({
      status: 'normal',
      source: 'uk-consensus',
      dependsOnSet: true
    });
    expect(
      judged({
        value: 2.4,
        set: 'us-national-jewish',
        custom: [row(2.5, { toAge: years(18) })]
      })
    ).toMatchObject({ source: 'uk-consensus', dependsOnSet: true });
  });
});

describe('custom rows', () => {
  test('judge the ages that they cover, from inclusive, to exclusive', () => {
    const custom = [row(2.5, { fromAge: years(18), toAge: years(40) })];
    const sourceAt = (age: number) => judged({ value: 2.4, custom, age: years(age) })?.source;
    expect([17.9, 18, 39.9, 40].map(sourceAt)).toEqual([
      'uk-consensus',
      'custom',
      'custom',
      'uk-consensus'
    ]);
  });

  test('for total calcium also judge adjusted, unless one is for adjusted', () => {
    const adjusted = { analyte: 'adjustedCalcium', value: 2.4 } as const;
    expect(judged({ ...adjusted, custom: [row(2.3)] })).toMatchObject({
      status: 'high',
      source: 'custom'
    });
    expect(
      judged({ ...adjusted, custom: [row(2.3), row(2.5, { analyte: 'adjustedCalcium' })] })
    ).toMatchObject({ status: 'normal', source: 'custom' });
    expect(
      judged({
        ...adjusted,
        custom: [row(2.3), row(2.5, { analyte: 'adjustedCalcium', fromAge: years(50) })]
      })?.source
    ).toBe('uk-consensus');
  });

  test('for phosphate do not judge adjusted calcium', () => {
    const custom = [row(1.5, { analyte: 'phosphate' })];
    expect(judged({ analyte: 'adjustedCalcium', value: 2.4, custom })?.source).toBe('uk-consensus');
  });

  test('for total calcium judge neither ionised calcium nor phosphate', () => {
    const custom = [row(0.5)];
    expect(judged({ analyte: 'ionisedCalcium', value: 1.2, custom })?.source).toBe('uk-consensus');
    expect(judged({ analyte: 'phosphate', value: 1.2, custom })?.source).toBe('uk-consensus');
    expect(judged({ value: 2.4, custom: [row(2.3, { analyte: 'adjustedCalcium' })] })?.source).toBe(
      'uk-consensus'
    );
  });

  test('with a lower limit alone leave "not raised" to the set', () => {
    const custom = [{ analyte: 'totalCalcium', unit: 'mmol/L', low: 2.3 }];
    expect(judged({ value: 2.25, custom })).toMatchObject({ status: 'low', source: 'custom' });
    expect(judged({ value: 2.4, custom })).toMatchObject({
      status: 'normal',
      source: 'uk-consensus'
    });
  });

  test('judge a child whom no set covers', () => {
    const custom = [row(1.4, { analyte: 'ionisedCalcium', low: 1.1 })];
    const ionised = { analyte: 'ionisedCalcium', value: 1.45, age: years(3) } as const;
    expect(judged({ ...ionised, custom })).toMatchObject({ status: 'high', source: 'custom' });
    expect(judged(ionised)).toBeUndefined();
  });
});

describe('calcium under one year is judged by outer bounds', () => {
  const AGE: Age = { value: 3, unit: 'mo' };
  const at = (value: number, unit: string, analyte: CalciumOrPhosphate = 'totalCalcium') =>
    judged({ analyte, value, unit, age: AGE });

  test.each([
    ['mmol/L', 1.744, 1.745, 2.604, 2.605, 2.994, 2.995],
    ['mg/dL', 6.94, 6.95, 10.44, 10.45, 11.94, 11.95],
    ['meq/L', 3.494, 3.495, 5.204, 5.205, 5.994, 5.995]
  ])(
    '%s: %d low, %d to %d not raised, %d to %d unknown, %d raised',
    (unit, low, first, lastNot, unknown, lastUnknown, raised) => {
      for (const analyte of ['totalCalcium', 'adjustedCalcium'] as const) {
        expect(at(low, unit, analyte)?.status).toBe('low');
        expect(at(first, unit, analyte)?.status).toBe('not-raised');
        expect(at(lastNot, unit, analyte)?.status).toBe('not-raised');
        expect(at(unknown, unit, analyte)?.status).toBe('unknown');
        expect(at(lastUnknown, unit, analyte)?.status).toBe('unknown');
        expect(at(raised, unit, analyte)?.status).toBe('high');
      }
    }
  );

  test('which are shown as figures of that unit', () => {
    expect(at(1.5, 'mmol/L')).toEqual({
      status: 'low',
      source: 'outer-bound',
      limits: { low: 1.75, unit: 'mmol/L' },
      isMarginal: false,
      dependsOnSet: false
    });
    expect(at(12, 'mg/dL')).toMatchObject({ limits: { high: 12, unit: 'mg/dL' } });
    expect(at(5, 'meq/L')).toMatchObject({ limits: { high: 5.2, unit: 'meq/L' } });
  });

  test('between them the laboratory must say, and no source is named', () => {
    expect(at(2.8, 'mmol/L')).toEqual({
      status: 'unknown',
      isMarginal: false,
      dependsOnSet: false,
      waitsFor: 'interval'
    });
  });

  test('until the first birthday, whatever the set', () => {
    for (const set of ['uk-consensus', 'us-pedsap', 'us-national-jewish'] as const) {
      const status = (age: Age) => judged({ value: 2.8, age, set })?.status;
      expect(status({ value: 365, unit: 'd' })).toBe('unknown');
      expect(status({ value: 1, unit: 'a' })).toBe('high');
    }
  });

  test('and not when the laboratory has an interval', () => {
    expect(judged({ value: 2.8, age: AGE, printed: { high: 2.9 } })?.source).toBe('printed');
    expect(judged({ value: 2.8, age: AGE, reported: 'normal' })?.source).toBe('laboratory-flag');
    expect(judged({ value: 2.8, age: AGE, custom: [row(2.9)] })?.source).toBe('custom');
  });

  test('ionised calcium has no outer bound', () => {
    expect(at(9, 'mmol/L', 'ionisedCalcium')).toBeUndefined();
  });
});

describe('with the age not known every band has its say', () => {
  const unknown = (given: Given) => judged({ ...given, age: undefined as never });

  test('the interval that is named never contradicts the status', () => {
    const custom = [row(2.8, { toAge: years(16) }), row(2.6, { low: 2.2, fromAge: years(16) })];
    expect(unknown({ value: 2.1, custom })).toMatchObject({
      status: 'normal',
      limits: { low: 2, high: 2.8 }
    });
    expect(unknown({ value: 2.3, custom })).toMatchObject({
      status: 'normal',
      limits: { low: 2.2, high: 2.6 }
    });
    expect(unknown({ value: 1.9, custom })).toMatchObject({ status: 'low' });
  });

  test.each([
    [2.19, 'low'],
    [2.2, 'normal'],
    [2.6, 'normal'],
    [2.61, 'unknown'],
    [2.69, 'unknown'],
    [2.7, 'high']
  ])('calcium of %d is %s', (value, status) => {
    expect(unknown({ value })?.status).toBe(status);
  });

  test.each([
    [0.79, 'low'],
    [0.8, 'normal'],
    [1.29, 'normal'],
    [1.5, 'normal'],
    [1.51, 'unknown'],
    [2.6, 'unknown'],
    [2.61, 'high']
  ])('phosphate of %d is %s', (value, status) => {
    expect(unknown({ analyte: 'phosphate', value })?.status).toBe(status);
  });

  test('the age would settle a disagreement, and no source is named', () => {
    expect(unknown({ value: 2.65 })).toEqual({
      status: 'unknown',
      isMarginal: false,
      dependsOnSet: false,
      waitsFor: 'age'
    });
  });

  test('a margin is taken against the highest limit exceeded', () => {
    expect(unknown({ value: 2.82 })).toMatchObject({
      status: 'high',
      isMarginal: true,
      limits: { high: 10.8, unit: 'mg/dL' }
    });
    expect(unknown({ value: 2.83 })?.isMarginal).toBe(false);
    expect(unknown({ analyte: 'phosphate', value: 2.73 })).toMatchObject({
      isMarginal: true,
      limits: { high: 2.6 }
    });
    expect(unknown({ analyte: 'phosphate', value: 2.74 })?.isMarginal).toBe(false);
  });

  test.each([
    [2.7, 2.5],
    [2.5, 2.7]
  ])('whichever age it belongs to: children up to %d, adults up to %d', (child, adult) => {
    const custom = [row(child, { toAge: years(18) }), row(adult, { fromAge: years(18) })];
    expect(unknown({ value: 2.8, custom })).toMatchObject({
      status: 'high',
      isMarginal: true,
      limits: { high: 2.7 }
    });
    expect(unknown({ value: 2.45, custom })).toMatchObject({
      status: 'normal',
      limits: { high: 2.5 }
    });
  });

  test('another set that says otherwise in any band is told', () => {
    expect(unknown({ value: 2.55 })?.dependsOnSet).toBe(false);
    expect(unknown({ value: 2.56 })?.dependsOnSet).toBe(true);
  });

  test('low needs every band to say low', () => {
    expect(unknown({ value: 2.15, set: 'us-pedsap' })?.status).toBe('normal');
    expect(unknown({ value: 2.09, set: 'us-pedsap' })?.status).toBe('low');
    const custom = [row(2.6, { toAge: years(18) }), row(2.6, { low: 2.2, fromAge: years(18) })];
    expect(unknown({ value: 2.1, custom })?.status).toBe('normal');
  });

  test('uk-consensus fills in the ages that a set lacks, and that is told', () => {
    expect(unknown({ value: 2.3, set: 'us-national-jewish' })).toMatchObject({
      status: 'normal',
      dependsOnSet: true
    });
    expect(unknown({ analyte: 'phosphate', value: 1.3, set: 'us-pedsap' })?.dependsOnSet).toBe(
      true
    );
    expect(unknown({ value: 2.3, set: 'us-pedsap' })?.dependsOnSet).toBe(false);
  });

  test('unless there is a custom row', () => {
    const custom = [row(2.5, { fromAge: years(18) })];
    expect(unknown({ value: 2.3, set: 'us-national-jewish', custom })).toMatchObject({
      status: 'normal',
      dependsOnSet: false
    });
    expect(unknown({ value: 2.58, set: 'us-national-jewish', custom })).toMatchObject({
      status: 'unknown',
      waitsFor: 'age'
    });
  });

  test('a custom row of every age judges alone', () => {
    expect(unknown({ value: 2.65, custom: [row(2.7)] })).toMatchObject({
      status: 'normal',
      source: 'custom',
      dependsOnSet: false
    });
  });

  test('custom rows that begin and end between the bands have their say', () => {
    const custom = [row(2.3, { fromAge: years(50), toAge: years(60) })];
    expect(unknown({ value: 2.4, custom })).toMatchObject({ status: 'unknown', waitsFor: 'age' });
    expect(unknown({ value: 2.3, custom })?.status).toBe('normal');
  });

  test('the first year counts only where an interval covers it', () => {
    expect(unknown({ value: 2.8 })?.status).toBe('high');
    const custom = [row(2.9, { toAge: years(1) })];
    expect(unknown({ value: 2.8, custom })?.status).toBe('unknown');
  });

  test('ionised calcium cannot be judged, except as printed or flagged', () => {
    const ionised = { analyte: 'ionisedCalcium', value: 1.4 } as const;
    expect(unknown(ionised)).toBeUndefined();
    expect(unknown({ ...ionised, custom: [row(1.3, { analyte: 'ionisedCalcium' })] })).toBe(
      undefined
    );
    expect(unknown({ ...ionised, printed: { high: 1.33 } })?.status).toBe('high');
    expect(unknown({ ...ionised, reported: 'normal' })?.status).toBe('normal');
  });
});
