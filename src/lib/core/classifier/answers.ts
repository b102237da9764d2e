import type { Findings } from './findings';
import {
  EXPOSURES_AT_SITE,
  TISSUE_CONDITIONS,
  type Answer,
  type ConditionId,
  type ExposureAtSite,
  type ExposureId,
  type SignId
} from './vocabulary';

/** What is known as a fact: yes, no, or not known. Unknown is never no. */
export type Known = Answer;

/** The findings with every id answered: explicitly, by "none of the others", or not at all. */
export interface Answers {
  exposure: Answered<ExposureId>;
  condition: Answered<ConditionId>;
  hasSign: ReadonlySet<SignId>;
}

export interface Answered<Id> {
  get(id: Id): Known;
}

/** "None of the others" makes a no of every id that is not in the list; an explicit unknown stays. */
function answered<Id extends string>(
  list: readonly { id: Id; status?: Answer | undefined }[] | undefined,
  others: 'none' | 'unknown' | undefined
): Answered<Id> {
  const rest: Known = others === 'none' ? 'no' : 'unknown';
  return {
    get(id) {
      const entry = list?.find((one) => one.id === id);
      return entry ? (entry.status ?? 'unknown') : rest;
    }
  };
}

export function answersOf(findings: Findings): Answers {
  const { exposures, otherExposures, conditions, otherConditions, signs } = findings;
  return {
    exposure: answered(exposures, otherExposures),
    condition: answered(conditions, otherConditions),
    hasSign: new Set(signs?.filter(({ status }) => status === 'yes').map(({ id }) => id))
  };
}

export function known(is: boolean): Known {
  return is ? 'yes' : 'no';
}

/** Yes if one is, no if all are, else not known. */
export function anyOf(answers: Iterable<Known>): Known {
  let result: Known = 'no';
  for (const answer of answers) {
    if (answer === 'yes') return 'yes';
    if (answer === 'unknown') result = 'unknown';
  }
  return result;
}

/** Yes if all are, no if one is not, else not known. */
export function allOf(answers: Iterable<Known>): Known {
  return not(anyOf([...answers].map(not)));
}

export function not(answer: Known): Known {
  if (answer === 'unknown') return 'unknown';
  return answer === 'yes' ? 'no' : 'yes';
}

type SiteExposure = { atLesionSite?: Answer | undefined; extravasation?: Answer | undefined };

export function siteOf(findings: Findings, id: ExposureAtSite): SiteExposure {
  return findings.exposures?.find((exposure) => exposure.id === id) ?? {};
}

/**
 * Was calcium or phosphate brought to the lesion, or into the line, limb or area drained there, by
 * this treatment? (clinical specification 2026.1, section 5)
 */
export function reachedSite(findings: Findings, answers: Answers, id: ExposureAtSite): Known {
  const given = answers.exposure.get(id);
  if (given === 'no') return 'no';
  const { atLesionSite = 'unknown', extravasation } = siteOf(findings, id);
  if (atLesionSite === 'no') return 'no';
  if (given === 'unknown') return 'unknown';
  return extravasation === 'yes' ? 'yes' : atLesionSite;
}

/** X of the decision table, and the exposures that make it. */
export function exposureAtSite(findings: Findings, answers: Answers): Known {
  return anyOf(EXPOSURES_AT_SITE.map((id) => reachedSite(findings, answers, id)));
}

export function tissueDiseases(answers: Answers): { known: Known; present: ConditionId[] } {
  return {
    known: anyOf(TISSUE_CONDITIONS.map((id) => answers.condition.get(id))),
    present: TISSUE_CONDITIONS.filter((id) => answers.condition.get(id) === 'yes')
  };
}

/** Was the tissue damaged before the deposit? */
export function damageBefore({ lesion = {} }: Findings): Known {
  if (lesion.damage && lesion.damage.length > 0) return 'yes';
  return lesion.damageBefore ?? 'unknown';
}
