import type { Reading } from '$lib/core/classifier/assessment';
import type { LabId } from '$lib/core/classifier/vocabulary';
import { CALCIUM_KINDS, type CalciumKind } from '$lib/state/entry-data';
import { entry } from '$lib/state/entry.svelte';

/** The same digits in the unit, and as the kind of calcium, that was meant. */
export function acceptReading(lab: LabId, { analyte, unit }: Reading): void {
  const figure = { ...entry.lab(lab), unit, shownUnit: unit, confirmed: false };
  if (analyte === lab) entry.setLab(lab, figure);
  else if (isCalcium(lab) && isCalcium(analyte)) changeKind(lab, analyte, figure);
}

/** What was typed moves to the other kind; where that has a field of its own the two change places. */
export function changeKind(from: CalciumKind, to: CalciumKind, figure = entry.lab(from)): void {
  const { calciums, labs } = entry.current;
  const other = labs[to];
  entry.current.calciums = calciums.map((kind) => (kind === from ? to : kind === to ? from : kind));
  labs[to] = figure;
  if (other) labs[from] = other;
  else delete labs[from];
}

function isCalcium(lab: LabId): lab is CalciumKind {
  return (CALCIUM_KINDS as readonly string[]).includes(lab);
}
