import type { Study } from '$lib/content/schema';
import { localNumber } from '$lib/i18n/numbers';
import type { Locale } from '$lib/i18n/paraglide/runtime';
import { m } from '$lib/i18n/paraglide/messages';

/** Whom it was tried in, how many, with what dose and for how long, as far as it was reported. */
export function whoText({ population, n, dose, duration }: Study, locale: Locale): string {
  return [
    population[locale],
    n === null ? m.study_n_unknown() : m.study_n({ n }),
    dose?.[locale],
    duration?.[locale]
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What came of it: the count, the percentage as printed, or before and after. */
export function resultText(study: Study, locale: Locale): string {
  const { outcome, responders, share, beforeAfter, outcomeKind } = study;
  const number = (value: number) => localNumber(String(value));
  const results = [
    responders && m.study_responders({ k: responders.k, n: responders.n }),
    share && m.study_share({ percent: number(share.percent), of: share.of[locale] }),
    ...(beforeAfter ?? []).map(({ measure, before, after, change, at }) =>
      after === undefined
        ? m.study_change({
            measure: measure[locale],
            before: number(before),
            change: number(change as number).replace('-', '−'),
            at: at[locale]
          })
        : m.study_before_after({
            measure: measure[locale],
            before: number(before),
            after: number(after),
            at: at[locale]
          })
    )
  ].filter(Boolean);
  if (results.length === 0) return outcomeKind === 'none' ? m.study_no_result() : outcome[locale];
  return `${outcome[locale]}${m.colon()}${results.join(m.semicolon())}`;
}
