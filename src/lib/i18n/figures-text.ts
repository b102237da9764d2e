import type { Derived } from '$lib/core/classifier/assessment';
import type { Findings } from '$lib/core/classifier/findings';
import { convert } from '$lib/core/quantities/convert';
import { UNITS } from '$lib/core/quantities/units';
import { dayText } from './dates';
import { convertedNumber, exactQuantity, intlLocale, listText, withUnit } from './numbers';
import { m } from './paraglide/messages';
import { basisName } from './wording-details';
import { statusName } from './wording';
import { labName } from './wording-findings';
import { judgedBy } from './input-text';
import { sampleAge } from '$lib/core/classifier/sample-age';

/** Calcium and phosphate as judged: the status, on what it rests, and against which interval. */
export function statusLine(name: string, { status, basis, interval }: Derived['calcium']): string {
  const head = `${name}${m.colon()}${statusName[status]()}`;
  if (!basis) return head;
  const who = judgedBy({ status, ...(interval && { interval }) });
  return `${head} (${[basis === 'phosphate' ? '' : basisName[basis](), who].filter(Boolean).join(', ')})`;
}

/** Raw and adjusted side by side, and whether adjusting can be relied on. */
export function adjustmentLine({ adjustment }: Derived): string {
  if (!adjustment) return '';
  const { total, adjusted, unit, reliable } = adjustment;
  const figures = m.calcium_side_by_side({
    total: exactQuantity(total, unit),
    adjusted: exactQuantity(adjusted, unit)
  });
  const trust = { yes: '', no: m.adjustment_unreliable(), unknown: m.adjustment_uncertain() };
  return [figures, trust[reliable]].filter(Boolean).join(' ');
}

export function productLine({ product }: Derived): string {
  if (!product) return '';
  const { value, unit } = product;
  const [other] = UNITS.calciumPhosphateProduct.filter((one) => one !== unit);
  const converted = convert('calciumPhosphateProduct', value, unit, other!);
  return m.product_line({
    product: exactQuantity(value, unit),
    other: withUnit(convertedNumber(converted, other!), other!)
  });
}

/** How old the oldest figure in use is, by the device's clock, and which have no day. */
export function sampleLines(findings: Findings, today: string): string[] {
  const { oldest, undated } = sampleAge(findings, today);
  const lines: string[] = [];
  if (oldest) {
    const { lab, day, days } = oldest;
    const age = new Intl.RelativeTimeFormat(intlLocale(), { numeric: 'auto' }).format(-days, 'day');
    const line = { lab: labName[lab](), day: dayText(day), age };
    lines.push(days < 0 ? m.sample_future(line) : m.sample_oldest(line));
  }
  if (undated.length > 0)
    lines.push(
      m.sample_undated({
        labs: listText(
          undated.map((lab) => labName[lab]()),
          'conjunction'
        )
      })
    );
  return lines;
}
