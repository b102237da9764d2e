import type { CautionId, RedFlagId } from '$lib/core/classifier/vocabulary';
import { m } from './paraglide/messages';

/** Titles of the cautions, and what each warning means and what to do: details, shown in the full result. */
type Text = () => string;

export const cautionTitle: Record<CautionId, Text> = {
  'adjusted-and-total-calcium-disagree': m.caution_adjusted_and_total_calcium_disagree,
  'ionised-and-total-calcium-disagree': m.caution_ionised_and_total_calcium_disagree,
  'laboratory-flag-disagrees': m.caution_laboratory_flag_disagrees,
  'depends-on-laboratory-interval': m.caution_depends_on_laboratory_interval,
  'marginal-value': m.caution_marginal_value,
  'possible-unit-slip': m.caution_possible_unit_slip,
  'unusual-value': m.caution_unusual_value,
  'low-calcium': m.caution_low_calcium,
  'low-phosphate': m.caution_low_phosphate,
  'consider-hypoparathyroidism': m.caution_consider_hypoparathyroidism,
  'reported-interval-unknown': m.caution_reported_interval_unknown,
  'product-disagrees': m.caution_product_disagrees,
  'metastatic-disease-with-normal-figures': m.caution_metastatic_disease_with_normal_figures,
  'distant-exposure': m.caution_distant_exposure,
  'external-calcium-exposure': m.caution_external_calcium_exposure,
  'pattern-suggests-idiopathic': m.caution_pattern_suggests_idiopathic,
  'raised-pth-with-idiopathic-pattern': m.caution_raised_pth_with_idiopathic_pattern,
  'tumoral-filed-differently': m.caution_tumoral_filed_differently,
  'ossification-possible': m.caution_ossification_possible,
  'deposit-not-confirmed': m.caution_deposit_not_confirmed,
  'consider-fat-necrosis-of-the-newborn': m.caution_consider_fat_necrosis_of_the_newborn,
  'calciphylaxis-is-not-in-the-table': m.caution_calciphylaxis_is_not_in_the_table
};

export const cautionText: Record<CautionId, Text> = {
  'adjusted-and-total-calcium-disagree': m.caution_adjusted_and_total_calcium_disagree_text,
  'ionised-and-total-calcium-disagree': m.caution_ionised_and_total_calcium_disagree_text,
  'laboratory-flag-disagrees': m.caution_laboratory_flag_disagrees_text,
  'depends-on-laboratory-interval': m.caution_depends_on_laboratory_interval_text,
  'marginal-value': m.caution_marginal_value_text,
  'possible-unit-slip': m.caution_possible_unit_slip_text,
  'unusual-value': m.caution_unusual_value_text,
  'low-calcium': m.caution_low_calcium_text,
  'low-phosphate': m.caution_low_phosphate_text,
  'consider-hypoparathyroidism': m.caution_consider_hypoparathyroidism_text,
  'reported-interval-unknown': m.caution_reported_interval_unknown_text,
  'product-disagrees': m.caution_product_disagrees_text,
  'metastatic-disease-with-normal-figures': m.caution_metastatic_disease_with_normal_figures_text,
  'distant-exposure': m.caution_distant_exposure_text,
  'external-calcium-exposure': m.caution_external_calcium_exposure_text,
  'pattern-suggests-idiopathic': m.caution_pattern_suggests_idiopathic_text,
  'raised-pth-with-idiopathic-pattern': m.caution_raised_pth_with_idiopathic_pattern_text,
  'tumoral-filed-differently': m.caution_tumoral_filed_differently_text,
  'ossification-possible': m.caution_ossification_possible_text,
  'deposit-not-confirmed': m.caution_deposit_not_confirmed_text,
  'consider-fat-necrosis-of-the-newborn': m.caution_consider_fat_necrosis_of_the_newborn_text,
  'calciphylaxis-is-not-in-the-table': m.caution_calciphylaxis_is_not_in_the_table_text
};

export const flagText: Record<RedFlagId, Text> = {
  'possible-calciphylaxis': m.flag_possible_calciphylaxis_text,
  'infected-deposit': m.flag_infected_deposit_text,
  'exposed-or-ulcerated': m.flag_exposed_or_ulcerated_text,
  'threatened-structure': m.flag_threatened_structure_text,
  'hypercalcaemic-crisis': m.flag_hypercalcaemic_crisis_text,
  'child-systemic-illness': m.flag_child_systemic_illness_text,
  'ulcer-on-burn-scar': m.flag_ulcer_on_burn_scar_text
};
