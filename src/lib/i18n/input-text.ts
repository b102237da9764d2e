import type { Assessment, InputPath } from '$lib/core/classifier/assessment';
import type { Findings, Lab } from '$lib/core/classifier/findings';
import type {
  Answer,
  ConditionId,
  ExposureId,
  LabId,
  SignId
} from '$lib/core/classifier/vocabulary';
import {
  exactNumber,
  exactQuantity,
  intervalText,
  listText,
  localNumber,
  withUnit
} from './numbers';
import { m } from './paraglide/messages';
import { signName } from './wording-details';
import { intervalSourceName, statusName } from './wording';
import { conditionName, damageName, exposureName, labName, patternName } from './wording-findings';
import { ageUnitName } from './wording-units';

const ANSWER: Record<Answer, () => string> = { yes: m.yes, no: m.no, unknown: m.unknown };

function answered(name: string, answer: Answer | undefined): string {
  return answer === 'yes'
    ? name
    : `${name}${m.colon()}${ANSWER[answer ?? 'unknown']().toLowerCase()}`;
}

/** A known input in words, with its value: `Phosphate 1.62 mmol/L`. */
export function inputText(path: InputPath, findings: Findings): string {
  const [group, id = '', detail] = path.split('.');
  switch (group) {
    case 'labs':
      return labText(id as LabId, findings.labs?.[id as LabId]);
    case 'conditions':
      return answered(
        conditionName[id as ConditionId](),
        findings.conditions?.find((one) => one.id === id)?.status
      );
    case 'exposures': {
      const one = findings.exposures?.find((exposure) => exposure.id === id);
      const name = exposureName[id as ExposureId]();
      return detail === 'atLesionSite'
        ? answered(`${name} (${m.at_this_site()})`, one?.atLesionSite)
        : answered(name, one?.status);
    }
    case 'signs':
      return signName[id as SignId]();
    case 'subject': {
      const age = findings.subject?.age;
      return age?.value === undefined || !age.unit
        ? m.age_unknown()
        : `${m.age()} ${localNumber(String(age.value))}\u202f${ageUnitName(age.unit, age.value)}`;
    }
    case 'otherConditions':
      return m.conditions_no_others();
    case 'otherExposures':
      return m.exposure_no_others();
    default:
      return lesionText(id, findings);
  }
}

function lesionText(id: string, { lesion }: Findings): string {
  if (id === 'damage')
    return listText(
      (lesion?.damage ?? []).map((one) => damageName[one]()),
      'conjunction'
    );
  if (id === 'patterns')
    return lesion?.patterns?.length
      ? listText(
          lesion.patterns.map((one) => patternName[one]()),
          'conjunction'
        )
      : m.pattern_none();
  if (id === 'depositConfirmed') return answered(m.deposit_short(), lesion?.depositConfirmed);
  return answered(m.damage_short(), lesion?.damageBefore);
}

export function labText(id: LabId, lab: Lab | undefined): string {
  const name = labName[id]();
  if (!lab) return name;
  const figure = lab.value === undefined ? '' : `\u00a0${exactQuantity(lab.value, lab.unit ?? '')}`;
  const reported = lab.reported
    ? ` (${m.reported_as({ status: statusName[lab.reported]() })})`
    : '';
  return `${name}${figure}${reported}`;
}

/** The interval that judged calcium or phosphate, and whose it is: `2.20–2.60 mmol/L, UK consensus`. */
export function judgedBy({ interval }: Assessment['derived']['calcium']): string {
  if (!interval) return '';
  const { low, high, unit, source } = interval;
  const text = (limit: number | undefined) =>
    limit === undefined ? undefined : exactNumber(limit, unit ?? '');
  const limits = intervalText(text(low), text(high));
  const who = intervalSourceName[source]();
  return limits && unit ? m.judged_by({ interval: withUnit(limits, unit), who }) : who;
}
