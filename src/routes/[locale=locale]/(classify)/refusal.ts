import type { NumberRefusal } from '$lib/core/quantities/read-number';
import { m } from '$lib/i18n/paraglide/messages';

const TEXT: Record<NumberRefusal, () => string> = {
  letters: m.refused_letters,
  comparator: m.refused_comparator,
  exponent: m.refused_exponent,
  separators: m.refused_separators,
  negative: m.refused_negative,
  zero: m.refused_zero,
  percent: m.refused_percent,
  'out-of-range': m.refused_out_of_range
};

/** What was read, why it is not a figure, and what to do. */
export function refusalText(reason: NumberRefusal, typed: string): string {
  return `${m.refused_read({ typed: typed.trim() })} ${TEXT[reason]()}`;
}
