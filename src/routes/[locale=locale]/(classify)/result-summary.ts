import { m } from '$lib/i18n/paraglide/messages';
import { certaintyName } from '$lib/i18n/wording';
import { flagTitle } from '$lib/i18n/wording-warnings';
import type { Evaluated } from './evaluation';
import { leadSentence } from '$lib/i18n/lead-sentence';

export interface ResultSummary {
  /** Empty when no red flag is raised. */
  flags: string;
  sentence: string;
  detail: string;
}

/** What stands there before anything is entered: nothing has to be assessed for it. */
export function emptySummary(): ResultSummary {
  return { flags: '', sentence: m.bar_empty(), detail: m.bar_empty_detail() };
}

/** The result in the two or three lines that stay in view. */
export function resultSummary({ assessment, findings, unused }: Evaluated): ResultSummary {
  const flags = assessment.redFlags.map(({ id }) => flagTitle[id]()).join(' · ');
  const count = assessment.cautions.length;
  const lead = leadSentence(assessment).sentence;
  return {
    flags,
    sentence: findings.lesion?.depositConfirmed === 'no' ? m.caution_deposit_not_confirmed() : lead,
    detail: [
      findings.lesion?.depositConfirmed === 'no' ? lead : certaintyName[assessment.certainty](),
      count > 0 ? (count === 1 ? m.bar_caution() : m.bar_cautions({ count })) : '',
      unused.length > 0 ? m.bar_unused() : ''
    ]
      .filter(Boolean)
      .join(' · ')
  };
}
