import { decimal, multiply, toNumber } from './decimal';
import { isReadable } from './plausibility';
import type { Analyte } from './units';

export interface NumberContext {
  analyte: Analyte | 'age';
  unit: string;
}

export type NumberReading =
  | { kind: 'empty' }
  | { kind: 'read'; value: number }
  /** One separator before three digits: thousands or decimals, and both are possible here. */
  | { kind: 'ambiguous'; candidates: [number, number] }
  | { kind: 'refused'; reason: NumberRefusal };

export type NumberRefusal =
  | 'letters'
  | 'comparator'
  | 'exponent'
  | 'separators'
  | 'negative'
  | 'zero'
  | 'percent'
  | 'out-of-range';

/** Space, no-break space, figure space, thin space, narrow no-break space, and both apostrophes. */
const GROUPED = /^\d{1,3}(?:([ \u00a0\u2007\u2009\u202f'\u2019])\d{3})(?:\1\d{3})*(?:[.,]\d+)?$/;
const GROUP_MARKS = /[ \u00a0\u2007\u2009\u202f'\u2019]/g;
const POINT_THEN_COMMA = /^\d{1,3}(?:\.\d{3})+,\d+$/;
const COMMA_THEN_POINT = /^\d{1,3}(?:,\d{3})+\.\d+$/;
const PLAIN = /^(?:\d+(?:[.,]\d+)?|[.,]\d+)$/;
const ONE_SEPARATOR_THREE_DIGITS = /^[1-9]\d{0,2}[.,]\d{3}$/;
const MINUS = /^[-\u2010-\u2015\u2212\ufe63\uff0d]/;
const MOST_DIGITS = 12;
const THOUSAND = decimal(1000);

/**
 * Reads a figure that a person typed or pasted, or says why it is not surely read.
 * Decimal comma and point mean the same; thousands may be set apart by a space, an apostrophe, or
 * the separator that is not the decimal one. Nothing is guessed.
 */
export function readNumber(text: string, context: NumberContext): NumberReading {
  const typed = text.trim();
  if (typed === '') return { kind: 'empty' };
  if (/[<>≤≥]/.test(typed)) return refused('comparator');
  if (/%/.test(typed)) return refused('percent');
  if (/\d\s*(?:e[\s+-]*\d|[x×*·]\s*10|\^)/i.test(typed)) return refused('exponent');
  if (MINUS.test(typed)) return refused('negative');
  if (/[^\d.,\s'\u2019]/.test(typed)) return refused('letters');

  const plain = plainText(typed);
  if (plain === undefined) return refused('separators');
  if (plain.replace(/^0+|\D/g, '').length > MOST_DIGITS) return refused('out-of-range');
  const value = toNumber(decimal(plain));
  if (ONE_SEPARATOR_THREE_DIGITS.test(typed)) return asDecimalOrThousands(value, context);
  if (value === 0 && context.analyte !== 'egfr' && context.analyte !== 'age')
    return refused('zero');
  return { kind: 'read', value };
}

function refused(reason: NumberRefusal): NumberReading {
  return { kind: 'refused', reason };
}

/** The figure with a decimal point and without group marks, or nothing when it is not well formed. */
function plainText(typed: string): string | undefined {
  if (GROUPED.test(typed)) return typed.replace(GROUP_MARKS, '').replace(',', '.');
  if (POINT_THEN_COMMA.test(typed)) return typed.replaceAll('.', '').replace(',', '.');
  if (COMMA_THEN_POINT.test(typed)) return typed.replaceAll(',', '');
  if (PLAIN.test(typed)) return typed.replace(',', '.').replace(/^\./, '0.');
  return undefined;
}

/** `1,234`: one and a bit, or more than a thousand? Only one that could not be is ruled out. */
function asDecimalOrThousands(asDecimal: number, context: NumberContext): NumberReading {
  const asThousands = toNumber(multiply(decimal(asDecimal), THOUSAND));
  const decimalIsPossible = isReadable(context, asDecimal);
  if (decimalIsPossible === isReadable(context, asThousands))
    return { kind: 'ambiguous', candidates: [asDecimal, asThousands] };
  return { kind: 'read', value: decimalIsPossible ? asDecimal : asThousands };
}
