import type {
  Basis,
  Certainty,
  IntervalSetId,
  IntervalSource,
  RuleId,
  Status,
  Subtype,
  Variant
} from '$lib/core/classifier/vocabulary';
import { m } from './paraglide/messages';

/**
 * Names of what the classifier answers, by id. The records are complete by their type: an id of
 * the vocabulary without a text does not compile. Findings: `wording-findings`; cautions and red
 * flags: `wording-warnings`; units: `wording-units`.
 */
type Text = () => string;

/** Feminine in French: it qualifies the calcinosis. */
export const subtypeName: Record<Subtype | 'indeterminate', Text> = {
  dystrophic: m.subtype_dystrophic,
  metastatic: m.subtype_metastatic,
  iatrogenic: m.subtype_iatrogenic,
  idiopathic: m.subtype_idiopathic,
  indeterminate: m.subtype_indeterminate
};

/** One sentence, from the review. */
export const subtypeDefinition: Record<Subtype | 'indeterminate', Text> = {
  dystrophic: m.subtype_dystrophic_definition,
  metastatic: m.subtype_metastatic_definition,
  iatrogenic: m.subtype_iatrogenic_definition,
  idiopathic: m.subtype_idiopathic_definition,
  indeterminate: m.subtype_indeterminate_definition
};

export const certaintyName: Record<Certainty, Text> = {
  supported: m.certainty_supported,
  provisional: m.certainty_provisional,
  indeterminate: m.certainty_indeterminate
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

export const statusName: Record<Status, Text> = {
  low: m.status_low,
  normal: m.status_normal,
  high: m.status_high,
  'not-raised': m.status_not_raised,
  unknown: m.status_unknown
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

/** Who judged: the words that stand beside an interval. */
export const intervalSourceName: Record<IntervalSource, Text> = {
  printed: m.interval_source_printed,
  'laboratory-flag': m.interval_source_laboratory_flag,
  custom: m.interval_source_custom,
  'uk-consensus': m.interval_set_uk_consensus,
  'us-pedsap': m.interval_set_us_pedsap,
  'us-national-jewish': m.interval_set_us_national_jewish,
  'outer-bound': m.interval_source_outer_bound
};
