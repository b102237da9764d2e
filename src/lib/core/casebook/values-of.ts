import type { LabId } from '../classifier/vocabulary';
import type { AnyRow, LabValue } from './row-schema';

/**
 * The laboratory values of a case: those entered by themselves, and the dated ones of its assessments, each figure of one
 * day once. Values from before a treatment count as any other here: they are dated.
 */
export function valuesOf(rows: readonly AnyRow[]): LabValue[] {
  const entered = rows.filter((row) => row.kind === 'lab-value');
  const assessed = rows.flatMap((row) => (row.kind === 'assessment' ? labsOf(row) : []));
  const seen = new Set<string>();
  return [...entered, ...assessed].filter(({ on, content }) => {
    const key = `${content.analyte} ${on} ${content.value} ${content.unit}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

function labsOf(row: Extract<AnyRow, { kind: 'assessment' }>): LabValue[] {
  const { id, caseId, createdAt, updatedAt, revision, deletedAt, content } = row;
  return Object.entries(content.findings.labs ?? {}).flatMap(([analyte, lab]) =>
    lab?.value === undefined || !lab.unit || !lab.sampledOn
      ? []
      : [
          {
            ...{ id, caseId, createdAt, updatedAt, revision, deletedAt },
            kind: 'lab-value' as const,
            on: lab.sampledOn,
            content: { analyte: analyte as LabId, value: lab.value, unit: lab.unit }
          }
        ]
  );
}
