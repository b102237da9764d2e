import { describe, expect, test } from 'vitest';
import { areaOf, bandsOf, changesSince, seriesOf, valueSeries } from './follow-up';
import { newRow } from './row';
import type { LabValue, LesionVisit, Treatment } from './row-schema';

const visit = (on: string, seen: Partial<LesionVisit['content']>, made = 1, lesionId = 'l') =>
  newRow('lesion-visit', `${on} ${made}`, made, {
    caseId: '',
    lesionId,
    on,
    content: { remark: '', ...seen }
  });
const lab = (on: string, value: number, unit: string, made = 1): LabValue =>
  newRow('lab-value', `${on} ${value}`, made, {
    caseId: '',
    on,
    content: { analyte: 'totalCalcium', value, unit }
  });
const treatment = (name: string, startedOn: string, stoppedOn: string): Treatment =>
  newRow('treatment', name, 1, {
    caseId: '',
    startedOn,
    stoppedOn,
    content: { name, dose: '', effect: '', adverse: '' }
  });
const trashed = <Row extends { deletedAt: number }>(row: Row): Row => ({ ...row, deletedAt: 5 });

describe('the area', () => {
  test('is that of an ellipse with the two diameters', () => {
    expect(areaOf({ lengthMm: 20, widthMm: 10, remark: '' })).toBeCloseTo(157.08, 2);
  });

  test('does not depend on which diameter is called the length', () => {
    expect(areaOf({ lengthMm: 3.3, widthMm: 7.7, remark: '' })).toBe(
      areaOf({ lengthMm: 7.7, widthMm: 3.3, remark: '' })
    );
  });

  test('is not known from one diameter', () => {
    expect(areaOf({ lengthMm: 20, remark: '' })).toBeUndefined();
    expect(areaOf({ widthMm: 20, remark: '' })).toBeUndefined();
  });
});

describe('the series of a lesion', () => {
  const rows = [
    visit('2026-03-01', { lengthMm: 9, widthMm: 4, pain: 0 }),
    visit('2026-01-01', { lengthMm: 12, hindrance: 7 }),
    visit('2026-02-01', { pain: 3 }),
    visit('', { lengthMm: 99 }),
    visit('2026-02-02', { lengthMm: 99 }, 1, 'another'),
    trashed(visit('2026-02-03', { lengthMm: 99 }))
  ];

  test('is in the order of its days, without what was not measured, has no day or is in the trash', () => {
    expect(seriesOf(rows, 'l', 'length')).toEqual([
      { on: '2026-01-01', value: 12 },
      { on: '2026-03-01', value: 9 }
    ]);
    expect(seriesOf(rows, 'l', 'hindrance')).toEqual([{ on: '2026-01-01', value: 7 }]);
  });

  test('has an area only where both diameters were measured', () => {
    expect(seriesOf(rows, 'l', 'area').map(({ on }) => on)).toEqual(['2026-03-01']);
  });

  test('keeps a pain of 0, which is a finding', () => {
    expect(seriesOf(rows, 'l', 'pain').map(({ value }) => value)).toEqual([3, 0]);
  });

  test('has two visits of one day in the order in which they were entered', () => {
    const twice = [visit('2026-01-01', { pain: 2 }, 20), visit('2026-01-01', { pain: 1 }, 10)];
    expect(seriesOf(twice, 'l', 'pain').map(({ value }) => value)).toEqual([1, 2]);
  });
});

describe('the values of an analyte', () => {
  test('are shown in the unit of the newest, with what was printed', () => {
    const series = valueSeries(
      [lab('2026-02-01', 2.5, 'mmol/L'), lab('2026-01-01', 10, 'mg/dL')],
      'totalCalcium'
    );
    expect(series).toMatchObject({
      unit: 'mmol/L',
      points: [
        { on: '2026-01-01', printed: { value: 10, unit: 'mg/dL' } },
        { on: '2026-02-01', value: 2.5 }
      ],
      leftOut: []
    });
    expect(series?.points[0]?.value).toBeCloseTo(2.495, 3);
    expect(series?.points[1]).not.toHaveProperty('printed');
  });

  test('that cannot be converted or have no day are left out with the reason', () => {
    const series = valueSeries(
      [lab('2026-03-01', 5, 'furlong'), lab('2026-02-01', 2.5, 'mmol/L'), lab('', 2.1, 'mmol/L')],
      'totalCalcium'
    );
    expect(series?.unit).toBe('mmol/L');
    expect(series?.points).toEqual([{ on: '2026-02-01', value: 2.5 }]);
    expect(series?.leftOut).toEqual([
      { id: '2026-03-01 5', on: '2026-03-01', value: 5, unit: 'furlong', reason: 'unit-not-known' },
      { id: ' 2.1', on: '', value: 2.1, unit: 'mmol/L', reason: 'no-day' }
    ]);
  });

  test('in a unit that is not known are a series of their own when there is nothing else', () => {
    const series = valueSeries([lab('2026-03-01', 5, 'furlong')], 'totalCalcium');
    expect(series).toEqual({
      unit: 'furlong',
      points: [{ on: '2026-03-01', value: 5 }],
      leftOut: []
    });
  });

  test('of another analyte or in the trash are not among them', () => {
    const rows = [lab('2026-02-01', 2.5, 'mmol/L'), trashed(lab('2026-03-01', 9, 'mg/dL'))];
    expect(valueSeries(rows, 'phosphate')).toBeUndefined();
    expect(valueSeries(rows, 'totalCalcium')).toMatchObject({ unit: 'mmol/L', leftOut: [] });
  });
});

describe('the last visit against the one before', () => {
  test('says what changed, from what to what', () => {
    const changes = changesSince([
      visit('2026-02-01', { lengthMm: 8, widthMm: 5, pain: 0, ulcer: 'no', morphology: 'plate' }),
      visit('2025-01-01', { lengthMm: 99 }),
      visit('2026-01-01', { lengthMm: 10, widthMm: 5, pain: 4, ulcer: 'yes', morphology: 'plate' })
    ]);
    expect(changes).toMatchObject({ from: '2026-01-01', to: '2026-02-01', incomparable: [] });
    expect(changes?.changed.map(({ of }) => of)).toEqual(['length', 'area', 'ulcer', 'pain']);
    expect(changes?.changed).toContainEqual({ of: 'ulcer', from: 'yes', to: 'no' });
    expect(changes?.changed).toContainEqual({ of: 'pain', from: 4, to: 0 });
  });

  test('never takes for "no" what is not known or was not looked at', () => {
    const changes = changesSince([
      visit('2026-01-01', { ulcer: 'unknown', pain: 3 }),
      visit('2026-02-01', { ulcer: 'yes', infection: 'no', hindrance: 0 })
    ]);
    expect(changes?.changed).toEqual([]);
    expect(changes?.incomparable).toEqual([
      { of: 'ulcer', to: 'yes' },
      { of: 'infection', to: 'no' },
      { of: 'pain', from: 3 },
      { of: 'hindrance', to: 0 }
    ]);
  });

  test('is silent on what neither day knows', () => {
    const changes = changesSince([
      visit('2026-01-01', { ulcer: 'unknown' }),
      visit('2026-02-01', {})
    ]);
    expect(changes).toMatchObject({ changed: [], incomparable: [] });
  });

  test('needs two visits that have a day and are not in the trash', () => {
    expect(changesSince([])).toBeUndefined();
    expect(
      changesSince([
        visit('2026-01-01', {}),
        visit('', { pain: 1 }),
        trashed(visit('2026-02-01', {}))
      ])
    ).toBeUndefined();
  });
});

describe('the bands of the treatments', () => {
  const bands = (...rows: Treatment[]) => bandsOf(rows, '2026-01-01', '2026-06-30');

  test('are clipped to the window, and say so', () => {
    expect(bands(treatment('a', '2025-01-01', '2026-12-31'))).toMatchObject([
      { from: '2026-01-01', to: '2026-06-30', startedBefore: true, goesOn: true }
    ]);
    expect(bands(treatment('a', '2026-01-01', '2026-06-30'))).toMatchObject([
      { from: '2026-01-01', to: '2026-06-30', startedBefore: false, goesOn: false }
    ]);
  });

  test('end where the treatment was stopped', () => {
    expect(bands(treatment('a', '2026-02-01', '2026-03-01'))).toMatchObject([
      { from: '2026-02-01', to: '2026-03-01', startedBefore: false, goesOn: false }
    ]);
  });

  test('are there for a single day, the first and the last of the window too', () => {
    const days = ['2026-01-01', '2026-03-01', '2026-06-30'];
    expect(bands(...days.map((day) => treatment(day, day, day)))).toMatchObject(
      days.map((day) => ({ from: day, to: day }))
    );
    expect(bands(treatment('a', '2025-01-01', '2026-01-01'))).toMatchObject([
      { from: '2026-01-01', to: '2026-01-01', startedBefore: true, goesOn: false }
    ]);
  });

  test('go on where no end is known', () => {
    expect(bands(treatment('a', '2026-02-01', ''))).toMatchObject([
      { from: '2026-02-01', to: '2026-06-30', goesOn: true }
    ]);
  });

  test('leave out what lies outside, has no first day, ends before it starts or is in the trash', () => {
    expect(
      bands(
        treatment('before', '2025-01-01', '2025-12-31'),
        treatment('after', '2026-07-01', ''),
        treatment('after, and stopped', '2026-07-01', '2026-07-02'),
        treatment('no day', '', '2026-03-01'),
        treatment('slip', '2026-04-01', '2026-03-01'),
        trashed(treatment('trash', '2026-02-01', ''))
      )
    ).toEqual([]);
  });

  test('stand in the order in which the treatments were started', () => {
    const order = bands(
      treatment('b', '2026-03-01', ''),
      treatment('a', '2026-02-01', ''),
      treatment('d', '2026-04-01', ''),
      treatment('c', '2026-03-01', '')
    );
    expect(order.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd']);
  });
});
