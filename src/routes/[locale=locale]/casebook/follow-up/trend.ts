import { decimal, subtract, toNumber, toText } from '$lib/core/quantities/decimal';
import { roundHalfUp } from '$lib/core/quantities/convert';
import { convertedNumber, exactNumber, localNumber, withUnit } from '$lib/i18n/numbers';
import { unitName } from '$lib/i18n/wording-units';

/** Limits of a reference interval, in the unit of the points. */
export interface Limits {
  low?: number;
  high?: number;
}

export interface Axis {
  low: number;
  high: number;
  ticks: { value: number; text: string }[];
}

const MOST_TICKS = 5;
const STEPS = [1, 2, 5, 10];
/** What begins at nothing is drawn from there: on a cut axis half a millimetre would look like a cure. */
const FROM_ZERO = ['mm', 'mm2', '/10'];

/** The scale of the values: round ticks that enclose them and the reference interval; a score has that of its own. */
export function axisOf(values: readonly number[], { low, high }: Limits, unit: string): Axis {
  const all = [
    ...values,
    ...(low === undefined ? [] : [low]),
    ...(high === undefined ? [] : [high])
  ];
  const lowest = FROM_ZERO.includes(unit) ? 0 : Math.min(...all);
  const highest = unit === '/10' ? 10 : Math.max(...all);
  const span = highest - lowest || Math.abs(highest) || 1;
  const power = 10 ** Math.floor(Math.log10(span / MOST_TICKS));
  const step = power * (STEPS.find((times) => span / (power * times) <= MOST_TICKS) ?? 10);
  const [first, last] = [Math.floor(lowest / step), Math.ceil(highest / step)];
  const decimals = Math.max(0, -Math.floor(Math.log10(step)));
  // A line along the edge of the plot would be a flat line without its axis.
  const end = last === first ? last + 1 : last;
  return {
    low: first * step,
    high: end * step,
    ticks: Array.from({ length: end - first + 1 }, (_, count) => {
      const value = (first + count) * step;
      return { value, text: localNumber(roundHalfUp(value, decimals)) };
    })
  };
}

/** Where a day lies between two others, from 0 to 1; in the middle when there is one day alone. */
export function shareOfTime(on: string, from: string, to: string): number {
  const [at, start, end] = [on, from, to].map((day) => Date.parse(day)) as [number, number, number];
  return end === start ? 0.5 : (at - start) / (end - start);
}

/** More than a person or a laboratory writes: such a figure was computed. */
const MOST_DECIMALS = 3;
const AREA_DECIMALS = 1;

/** A figure with all its digits as it was printed, or rounded when it was computed. */
export function figureText(value: number, unit: string): string {
  const own = toText(decimal(value)).split('.')[1]?.length ?? 0;
  if (own <= MOST_DECIMALS) return exactNumber(value, unit);
  return unit === 'mm2'
    ? localNumber(roundHalfUp(value, AREA_DECIMALS))
    : convertedNumber(value, unit);
}

/** UCUM as it is printed; the units of a lesion, too. */
export const unitText = (unit: string): string => (unit === 'mm2' ? 'mm²' : unitName(unit));

export function quantityText(value: number, unit: string): string {
  const figure = figureText(value, unit);
  return unit === '/10' ? `${figure}/10` : withUnit(figure, unitText(unit));
}

/** With its sign; a true minus. */
export function changeText(from: number, to: number, unit: string): string {
  const change = toNumber(subtract(decimal(to), decimal(from)));
  const size =
    unit === '/10' ? figureText(Math.abs(change), unit) : quantityText(Math.abs(change), unit);
  return `${change < 0 ? '−' : '+'}${size}`;
}
