import type { Study } from '$lib/content/schema';
import { localNumber } from '$lib/i18n/numbers';
import type { Locale } from '$lib/i18n/paraglide/runtime';
import { m } from '$lib/i18n/paraglide/messages';

/** Whom it was tried in, how many, with what dose and for how long, as far as it was reported. */
export function whoText({ population, n, dose, duration }: Study, locale: Locale): string {
  return [
    population[locale],
    n === null ? m.study_n_unknown() : n === 1 ? m.study_n_one() : m.study_n({ n }),
    dose?.[locale],
    duration?.[locale]
  ]
    .filter(Boolean)
    .join(' · ');
}

/** A figure as it was printed, with a true minus sign. */
export function figureText(value: number): string {
  return localNumber(String(value)).replace('-', '−');
}

/** Before and after, or before and the change where that alone was reported. */
export function measurementText(
  { measure, before, after, change, at }: NonNullable<Study['beforeAfter']>[number],
  locale: Locale
): string {
  const said = { measure: measure[locale], before: figureText(before), at: at[locale] };
  return after === undefined
    ? m.study_change({ ...said, change: figureText(change as number) })
    : m.study_before_after({ ...said, after: figureText(after) });
}

/** What came of it: the count, the percentage as printed, or before and after. */
export function resultText(study: Study, locale: Locale): string {
  const { outcome, responders, share, beforeAfter, outcomeKind } = study;
  const results = [
    responders && m.study_responders({ k: responders.k, n: responders.n }),
    share && m.study_share({ percent: figureText(share.percent), of: share.of[locale] }),
    ...(beforeAfter ?? []).map((measurement) => measurementText(measurement, locale))
  ].filter(Boolean);
  if (results.length === 0) return outcomeKind === 'none' ? m.study_no_result() : outcome[locale];
  return `${outcome[locale]}${m.colon()}${results.join(m.semicolon())}`;
}
