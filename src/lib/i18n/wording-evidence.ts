import type {
  DESIGNS,
  DISEASES,
  Intervention,
  OUTCOMES,
  ROUTES,
  TopicGroup
} from '$lib/content/schema';
import { m } from './paraglide/messages';

/** Names of what the reference and its studies are sorted by, by id. */
type Text = () => string;

export const groupName: Record<TopicGroup, Text> = {
  basics: m.group_basics,
  subtypes: m.group_subtypes,
  mechanism: m.group_mechanism,
  imaging: m.group_imaging,
  treatment: m.group_treatment,
  practice: m.group_practice,
  about: m.group_about
};

export const designName: Record<(typeof DESIGNS)[number], Text> = {
  randomised: m.design_randomised,
  'prospective-open': m.design_prospective_open,
  retrospective: m.design_retrospective,
  'case-series': m.design_case_series,
  'case-report': m.design_case_report,
  'review-of-cases': m.design_review_of_cases,
  'registered-trial': m.design_registered_trial
};

export const interventionName: Record<Intervention, Text> = {
  diltiazem: m.intervention_diltiazem,
  minocycline: m.intervention_minocycline,
  warfarin: m.intervention_warfarin,
  colchicine: m.intervention_colchicine,
  bisphosphonate: m.intervention_bisphosphonate,
  ivig: m.intervention_ivig,
  'sodium-thiosulfate': m.intervention_sodium_thiosulfate,
  'anti-tnf': m.intervention_anti_tnf,
  rituximab: m.intervention_rituximab,
  'il-1-inhibition': m.intervention_il_1_inhibition,
  'jak-inhibitor': m.intervention_jak_inhibitor,
  treprostinil: m.intervention_treprostinil,
  abatacept: m.intervention_abatacept,
  thalidomide: m.intervention_thalidomide,
  lithotripsy: m.intervention_lithotripsy,
  surgery: m.intervention_surgery,
  laser: m.intervention_laser,
  'intralesional-corticosteroid': m.intervention_intralesional_corticosteroid
};

export const diseaseName: Record<(typeof DISEASES)[number], Text> = {
  ssc: m.disease_ssc,
  dm: m.disease_dm,
  jdm: m.disease_jdm,
  overlap: m.disease_overlap,
  ctd: m.disease_ctd,
  lupus: m.disease_lupus,
  'venous-insufficiency': m.disease_venous_insufficiency,
  'not-ctd': m.disease_not_ctd,
  calcinosis: m.disease_calcinosis
};

export const routeName: Record<(typeof ROUTES)[number], Text> = {
  oral: m.route_oral,
  intravenous: m.route_intravenous,
  subcutaneous: m.route_subcutaneous,
  intralesional: m.route_intralesional,
  topical: m.route_topical,
  surgical: m.route_surgical,
  external: m.route_external,
  'not-reported': m.route_not_reported
};

export const outcomeName: Record<(typeof OUTCOMES)[number], Text> = {
  'calcinosis-response': m.outcome_calcinosis_response,
  'complete-response': m.outcome_complete_response,
  radiograph: m.outcome_radiograph,
  'inflammation-ulcer': m.outcome_inflammation_ulcer,
  pain: m.outcome_pain,
  size: m.outcome_size,
  'global-score': m.outcome_global_score,
  'disease-response': m.outcome_disease_response,
  none: m.outcome_none
};

const UNITS: Record<string, Text> = {
  'not-reported': m.evidence_unit_unreported,
  'VAS 0-10': m.evidence_unit_vas,
  'score 1-10': m.evidence_unit_score,
  cm2: () => 'cm²'
};

/** The unit or scale of a measurement before and after; one that has no name here as it was written. */
export function unitText(unit: string): string {
  return UNITS[unit]?.() ?? unit;
}
