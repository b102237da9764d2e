import type {
  Basis,
  Certainty,
  ErrorReason,
  IntervalSetId,
  RuleId,
  SignId,
  Subtype,
  Variant
} from '$lib/core/classifier/vocabulary';
import { m } from './paraglide/messages';

/** Names and sentences that the full result and the other pages show, by id. */
type Text = () => string;

/** One sentence, from the review. */
export const subtypeDefinition: Record<Subtype | 'indeterminate', Text> = {
  dystrophic: m.subtype_dystrophic_definition,
  metastatic: m.subtype_metastatic_definition,
  iatrogenic: m.subtype_iatrogenic_definition,
  idiopathic: m.subtype_idiopathic_definition,
  indeterminate: m.subtype_indeterminate_definition
};

/** What the certainty means, in one sentence. */
export const certaintyText: Record<Certainty, Text> = {
  supported: m.certainty_supported_text,
  provisional: m.certainty_provisional_text,
  indeterminate: m.certainty_indeterminate_text
};

/** A skin pattern that is a variant of idiopathic calcinosis keeps the name of the pattern. */
export const variantName: Record<Variant, Text> = {
  'hyperphosphataemic-tumoral': m.variant_hyperphosphataemic_tumoral,
  'normophosphataemic-tumoral': m.variant_normophosphataemic_tumoral,
  'subepidermal-nodule': m.pattern_subepidermal_nodule,
  scrotal: m.pattern_scrotal,
  vulvar: m.pattern_vulvar,
  'milia-like': m.pattern_milia_like
};

/** The sentence of a reason, without figures: the page shows them beside it. */
export const ruleText: Record<RuleId, Text> = {
  'exposure-at-site': m.rule_exposure_at_site,
  'calcium-raised': m.rule_calcium_raised,
  'phosphate-raised': m.rule_phosphate_raised,
  'product-raised': m.rule_product_raised,
  'damage-before': m.rule_damage_before,
  'tissue-disease': m.rule_tissue_disease,
  'no-damage-no-disease': m.rule_no_damage_no_disease,
  'figures-not-raised': m.rule_figures_not_raised,
  'tumoral-mass-with-raised-phosphate': m.rule_tumoral_mass_with_raised_phosphate,
  'tumoral-mass-with-normal-phosphate': m.rule_tumoral_mass_with_normal_phosphate,
  'idiopathic-pattern': m.rule_idiopathic_pattern
};

export const basisName: Record<Basis, Text> = {
  ionisedCalcium: m.basis_ionised_calcium,
  adjustedCalcium: m.basis_adjusted_calcium,
  computedAdjustedCalcium: m.basis_computed_adjusted_calcium,
  totalCalcium: m.basis_total_calcium,
  phosphate: m.basis_phosphate,
  reported: m.basis_reported
};

export const intervalSetName: Record<IntervalSetId, Text> = {
  'uk-consensus': m.interval_set_uk_consensus,
  'us-pedsap': m.interval_set_us_pedsap,
  'us-national-jewish': m.interval_set_us_national_jewish
};

export const signName: Record<SignId, Text> = {
  'retiform-purpura-or-livedo': m.sign_retiform_purpura_or_livedo,
  'painful-violaceous-plaque': m.sign_painful_violaceous_plaque,
  'necrosis-without-trauma': m.sign_necrosis_without_trauma,
  'painful-ulcer': m.sign_painful_ulcer,
  'painful-nodule': m.sign_painful_nodule,
  pus: m.sign_pus,
  fever: m.sign_fever,
  'spreading-redness': m.sign_spreading_redness,
  'draining-sinus': m.sign_draining_sinus,
  'infection-diagnosed': m.sign_infection_diagnosed,
  ulcer: m.sign_ulcer,
  'deposit-through-skin': m.sign_deposit_through_skin,
  'necrosis-over-deposit': m.sign_necrosis_over_deposit,
  'vessel-nerve-tendon-at-risk': m.sign_vessel_nerve_tendon_at_risk,
  'nerve-compression': m.sign_nerve_compression,
  confusion: m.sign_confusion,
  polyuria: m.sign_polyuria,
  'rhythm-change': m.sign_rhythm_change,
  'bone-pain': m.sign_bone_pain,
  cytopenia: m.sign_cytopenia,
  'ulcer-on-burn-scar': m.sign_ulcer_on_burn_scar
};

/** What stands beside a field that is refused. */
export const errorText: Record<ErrorReason, Text> = {
  'unit-not-accepted': m.error_unit_not_accepted,
  'unit-missing': m.error_unit_missing,
  'not-a-number': m.error_not_a_number,
  'not-finite': m.error_not_finite,
  negative: m.error_negative,
  'out-of-range': m.error_out_of_range,
  'value-not-accepted': m.error_value_not_accepted,
  'unknown-id': m.error_unknown_id,
  'unknown-key': m.error_unknown_key,
  'duplicate-id': m.error_duplicate_id,
  'wrong-type': m.error_wrong_type,
  'interval-reversed': m.error_interval_reversed,
  'date-not-valid': m.error_date_not_valid
};
