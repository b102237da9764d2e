import type { Counterfactual, InputPath, MissingInput } from '$lib/core/classifier/assessment';
import type {
  ConditionId,
  ExposureId,
  LabId,
  OutcomeAnswer
} from '$lib/core/classifier/vocabulary';
import { EXPOSURES_AT_SITE } from '$lib/core/classifier/vocabulary';
import { m } from '$lib/i18n/paraglide/messages';
import { conditionName, exposureName, labName } from '$lib/i18n/wording-findings';
import { subtypes } from '$lib/i18n/lead-sentence';

/** An open question in words. */
export function questionText(input: InputPath, isSiteAnswered: boolean): string {
  const [group, id = '', detail] = input.split('.');
  switch (group) {
    case 'labs':
      return detail === 'interval'
        ? m.ask_interval({ lab: labName[id as LabId]() })
        : m.ask_lab({ lab: labName[id as LabId]() });
    case 'subject':
      return m.ask_age();
    case 'exposures':
      return detail === 'atLesionSite'
        ? m.ask_at_site({ name: exposureName[id as ExposureId]() })
        : m.ask_present({ name: exposureName[id as ExposureId]() });
    case 'otherExposures':
      return isSiteAnswered ? m.exposure_others() : m.exposure_question();
    case 'conditions':
      return m.ask_present({ name: conditionName[id as ConditionId]() });
    case 'otherConditions':
      return m.ask_conditions();
    default:
      return id === 'patterns' ? m.pattern_question() : m.damage_question();
  }
}

const ANSWER: Record<OutcomeAnswer, () => string> = {
  yes: m.yes,
  no: m.no,
  none: m.answer_none,
  raised: m.answer_raised,
  'not-raised': m.answer_not_raised
};

/** What each answer would settle: `Raised: metastatic` …, or what else it would settle than the subtype. */
export function outcomeTexts({ outcomes, canChange }: MissingInput): string[] {
  if (!canChange.includes('subtype'))
    return canChange.map((what) =>
      what === 'concurrent' ? m.settles_concurrent() : m.settles_variants()
    );
  return Object.entries(outcomes).map(
    ([answer, reachable]) =>
      `${ANSWER[answer as OutcomeAnswer]()}${m.colon()}${subtypes(reachable)}`
  );
}

/** What would change the answer, said once where several inputs would change it alike. */
export function counterfactualTexts(counterfactuals: readonly Counterfactual[]): string[] {
  return [
    ...new Set(
      counterfactuals.map(
        ({ input, to, reachable }) => `${ifOtherwise(input, to)}${m.colon()}${subtypes(reachable)}`
      )
    )
  ];
}

function ifOtherwise(input: InputPath, to: OutcomeAnswer): string {
  const [group, id = ''] = input.split('.');
  const isYes = to === 'yes' || to === 'raised';
  if (group === 'labs') {
    const lab = labName[id as LabId]();
    return isYes ? m.otherwise_raised({ lab }) : m.otherwise_not_raised({ lab });
  }
  if (group === 'lesion') return isYes ? m.otherwise_damage() : m.otherwise_no_damage();
  if (group === 'otherConditions') return m.otherwise_disease();
  const isAtSite = (EXPOSURES_AT_SITE as readonly string[]).includes(id);
  if (group === 'otherExposures' || (isAtSite && isYes)) return m.otherwise_exposure();
  const name =
    group === 'exposures' ? exposureName[id as ExposureId]() : conditionName[id as ConditionId]();
  return isYes ? m.otherwise_with({ name }) : m.otherwise_without({ name });
}
