import type { Findings, Lab } from '$lib/core/classifier/findings';
import { EXPOSURES_AT_SITE, LABS, type Answer } from '$lib/core/classifier/vocabulary';
import { UNITS } from '$lib/core/quantities/units';
import { localNumber } from '$lib/i18n/numbers';
import {
  CALCIUM_KINDS,
  emptyEntry,
  emptyLab,
  type EntryData,
  type ExposureEntry,
  type LabEntry
} from '$lib/state/entry-data';

/** Findings that came with a link, as if they had been entered here. They have passed the schema. */
export function entryFromFindings(findings: Findings): EntryData {
  const { subject, labs = {}, lesion, intervals } = findings;
  const entry = emptyEntry();
  if (subject?.age?.value !== undefined && subject.age.unit)
    entry.age = { text: typedNumber(subject.age.value), unit: subject.age.unit };
  entry.sex = subject?.sex ?? '';
  for (const lab of LABS) {
    const found = labs[lab];
    if (found) entry.labs[lab] = labEntry(found, UNITS[lab][0]);
  }
  const calciums = CALCIUM_KINDS.filter((kind) => entry.labs[kind]);
  if (calciums.length > 0) entry.calciums = calciums;
  for (const { id, status = 'unknown', atLesionSite, extravasation } of findings.exposures ?? [])
    entry.exposures[id] = {
      status,
      ...(atLesionSite && { atLesionSite }),
      ...(extravasation && { extravasation })
    };
  entry.noOtherExposures = findings.otherExposures === 'none';
  entry.givenAtSite = givenAtSite(entry);
  entry.conditions = answersOf(findings.conditions);
  entry.noOtherConditions = findings.otherConditions === 'none';
  entry.damage = [...(lesion?.damage ?? [])];
  entry.damageBefore = entry.damage.length > 0 ? 'yes' : (lesion?.damageBefore ?? '');
  entry.patterns = [...(lesion?.patterns ?? [])];
  entry.noPattern = lesion?.patterns?.length === 0;
  entry.depositConfirmed = lesion?.depositConfirmed ?? '';
  entry.signs = answersOf(findings.signs);
  if (intervals) entry.intervals = intervals;
  return entry;
}

/** All digits, in the reader's decimal sign and without marks between thousands: as it would be typed. */
function typedNumber(value: number): string {
  return localNumber(String(value)).replace(/\u202f/g, '');
}

function labEntry(lab: Lab, firstUnit: string): LabEntry {
  const number = (value: number | undefined) => (value === undefined ? '' : typedNumber(value));
  const value = number(lab.value);
  const asDecimal = /[.,]\d{3}$/.test(value) && lab.value !== undefined;
  return {
    ...emptyLab(lab.unit ?? firstUnit),
    text: value,
    low: number(lab.interval?.low),
    high: number(lab.interval?.high),
    reported: lab.reported ?? '',
    sampledOn: lab.sampledOn ?? '',
    confirmed: lab.confirmed === true,
    beforeTreatment: lab.when === 'before-treatment',
    ...(asDecimal && { picked: lab.value })
  };
}

function givenAtSite({ exposures, noOtherExposures }: EntryData): Answer | '' {
  const atSite = EXPOSURES_AT_SITE.map((id) => exposures[id]);
  if (atSite.some((one) => one && isAtSite(one))) return 'yes';
  const isNo = (one: ExposureEntry | undefined) =>
    one ? one.status === 'no' || one.atLesionSite === 'no' : noOtherExposures;
  return atSite.every(isNo) ? 'no' : '';
}

function isAtSite({ status, atLesionSite, extravasation }: ExposureEntry): boolean {
  return (
    status === 'yes' &&
    (atLesionSite === 'yes' || (extravasation === 'yes' && atLesionSite !== 'no'))
  );
}

function answersOf<T extends string>(list: { id: T; status?: Answer | undefined }[] | undefined) {
  return Object.fromEntries(
    (list ?? []).map(({ id, status = 'unknown' }) => [id, status])
  ) as Partial<Record<T, Answer>>;
}
