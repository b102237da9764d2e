import { displayDecimals, roundHalfUp } from '$lib/core/quantities/convert';
import { getLocale } from './paraglide/runtime';
import { unitName } from './wording-units';

const NARROW = '\u202f';

/** British rules for English: `a, b or c`, `24 Nov 2026`. */
export function intlLocale(): string {
  return getLocale() === 'en' ? 'en-GB' : 'fr';
}

/** A plain decimal text (point, no grouping) as the reader writes it. */
export function localNumber(plain: string): string {
  const [whole = '', decimals] = plain.split('.');
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, NARROW) : whole;
  return decimals ? `${grouped}${getLocale() === 'fr' ? ',' : '.'}${decimals}` : grouped;
}

/** More than a figure that could be read has. */
const MOST_DECIMALS = 15;

/** All digits of a figure, and no fewer decimals than a laboratory prints in this unit. */
export function exactNumber(value: number, unit: string): string {
  const own =
    roundHalfUp(value, MOST_DECIMALS)
      .replace(/\.?0+$/, '')
      .split('.')[1]?.length ?? 0;
  return localNumber(roundHalfUp(value, Math.max(own, displayDecimals(unit))));
}

const THREE_DIGITS = ['mmol/L', 'mg/dL', 'meq/L'];

/** A figure that was converted: two decimals keep three digits where a laboratory would print one. */
export function convertedNumber(value: number, unit: string): string {
  const decimals = THREE_DIGITS.includes(unit) ? 2 : displayDecimals(unit);
  return localNumber(roundHalfUp(value, decimals));
}

export function withUnit(figure: string, unit: string): string {
  return `${figure}${NARROW}${unitName(unit)}`;
}

export function exactQuantity(value: number, unit: string): string {
  return withUnit(exactNumber(value, unit), unit);
}

/** `2.20–2.60`, or one limit with its sign. */
export function intervalText(low: string | undefined, high: string | undefined): string {
  if (low && high) return `${low}–${high}`;
  return low ? `≥${NARROW}${low}` : high ? `≤${NARROW}${high}` : '';
}

const LAST = {
  fr: { conjunction: 'et', disjunction: 'ou' },
  en: { conjunction: 'and', disjunction: 'or' }
};

/** `a, b or c` and `a, b and c` in the reader's language. Starting Intl.ListFormat takes a slow phone 70 ms. */
export function listText(items: string[], type: 'conjunction' | 'disjunction'): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  return `${items.slice(0, -1).join(', ')} ${LAST[getLocale()][type]} ${last}`;
}
