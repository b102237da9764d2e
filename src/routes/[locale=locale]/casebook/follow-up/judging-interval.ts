import type { AnyRow } from '$lib/core/casebook/row-schema';
import { assessmentOf } from '$lib/core/classifier/assessment-of';
import type { LabId } from '$lib/core/classifier/vocabulary';

/**
 * The reference interval that judged this analyte in the last assessment of the case, where it is in the unit of the plot:
 * the one that holds for this patient's age and laboratory. Nothing where no assessment used one.
 */
export function judgingInterval(
  rows: readonly AnyRow[],
  lab: LabId,
  unit: string
): { low?: number; high?: number } {
  const last = rows.findLast(
    (row) => row.kind === 'assessment' && row.content.findings.labs?.[lab]
  );
  if (last?.kind !== 'assessment') return {};
  const { calcium, phosphate } = assessmentOf(last.content.findings).derived;
  const isCalcium = /Calcium$/.test(lab);
  const { interval } = isCalcium ? calcium : lab === 'phosphate' ? phosphate : {};
  if (interval?.unit !== unit) return {};
  const { low, high } = interval;
  return { ...(low !== undefined && { low }), ...(high !== undefined && { high }) };
}
