import type { CautionId, RedFlagId } from '$lib/core/classifier/vocabulary';
import { m } from './paraglide/messages';

type Text = () => string;

/** A warning: its title, and what it means and what to do. */
export interface Warning {
  title: Text;
  text: Text;
}

export const caution: Record<CautionId, Warning> = {
  'adjusted-and-total-calcium-disagree': {
    title: m.caution_adjusted_and_total_calcium_disagree,
    text: m.caution_adjusted_and_total_calcium_disagree_text
  },
  'ionised-and-total-calcium-disagree': {
    title: m.caution_ionised_and_total_calcium_disagree,
    text: m.caution_ionised_and_total_calcium_disagree_text
  },
  'laboratory-flag-disagrees': {
    title: m.caution_laboratory_flag_disagrees,
    text: m.caution_laboratory_flag_disagrees_text
  },
  'depends-on-laboratory-interval': {
    title: m.caution_depends_on_laboratory_interval,
    text: m.caution_depends_on_laboratory_interval_text
  },
  'marginal-value': { title: m.caution_marginal_value, text: m.caution_marginal_value_text },
  'possible-unit-slip': {
    title: m.caution_possible_unit_slip,
    text: m.caution_possible_unit_slip_text
  },
  'unusual-value': { title: m.caution_unusual_value, text: m.caution_unusual_value_text },
  'low-calcium': { title: m.caution_low_calcium, text: m.caution_low_calcium_text },
  'low-phosphate': { title: m.caution_low_phosphate, text: m.caution_low_phosphate_text },
  'consider-hypoparathyroidism': {
    title: m.caution_consider_hypoparathyroidism,
    text: m.caution_consider_hypoparathyroidism_text
  },
  'reported-interval-unknown': {
    title: m.caution_reported_interval_unknown,
    text: m.caution_reported_interval_unknown_text
  },
  'product-disagrees': {
    title: m.caution_product_disagrees,
    text: m.caution_product_disagrees_text
  },
  'metastatic-disease-with-normal-figures': {
    title: m.caution_metastatic_disease_with_normal_figures,
    text: m.caution_metastatic_disease_with_normal_figures_text
  },
  'distant-exposure': { title: m.caution_distant_exposure, text: m.caution_distant_exposure_text },
  'external-calcium-exposure': {
    title: m.caution_external_calcium_exposure,
    text: m.caution_external_calcium_exposure_text
  },
  'pattern-suggests-idiopathic': {
    title: m.caution_pattern_suggests_idiopathic,
    text: m.caution_pattern_suggests_idiopathic_text
  },
  'raised-pth-with-idiopathic-pattern': {
    title: m.caution_raised_pth_with_idiopathic_pattern,
    text: m.caution_raised_pth_with_idiopathic_pattern_text
  },
  'tumoral-filed-differently': {
    title: m.caution_tumoral_filed_differently,
    text: m.caution_tumoral_filed_differently_text
  },
  'ossification-possible': {
    title: m.caution_ossification_possible,
    text: m.caution_ossification_possible_text
  },
  'deposit-not-confirmed': {
    title: m.caution_deposit_not_confirmed,
    text: m.caution_deposit_not_confirmed_text
  },
  'consider-fat-necrosis-of-the-newborn': {
    title: m.caution_consider_fat_necrosis_of_the_newborn,
    text: m.caution_consider_fat_necrosis_of_the_newborn_text
  },
  'calciphylaxis-is-not-in-the-table': {
    title: m.caution_calciphylaxis_is_not_in_the_table,
    text: m.caution_calciphylaxis_is_not_in_the_table_text
  }
};

export const redFlag: Record<RedFlagId, Warning> = {
  'possible-calciphylaxis': {
    title: m.flag_possible_calciphylaxis,
    text: m.flag_possible_calciphylaxis_text
  },
  'infected-deposit': { title: m.flag_infected_deposit, text: m.flag_infected_deposit_text },
  'exposed-or-ulcerated': {
    title: m.flag_exposed_or_ulcerated,
    text: m.flag_exposed_or_ulcerated_text
  },
  'threatened-structure': {
    title: m.flag_threatened_structure,
    text: m.flag_threatened_structure_text
  },
  'hypercalcaemic-crisis': {
    title: m.flag_hypercalcaemic_crisis,
    text: m.flag_hypercalcaemic_crisis_text
  },
  'child-systemic-illness': {
    title: m.flag_child_systemic_illness,
    text: m.flag_child_systemic_illness_text
  },
  'ulcer-on-burn-scar': { title: m.flag_ulcer_on_burn_scar, text: m.flag_ulcer_on_burn_scar_text }
};
