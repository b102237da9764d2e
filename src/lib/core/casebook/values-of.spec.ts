import { expect, test } from 'vitest';
import { assessmentOf } from '../classifier/assessment-of';
import type { Findings } from '../classifier/findings';
import { newRow } from './row';
import { savedBody } from './saved-assessment';
import { valuesOf } from './values-of';

const findings: Findings = {
  labs: {
    phosphate: { value: 2.1, unit: 'mmol/L', sampledOn: '2026-11-20' },
    totalCalcium: { value: 2.4, unit: 'mmol/L' },
    albumin: { reported: 'low', sampledOn: '2026-11-20' }
  }
};
const saved = newRow('assessment', 'a', 1, savedBody('case', findings, assessmentOf(findings)));
const entered = (value: number, on: string) =>
  newRow('lab-value', `${value}${on}`, 1, {
    caseId: 'case',
    on,
    content: { analyte: 'phosphate', value, unit: 'mmol/L' }
  });

test('a dated figure of an assessment is a value; one without a day or without a figure is none', () => {
  expect(valuesOf([saved]).map(({ on, content }) => ({ on, ...content }))).toEqual([
    { on: '2026-11-20', analyte: 'phosphate', value: 2.1, unit: 'mmol/L' }
  ]);
});

test('the same figure of the same day counts once, another day or figure by itself', () => {
  const rows = [
    saved,
    entered(2.1, '2026-11-20'),
    entered(2.2, '2026-11-20'),
    entered(2.1, '2026-11-21')
  ];
  expect(valuesOf(rows)).toHaveLength(3);
});

test('a figure without its unit, a unit without its figure, and what was taken back are no values', () => {
  const labs = {
    phosphate: { value: 2.1, sampledOn: '2026-11-20' },
    albumin: { unit: 'g/L' as const, sampledOn: '2026-11-20' },
    totalCalcium: undefined
  };
  const half = { ...saved, content: { ...saved.content, findings: { labs } } };
  expect(valuesOf([half])).toEqual([]);
});

test('a value belongs to the case of its assessment, and is in the trash with it', () => {
  const [value] = valuesOf([{ ...saved, deletedAt: 5 }]);
  expect(value).toMatchObject({ id: 'a', caseId: 'case', createdAt: 1, deletedAt: 5 });
});
