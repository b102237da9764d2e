/** The ids of the public vocabulary, written out once more so that this implementation depends on nothing. */

export const RULE_SET = '2026.1';

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
];

const CALCIUM_UNITS = ['mmol/L', 'mg/dL', 'meq/L'];
export const UNITS: Record<string, string[]> = {
  totalCalcium: CALCIUM_UNITS,
  adjustedCalcium: CALCIUM_UNITS,
  ionisedCalcium: CALCIUM_UNITS,
  phosphate: ['mmol/L', 'mg/dL'],
  albumin: ['g/L', 'g/dL'],
  creatinine: ['umol/L', 'mg/dL'],
  egfr: ['mL/min/{1.73_m2}'],
  pth: ['pmol/L', 'ng/L', 'pg/mL'],
  vitaminD25: ['nmol/L', 'ng/mL', 'ug/L'],
  calciumPhosphateProduct: ['mmol2/L2', 'mg2/dL2']
};
export const AGE_UNITS = ['a', 'mo', 'wk', 'd'];
export const SEXES = ['female', 'male', 'other', 'unknown'];
export const ANSWERS = ['yes', 'no', 'unknown'];
export const FLAGS = ['low', 'normal', 'high'];
export const SETS = ['uk-consensus', 'us-pedsap', 'us-national-jewish'];

export const EXPOSURES_AT_SITE = [
  'iv-calcium',
  'calcium-heparin',
  'parenteral-phosphate',
  'calcium-electrode-paste',
  'calcium-alginate-dressing'
];
export const EXPOSURES = [
  ...EXPOSURES_AT_SITE,
  'vitamin-d',
  'calcitriol-or-alfacalcidol',
  'calcium-and-alkali',
  'phosphate-load',
  'occupational-calcium',
  'vitamin-k-antagonist'
];

export const TISSUE_DISEASES = [
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
];
export const CONDITIONS = [
  ...TISSUE_DISEASES,
  'renal-failure',
  'dialysis',
  'hyperparathyroidism',
  'sarcoidosis',
  'hypervitaminosis-d',
  'milk-alkali',
  'malignancy',
  'familial-tumoral-calcinosis',
  'hypoparathyroidism-or-pseudo',
  'tumour-lysis',
  'calciphylaxis',
  'albright-osteodystrophy',
  'paraprotein',
  'acid-base-disturbance',
  'obesity',
  'diabetes',
  'liver-disease'
];

export const DAMAGE = [
  'skin-infection',
  'skin-tumour',
  'burn-or-scar',
  'trauma',
  'injection',
  'oil-injection',
  'venous-insufficiency',
  'heel-sticks'
];
export const IDIOPATHIC_PATTERNS = ['subepidermal-nodule', 'scrotal', 'vulvar', 'milia-like'];
export const PATTERNS = [
  ...IDIOPATHIC_PATTERNS,
  'periarticular-mass',
  'circumscribed',
  'universal'
];

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
];
