import type { Assessment, JudgedStatus } from '$lib/core/classifier/assessment';
import type { LabId } from '$lib/core/classifier/vocabulary';
import { convert, displayDecimals, roundHalfUp } from '$lib/core/quantities/convert';
import { UNITS } from '$lib/core/quantities/units';
import {
  convertedNumber,
  exactNumber,
  exactQuantity,
  intervalText,
  localNumber,
  withUnit
} from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages';
import { intervalSourceName, statusName } from '$lib/i18n/wording';
import type { LabEntry } from '$lib/state/entry-data';
import { readFigure } from './figure';

/** What was understood, in the reader's number format: `2.35 mmol/L (9.42 mg/dL), within 2.20–2.60`. */
export function echoOf(lab: LabId, entry: LabEntry, { derived }: Assessment): string {
  const reading = readFigure(lab, entry);
  if (reading.kind !== 'read') return '';
  const quantity = bothUnits(lab, reading.value, entry);
  const judged = judgedHere(lab, entry, derived);
  const echo = judged ? `${quantity}, ${statusText(judged, lab, entry.shownUnit)}` : quantity;
  const { adjustment } = derived;
  if (lab !== 'totalCalcium' || !adjustment) return echo;
  const adjusted = exactQuantity(adjustment.adjusted, adjustment.unit);
  const decides = derived.calcium.basis === 'computedAdjustedCalcium';
  const status = decides ? `, ${statusText(derived.calcium, lab, adjustment.unit)}` : '';
  return `${echo}${m.semicolon()}${m.echo_adjusted({ adjusted })}${status}`;
}

/** The figure as typed, and the same in the other unit; the unit on screen comes first. */
function bothUnits(lab: LabId, value: number, { unit, shownUnit }: LabEntry): string {
  const other = shownUnit === unit ? otherUnit(lab, unit) : shownUnit;
  const typed = exactQuantity(value, unit);
  if (!other) return typed;
  const converted = withUnit(convertedNumber(convert(lab, value, unit, other), other), other);
  return shownUnit === unit ? `${typed} (${converted})` : `${converted} (${typed})`;
}

function otherUnit(lab: LabId, unit: string): string | undefined {
  const units: readonly string[] = UNITS[lab];
  return unit === units[0] ? units[1] : units[0];
}

/** The judgement that rests on this very figure, if one does. */
function judgedHere(
  lab: LabId,
  entry: LabEntry,
  { calcium, phosphate }: Assessment['derived']
): JudgedStatus | undefined {
  const judged = lab === 'phosphate' ? phosphate : calcium;
  if (judged.basis === lab) return judged;
  const isCalciumOrPhosphate = /calcium$|^phosphate$/i.test(lab);
  return judged.basis === 'reported' && isCalciumOrPhosphate && entry.reported ? judged : undefined;
}

/** `within 2.20–2.60`, `above 1.50`, or the word with who judged. */
export function statusText({ status, interval }: JudgedStatus, lab: LabId, unit: string): string {
  const limit = (value: number | undefined) =>
    value === undefined || !interval?.unit ? undefined : limitText(value, lab, interval.unit, unit);
  const low = limit(interval?.low);
  const high = limit(interval?.high);
  if (status === 'high' && high) return m.echo_above({ limit: high });
  if (status === 'low' && low) return m.echo_below({ limit: low });
  if (status === 'normal' && (low || high))
    return m.echo_within({ interval: intervalText(low, high) });
  return interval
    ? `${statusName[status]()} (${intervalSourceName[interval.source]()})`
    : statusName[status]();
}

function limitText(value: number, lab: LabId, from: string, to: string): string {
  return from === to
    ? exactNumber(value, to)
    : localNumber(roundHalfUp(convert(lab, value, from, to), displayDecimals(to)));
}
