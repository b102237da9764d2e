import type { Study } from '$lib/content/schema';
import { grouped } from './studies';

export type Measurement = NonNullable<Study['beforeAfter']>[number];

/** Measurements of one study in one unit: they alone share a scale. */
export interface Panel {
  id: string;
  study: Study;
  unit: string;
  /** Ends of the scale: those of the score, or 0 and the highest value reported. */
  low: number;
  high: number;
  rows: Measurement[];
}

/** One panel a study and unit, in the order of the studies. */
export function panelsOf(studies: readonly Study[]): Panel[] {
  return studies.flatMap((study) =>
    grouped(study.beforeAfter ?? [], ({ unit }) => unit).map(({ key: unit, rows }) => ({
      id: `${study.id} ${unit}`,
      study,
      unit,
      ...scaleOf(unit, rows),
      rows
    }))
  );
}

function scaleOf(unit: string, rows: readonly Measurement[]): { low: number; high: number } {
  const [, low, high] = / (\d+)-(\d+)$/.exec(unit) ?? [];
  if (low && high) return { low: Number(low), high: Number(high) };
  const highest = Math.max(...rows.flatMap(({ before, after = 0 }) => [before, after]));
  return { low: 0, high: Math.max(1, Math.ceil(highest)) };
}

/** Where a value lies on the scale of its panel, in percent of its width. */
export function placeOf(value: number, { low, high }: Pick<Panel, 'low' | 'high'>): number {
  return ((value - low) / (high - low)) * 100;
}
