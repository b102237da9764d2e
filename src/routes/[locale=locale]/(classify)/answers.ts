import type { Answer } from '$lib/core/classifier/vocabulary';
import { m } from '$lib/i18n/paraglide/messages';

/** Yes, no, not known. */
export function answerOptions(): { value: Answer; label: string }[] {
  return [
    { value: 'yes', label: m.yes() },
    { value: 'no', label: m.no() },
    { value: 'unknown', label: m.unknown() }
  ];
}

/** The entries of a list as options, worded. */
export function optionsOf<T extends string>(ids: readonly T[], names: Record<T, () => string>) {
  return ids.map((value) => ({ value, label: names[value]() }));
}
