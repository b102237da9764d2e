const MOST_MM = 2000;

export type MillimetresReading =
  { kind: 'empty' } | { kind: 'read'; value: number } | { kind: 'refused' };

/**
 * A length that was typed in millimetres. Comma and point mean the same, at most two decimals: three digits after a
 * separator could be thousands, and are refused.
 */
export function readMillimetres(text: string): MillimetresReading {
  const typed = text.trim();
  if (typed === '') return { kind: 'empty' };
  if (!/^\d{1,4}(?:[.,]\d{1,2})?$/.test(typed)) return { kind: 'refused' };
  const value = Number(typed.replace(',', '.'));
  return value > 0 && value <= MOST_MM ? { kind: 'read', value } : { kind: 'refused' };
}
