import { describe, expect, test } from 'vitest';
import {
  ADULT,
  assessed,
  mg,
  mmol,
  only,
  PHOSPHATE_NORMAL,
  settled,
  type LabInput
} from '../../../../tests/support/findings';

const product = (value: number, unit = 'mmol2/L2', more: LabInput = {}) => ({
  calciumPhosphateProduct: { value, unit, ...more }
});

describe('the product is supporting evidence', () => {
  const labsOf = (labs: Record<string, LabInput>) => assessed(only({ labs })).derived.product;

  test('of total calcium and phosphate in mmol/L, to two decimals', () => {
    expect(labsOf({ totalCalcium: mmol(2.48), phosphate: mmol(2.53) })).toEqual({
      value: 6.27,
      unit: 'mmol2/L2'
    });
    expect(labsOf({ totalCalcium: mg(9.6), phosphate: mg(3.4) })).toEqual({
      value: 2.63,
      unit: 'mmol2/L2'
    });
  });

  test('of the adjusted calcium where there is one, as reported before computed', () => {
    const phosphate = mmol(1.1);
    const albumin = { value: 30, unit: 'g/L' };
    expect(labsOf({ totalCalcium: mmol(2), albumin, phosphate })?.value).toBe(2.42);
    expect(
      labsOf({ totalCalcium: mmol(2), adjustedCalcium: mmol(2.4), albumin, phosphate })?.value
    ).toBe(2.64);
    expect(labsOf({ adjustedCalcium: mmol(2.4), phosphate })?.value).toBe(2.64);
  });

  test('never of ionised calcium, and never of half the figures', () => {
    expect(labsOf({ ionisedCalcium: mmol(1.2), phosphate: mmol(1.1) })).toBeUndefined();
    expect(labsOf({ totalCalcium: mmol(2.4) })).toBeUndefined();
    expect(labsOf({ phosphate: mmol(1.1) })).toBeUndefined();
    expect(labsOf({ totalCalcium: { reported: 'normal' }, phosphate: mmol(1.1) })).toBeUndefined();
    expect(labsOf({ totalCalcium: mmol(9.5), phosphate: mmol(1.1) })).toBeUndefined();
  });

  test('as entered where it was entered', () => {
    expect(
      labsOf({ totalCalcium: mmol(2.4), phosphate: mmol(1.1), ...product(55, 'mg2/dL2') })
    ).toEqual({ value: 55, unit: 'mg2/dL2' });
    expect(
      labsOf({
        totalCalcium: mmol(2.4),
        phosphate: mmol(1.1),
        calciumPhosphateProduct: { reported: 'high' }
      })?.value
    ).toBe(2.64);
  });
});

describe('a high product while calcium or phosphate is unknown makes one of them known to be raised', () => {
  const NOT_EXPOSED = { subject: ADULT, otherExposures: 'none', otherConditions: 'none' };
  const subtypeOf = (labs: Record<string, LabInput>) =>
    assessed({ ...NOT_EXPOSED, lesion: { damageBefore: 'no' }, labs }).subtype;

  test.each([
    [5.634, 'mmol2/L2', 'indeterminate'],
    [5.635, 'mmol2/L2', 'metastatic'],
    [5.64, 'mmol2/L2', 'metastatic'],
    [69.94, 'mg2/dL2', 'indeterminate'],
    [69.95, 'mg2/dL2', 'metastatic'],
    [70, 'mg2/dL2', 'metastatic']
  ])('%d %s: %s', (value, unit, subtype) => {
    expect(subtypeOf(product(value, unit))).toBe(subtype);
  });

  test('reported high is enough, whatever the figure; a normal one makes nothing known', () => {
    expect(subtypeOf({ calciumPhosphateProduct: { reported: 'high' } })).toBe('metastatic');
    expect(subtypeOf(product(3, 'mmol2/L2', { reported: 'high' }))).toBe('metastatic');
    expect(subtypeOf(product(6, 'mmol2/L2', { reported: 'normal' }))).toBe('metastatic');
    expect(subtypeOf({ calciumPhosphateProduct: { reported: 'normal' } })).toBe('indeterminate');
    expect(subtypeOf(product(6, 'mmol2/L2', { when: 'before-treatment' }))).toBe('indeterminate');
  });

  test('with one figure known and not raised as well', () => {
    expect(subtypeOf({ totalCalcium: mmol(2.4), ...product(6) })).toBe('metastatic');
    expect(subtypeOf({ phosphate: PHOSPHATE_NORMAL, ...product(6) })).toBe('metastatic');
  });

  test('a product that is computed makes nothing known', () => {
    expect(
      assessed({
        ...NOT_EXPOSED,
        subject: {},
        lesion: { damageBefore: 'no' },
        labs: { totalCalcium: mmol(2.65), phosphate: mmol(2.3) }
      })
    ).toMatchObject({ subtype: 'indeterminate', derived: { product: { value: 6.1 } } });
  });

  test('two known figures that are not raised decide against it', () => {
    const assessment = assessed(settled({ labs: product(6) }));
    expect(assessment).toMatchObject({ subtype: 'idiopathic', certainty: 'provisional' });
    expect(assessment.cautions).toContainEqual({
      id: 'product-disagrees',
      inputs: ['labs.calciumPhosphateProduct']
    });
    expect(assessed(settled({ labs: product(5.63) })).cautions).toEqual([]);
  });
});

test('a phosphate that waits for the age asks for the age, with both figures at once', () => {
  const { missing } = assessed(
    settled({ subject: {}, labs: { totalCalcium: mmol(2.65), phosphate: mmol(1.6) } })
  );
  expect(missing).toEqual([
    {
      input: 'subject.age',
      canChange: ['subtype'],
      outcomes: { raised: ['metastatic'], 'not-raised': ['idiopathic'] }
    }
  ]);
});
