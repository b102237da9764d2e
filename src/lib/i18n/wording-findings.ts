import type {
  ConditionId,
  DamageId,
  ExposureId,
  LabId,
  PatternId
} from '$lib/core/classifier/vocabulary';
import { m } from './paraglide/messages';

/**
 * Names of what a clinician enters, by id. The records are complete by their type: an id of the
 * vocabulary without a text does not compile.
 */
type Text = () => string;

/** In the language of the page, or in the one asked for: a search finds the names in both. */
type Name = (inputs?: Record<string, never>, options?: { locale?: 'fr' | 'en' }) => string;

export const conditionName: Record<ConditionId, Name> = {
  'systemic-sclerosis': m.condition_systemic_sclerosis,
  dermatomyositis: m.condition_dermatomyositis,
  'juvenile-dermatomyositis': m.condition_juvenile_dermatomyositis,
  'overlap-or-mixed-ctd': m.condition_overlap_or_mixed_ctd,
  'lupus-panniculitis': m.condition_lupus_panniculitis,
  'pancreatic-panniculitis': m.condition_pancreatic_panniculitis,
  'ehlers-danlos': m.condition_ehlers_danlos,
  'systemic-lupus': m.condition_systemic_lupus,
  'pseudoxanthoma-elasticum': m.condition_pseudoxanthoma_elasticum,
  'porphyria-cutanea-tarda': m.condition_porphyria_cutanea_tarda,
  'renal-failure': m.condition_renal_failure,
  dialysis: m.condition_dialysis,
  hyperparathyroidism: m.condition_hyperparathyroidism,
  sarcoidosis: m.condition_sarcoidosis,
  'hypervitaminosis-d': m.condition_hypervitaminosis_d,
  'milk-alkali': m.condition_milk_alkali,
  malignancy: m.condition_malignancy,
  'familial-tumoral-calcinosis': m.condition_familial_tumoral_calcinosis,
  'hypoparathyroidism-or-pseudo': m.condition_hypoparathyroidism_or_pseudo,
  'tumour-lysis': m.condition_tumour_lysis,
  calciphylaxis: m.condition_calciphylaxis,
  'albright-osteodystrophy': m.condition_albright_osteodystrophy,
  paraprotein: m.condition_paraprotein,
  'acid-base-disturbance': m.condition_acid_base_disturbance,
  obesity: m.condition_obesity,
  diabetes: m.condition_diabetes,
  'liver-disease': m.condition_liver_disease
};

export const exposureName: Record<ExposureId, Name> = {
  'iv-calcium': m.exposure_iv_calcium,
  'calcium-heparin': m.exposure_calcium_heparin,
  'parenteral-phosphate': m.exposure_parenteral_phosphate,
  'calcium-electrode-paste': m.exposure_calcium_electrode_paste,
  'calcium-alginate-dressing': m.exposure_calcium_alginate_dressing,
  'vitamin-d': m.exposure_vitamin_d,
  'calcitriol-or-alfacalcidol': m.exposure_calcitriol_or_alfacalcidol,
  'calcium-and-alkali': m.exposure_calcium_and_alkali,
  'phosphate-load': m.exposure_phosphate_load,
  'occupational-calcium': m.exposure_occupational_calcium,
  'vitamin-k-antagonist': m.exposure_vitamin_k_antagonist
};

export const damageName: Record<DamageId, Text> = {
  'skin-infection': m.damage_skin_infection,
  'skin-tumour': m.damage_skin_tumour,
  'burn-or-scar': m.damage_burn_or_scar,
  trauma: m.damage_trauma,
  injection: m.damage_injection,
  'oil-injection': m.damage_oil_injection,
  'venous-insufficiency': m.damage_venous_insufficiency,
  'heel-sticks': m.damage_heel_sticks
};

export const patternName: Record<PatternId, Text> = {
  'subepidermal-nodule': m.pattern_subepidermal_nodule,
  scrotal: m.pattern_scrotal,
  vulvar: m.pattern_vulvar,
  'milia-like': m.pattern_milia_like,
  'periarticular-mass': m.pattern_periarticular_mass,
  circumscribed: m.pattern_circumscribed,
  universal: m.pattern_universal
};

export const labName: Record<LabId, Text> = {
  totalCalcium: m.lab_total_calcium,
  adjustedCalcium: m.lab_adjusted_calcium,
  ionisedCalcium: m.lab_ionised_calcium,
  phosphate: m.lab_phosphate,
  albumin: m.lab_albumin,
  creatinine: m.lab_creatinine,
  egfr: m.lab_egfr,
  pth: m.lab_pth,
  vitaminD25: m.lab_vitamin_d25,
  calciumPhosphateProduct: m.lab_calcium_phosphate_product
};
