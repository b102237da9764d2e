import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyEntry, emptyLab, parseEntry, type EntryData } from './entry-data';

const ENTRY: EntryData = {
  age: { text: '43,', unit: 'a' },
  sex: 'female',
  calciums: ['ionisedCalcium', 'totalCalcium'],
  labs: {
    totalCalcium: { ...emptyLab('mmol/L'), text: '2,3x', shownUnit: 'mg/dL', low: '2,', picked: 2 },
    phosphate: { ...emptyLab('mg/dL'), reported: 'high', confirmed: true, beforeTreatment: true }
  },
  givenAtSite: 'yes',
  exposures: { 'iv-calcium': { status: 'yes', atLesionSite: 'yes', extravasation: 'no' } },
  noOtherExposures: true,
  conditions: { dialysis: 'no' },
  noOtherConditions: true,
  damageBefore: 'yes',
  damage: ['trauma'],
  patterns: ['scrotal'],
  noPattern: false,
  depositConfirmed: 'unknown',
  signs: { fever: 'yes' },
  noOtherSigns: true,
  intervals: { set: 'us-pedsap' }
};

test('what a tab kept comes back as it was typed', () => {
  expect(parseEntry(JSON.parse(JSON.stringify(ENTRY)))).toEqual(ENTRY);
});

test('whatever was kept instead, an entry comes back', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (stored) => {
      expect(parseEntry(stored)).toEqual(emptyEntry());
    })
  );
});

test('what is not understood is as if it had not been entered', () => {
  expect(
    parseEntry({
      ...ENTRY,
      sex: 'x',
      calciums: ['potassium'],
      labs: { totalCalcium: { text: 5, unit: 'pounds', reported: 'odd' }, potassium: {} },
      givenAtSite: true,
      conditions: { dialysis: 'perhaps', gout: 'yes' },
      intervals: { set: 'moon' }
    })
  ).toMatchObject({
    sex: '',
    calciums: ['totalCalcium'],
    labs: { totalCalcium: emptyLab('mmol/L') },
    givenAtSite: '',
    conditions: { dialysis: 'unknown' }
  });
});
