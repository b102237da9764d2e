import { intlLocale } from '$lib/i18n/numbers';

/** A size in megabytes or gigabytes, as the reader writes numbers. */
export function bytesText(bytes: number): string {
  const isLarge = bytes >= 1e9;
  const unit = isLarge ? 'gigabyte' : 'megabyte';
  return new Intl.NumberFormat(intlLocale(), {
    style: 'unit',
    unit,
    maximumFractionDigits: 1
  }).format(bytes / (isLarge ? 1e9 : 1e6));
}
