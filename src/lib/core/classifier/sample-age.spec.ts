import { expect, test } from 'vitest';
import { isoDay, sampleAge } from './sample-age';

const TODAY = '2026-11-24';
const value = { value: 2.3, unit: 'mmol/L' } as const;

test('the oldest dated figure is named with its age in days', () => {
  const labs = {
    totalCalcium: { ...value, sampledOn: '2026-11-20' },
    phosphate: { ...value, sampledOn: '2026-10-24' }
  };
  expect(sampleAge({ labs }, TODAY)).toEqual({
    oldest: { lab: 'phosphate', day: '2026-10-24', days: 31 },
    undated: []
  });
});

test('a figure without a day is said to have none', () => {
  expect(sampleAge({ labs: { totalCalcium: value } }, TODAY)).toEqual({
    undated: ['totalCalcium']
  });
});

test('a value from before the treatment is not in use, so its age is not either', () => {
  const labs = {
    totalCalcium: { ...value, sampledOn: '2020-01-01', when: 'before-treatment' as const }
  };
  expect(sampleAge({ labs }, TODAY)).toEqual({ undated: [] });
});

test('a day to come has an age below nothing', () => {
  const labs = { totalCalcium: { ...value, sampledOn: '2026-11-25' } };
  expect(sampleAge({ labs }, TODAY).oldest?.days).toBe(-1);
});

test('today is the day on the reader’s own calendar', () => {
  expect(isoDay(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
});
