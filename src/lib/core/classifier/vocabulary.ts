/**
 * Every id of the classifier's public contract. Ids are permanent: one that has been published is
 * never renamed and never reused. A test holds these lists against the clinical specification.
 */

export const RULE_SET = '2026.1';

export const SUBTYPES = ['dystrophic', 'metastatic', 'iatrogenic', 'idiopathic'] as const;
export type Subtype = (typeof SUBTYPES)[number];

export const CERTAINTIES = ['supported', 'provisional', 'indeterminate'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** The skin patterns that are variants of idiopathic calcinosis. */
export const IDIOPATHIC_PATTERNS = [
  'subepidermal-nodule',
  'scrotal',
  'vulvar',
  'milia-like'
] as const;
export const VARIANTS = [
  'hyperphosphataemic-tumoral',
  'normophosphataemic-tumoral',
  ...IDIOPATHIC_PATTERNS
] as const;
export type Variant = (typeof VARIANTS)[number];

export const ANSWERS = ['yes', 'no', 'unknown'] as const;
export type Answer = (typeof ANSWERS)[number];

export const SEXES = ['female', 'male', 'other', 'unknown'] as const;

export const LABS = [
  'totalCalcium',
  'adjustedCalcium',
  'ionisedCalcium',
  'phosphate',
  'albumin',
  'creatinine',
  'egfr',
  'pth',
  'vitaminD25',
  'calciumPhosphateProduct'
] as const;
export type LabId = (typeof LABS)[number];

export const REPORTED = ['low', 'normal', 'high'] as const;
export type Reported = (typeof REPORTED)[number];

export const INTERVAL_SETS = ['uk-consensus', 'us-pedsap', 'us-national-jewish'] as const;
export type IntervalSetId = (typeof INTERVAL_SETS)[number];

/** Exposures that bring calcium or phosphate to the site itself: the only ones that can make X. */
export const EXPOSURES_AT_SITE = [
  'iv-calcium',
  'calcium-heparin',
  'parenteral-phosphate',
  'calcium-electrode-paste',
  'calcium-alginate-dressing'
] as const;
export type ExposureAtSite = (typeof EXPOSURES_AT_SITE)[number];
export const SYSTEMIC_LOADS = [
  'vitamin-d',
  'calcitriol-or-alfacalcidol',
  'calcium-and-alkali',
  'phosphate-load'
] as const;
export const OTHER_EXPOSURES = ['occupational-calcium', 'vitamin-k-antagonist'] as const;
export const EXPOSURES = [...EXPOSURES_AT_SITE, ...SYSTEMIC_LOADS, ...OTHER_EXPOSURES] as const;
export type ExposureId = (typeof EXPOSURES)[number];

/** Diseases known to damage the tissue: each makes T. */
export const TISSUE_CONDITIONS = [
  'systemic-sclerosis',
  'dermatomyositis',
  'juvenile-dermatomyositis',
  'overlap-or-mixed-ctd',
  'lupus-panniculitis',
  'pancreatic-panniculitis',
  'ehlers-danlos',
  'systemic-lupus',
  'pseudoxanthoma-elasticum',
  'porphyria-cutanea-tarda'
] as const;
export const CALCIUM_PHOSPHATE_CONDITIONS = [
  'renal-failure',
  'dialysis',
  'hyperparathyroidism',
  'sarcoidosis',
  'hypervitaminosis-d',
  'milk-alkali',
  'malignancy',
  'familial-tumoral-calcinosis',
  'hypoparathyroidism-or-pseudo',
  'tumour-lysis'
] as const;
export const OTHER_CONDITIONS = [
  'calciphylaxis',
  'albright-osteodystrophy',
  'paraprotein',
  'acid-base-disturbance',
  'obesity',
  'diabetes',
  'liver-disease'
] as const;
export const CONDITIONS = [
  ...TISSUE_CONDITIONS,
  ...CALCIUM_PHOSPHATE_CONDITIONS,
  ...OTHER_CONDITIONS
] as const;
export type ConditionId = (typeof CONDITIONS)[number];

export const DAMAGES = [
  'skin-infection',
  'skin-tumour',
  'burn-or-scar',
  'trauma',
  'injection',
  'oil-injection',
  'venous-insufficiency',
  'heel-sticks'
] as const;
export type DamageId = (typeof DAMAGES)[number];

export const PATTERNS = [
  ...IDIOPATHIC_PATTERNS,
  'periarticular-mass',
  'circumscribed',
  'universal'
] as const;
export type PatternId = (typeof PATTERNS)[number];

export const SIGNS = [
  'retiform-purpura-or-livedo',
  'painful-violaceous-plaque',
  'necrosis-without-trauma',
  'painful-ulcer',
  'painful-nodule',
  'pus',
  'fever',
  'spreading-redness',
  'draining-sinus',
  'infection-diagnosed',
  'ulcer',
  'deposit-through-skin',
  'necrosis-over-deposit',
  'vessel-nerve-tendon-at-risk',
  'nerve-compression',
  'confusion',
  'polyuria',
  'rhythm-change',
  'bone-pain',
  'cytopenia',
  'ulcer-on-burn-scar'
] as const;
export type SignId = (typeof SIGNS)[number];

export const RED_FLAGS = [
  'possible-calciphylaxis',
  'infected-deposit',
  'exposed-or-ulcerated',
  'threatened-structure',
  'hypercalcaemic-crisis',
  'child-systemic-illness',
  'ulcer-on-burn-scar'
] as const;
export type RedFlagId = (typeof RED_FLAGS)[number];

export const CAUTIONS = [
  'adjusted-and-total-calcium-disagree',
  'ionised-and-total-calcium-disagree',
  'laboratory-flag-disagrees',
  'depends-on-laboratory-interval',
  'marginal-value',
  'possible-unit-slip',
  'unusual-value',
  'low-calcium',
  'low-phosphate',
  'consider-hypoparathyroidism',
  'reported-interval-unknown',
  'product-disagrees',
  'metastatic-disease-with-normal-figures',
  'distant-exposure',
  'external-calcium-exposure',
  'pattern-suggests-idiopathic',
  'raised-pth-with-idiopathic-pattern',
  'tumoral-filed-differently',
  'ossification-possible',
  'deposit-not-confirmed',
  'consider-fat-necrosis-of-the-newborn',
  'calciphylaxis-is-not-in-the-table'
] as const;
export type CautionId = (typeof CAUTIONS)[number];

export const ERROR_REASONS = [
  'unit-not-accepted',
  'unit-missing',
  'not-a-number',
  'not-finite',
  'negative',
  'out-of-range',
  'value-not-accepted',
  'unknown-id',
  'unknown-key',
  'duplicate-id',
  'wrong-type',
  'interval-reversed',
  'date-not-valid'
] as const;
export type ErrorReason = (typeof ERROR_REASONS)[number];

export const STATUSES = ['low', 'normal', 'high', 'not-raised', 'unknown'] as const;
/** `not-raised`: only the outer bound for infants judged, so low and normal cannot be told apart. */
export type Status = (typeof STATUSES)[number];

export const BASES = [
  'ionisedCalcium',
  'adjustedCalcium',
  'computedAdjustedCalcium',
  'totalCalcium',
  'phosphate',
  'reported'
] as const;
export type Basis = (typeof BASES)[number];

export const INTERVAL_SOURCES = [
  'printed',
  'laboratory-flag',
  'custom',
  ...INTERVAL_SETS,
  'outer-bound'
] as const;
export type IntervalSource = (typeof INTERVAL_SOURCES)[number];

export const CAN_CHANGE = ['subtype', 'concurrent', 'variants'] as const;
export type CanChange = (typeof CAN_CHANGE)[number];

export const OUTCOME_ANSWERS = ['yes', 'no', 'none', 'raised', 'not-raised'] as const;
export type OutcomeAnswer = (typeof OUTCOME_ANSWERS)[number];

export const RULES = [
  'exposure-at-site',
  'calcium-raised',
  'phosphate-raised',
  'product-raised',
  'damage-before',
  'tissue-disease',
  'no-damage-no-disease',
  'figures-not-raised',
  'tumoral-mass-with-raised-phosphate',
  'tumoral-mass-with-normal-phosphate',
  'idiopathic-pattern'
] as const;
export type RuleId = (typeof RULES)[number];
