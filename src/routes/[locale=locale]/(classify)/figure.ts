import { convert } from '$lib/core/quantities/convert';
import { readNumber, type NumberReading } from '$lib/core/quantities/read-number';
import type { LabId } from '$lib/core/classifier/vocabulary';
import { convertedNumber } from '$lib/i18n/numbers';
import type { LabEntry } from '$lib/state/entry-data';

export type FigureText = 'text' | 'low' | 'high';
const TEXTS = ['text', 'low', 'high'] as const;

/** What the figure says, the choice between two readings of an ambiguous one included. */
export function readFigure(lab: LabId, entry: LabEntry): NumberReading {
  const reading = readNumber(entry.text, { analyte: lab, unit: entry.unit });
  return picked(reading, entry.picked);
}

export function picked(reading: NumberReading, choice: number | undefined): NumberReading {
  const isChosen =
    reading.kind === 'ambiguous' && choice !== undefined && reading.candidates.includes(choice);
  return isChosen ? { kind: 'read', value: choice } : reading;
}

/** A limit of an interval; other than a concentration it may be 0. */
export function readLimit(lab: LabId, text: string, unit: string): NumberReading {
  const reading = readNumber(text, { analyte: lab, unit });
  return reading.kind === 'refused' && reading.reason === 'zero'
    ? { kind: 'read', value: 0 }
    : reading;
}

function readText(lab: LabId, entry: LabEntry, which: FigureText): NumberReading {
  return which === 'text' ? readFigure(lab, entry) : readLimit(lab, entry[which], entry.unit);
}

/**
 * The text of a field in the unit it shows. In the unit it was typed in it is the very text that was typed, so that
 * there and back again changes nothing.
 */
export function shownText(lab: LabId, entry: LabEntry, which: FigureText): string {
  if (entry.shownUnit === entry.unit) return entry[which];
  const reading = readText(lab, entry, which);
  if (reading.kind !== 'read') return entry[which];
  return convertedNumber(convert(lab, reading.value, entry.unit, entry.shownUnit), entry.shownUnit);
}

/** The change when a person types in a field: what is on screen becomes what was typed. */
export function typed(
  lab: LabId,
  entry: LabEntry,
  which: FigureText,
  text: string
): Partial<LabEntry> {
  const change = { ...onScreen(lab, entry), unit: entry.shownUnit, [which]: text };
  return which === 'text' ? { ...change, confirmed: false, picked: undefined } : change;
}

function onScreen(lab: LabId, entry: LabEntry): Pick<LabEntry, FigureText> {
  return {
    text: shownText(lab, entry, 'text'),
    low: shownText(lab, entry, 'low'),
    high: shownText(lab, entry, 'high')
  };
}

/**
 * The change when another unit is chosen: the figure is converted for the eye, what was typed stays. Where nothing can
 * be converted, and where the unit itself was wrong (`keepDigits`), the digits stay and mean the new unit.
 */
export function inUnit(
  lab: LabId,
  entry: LabEntry,
  unit: string,
  { keepDigits = false } = {}
): Partial<LabEntry> {
  const readings = TEXTS.map((which) => readText(lab, entry, which).kind);
  const convertible =
    readings.includes('read') && readings.every((kind) => kind === 'read' || kind === 'empty');
  if (convertible && !keepDigits) return { shownUnit: unit };
  return { ...onScreen(lab, entry), unit, shownUnit: unit, confirmed: false, picked: undefined };
}
