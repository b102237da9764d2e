import type { CautionId, RedFlagId, RuleId, Subtype } from '$lib/core/classifier/vocabulary';

/** Where the reference says more about what the classifier answers: `TOPIC` or `TOPIC#SECTION`. A test opens each. */

export const MORE_ON_SUBTYPE: Record<Subtype, string> = {
  dystrophic: 'dystrophic',
  metastatic: 'metastatic',
  iatrogenic: 'iatrogenic',
  idiopathic: 'idiopathic'
};

export const MORE_ON_RULE: Record<RuleId, string> = {
  'exposure-at-site': 'iatrogenic#the-question',
  'calcium-raised': 'laboratory#which-calcium',
  'phosphate-raised': 'metastatic#phosphate-alone',
  'product-raised': 'laboratory#product',
  'damage-before': 'dystrophic#damage',
  'tissue-disease': 'dystrophic#diseases',
  'no-damage-no-disease': 'idiopathic#four-conditions',
  'figures-not-raised': 'laboratory#what-it-tells',
  'tumoral-mass-with-raised-phosphate': 'tumoral-calcinosis#by-phosphate',
  'tumoral-mass-with-normal-phosphate': 'tumoral-calcinosis#by-phosphate',
  'idiopathic-pattern': 'idiopathic#patterns'
};

export const MORE_ON_CAUTION: Partial<Record<CautionId, string>> = {
  'adjusted-and-total-calcium-disagree': 'laboratory#adjusted-calcium',
  'ionised-and-total-calcium-disagree': 'laboratory#which-calcium',
  'depends-on-laboratory-interval': 'laboratory#intervals',
  'marginal-value': 'laboratory#marginal-value',
  'possible-unit-slip': 'laboratory#unit-slip',
  'low-calcium': 'laboratory#low-calcium',
  'reported-interval-unknown': 'laboratory#children',
  'product-disagrees': 'laboratory#product',
  'metastatic-disease-with-normal-figures': 'metastatic#earlier-values',
  'distant-exposure': 'iatrogenic#distant-exposure',
  'external-calcium-exposure': 'iatrogenic#occupational-calcium',
  'pattern-suggests-idiopathic': 'dystrophic#idiopathic-pattern',
  'tumoral-filed-differently': 'tumoral-calcinosis#who-files-it-where',
  'ossification-possible': 'metastatic#albright-osteodystrophy',
  'deposit-not-confirmed': 'imaging#radiograph-first',
  'consider-fat-necrosis-of-the-newborn': 'metastatic#under-1-year',
  'calciphylaxis-is-not-in-the-table': 'calciphylaxis#and-the-subtype'
};

export const MORE_ON_RED_FLAG: Partial<Record<RedFlagId, string>> = {
  'possible-calciphylaxis': 'calciphylaxis#signs',
  'infected-deposit': 'infection-and-wounds#local-treatment',
  'exposed-or-ulcerated': 'infection-and-wounds#ulcers',
  'threatened-structure': 'surgery#when-it-is-proposed',
  'hypercalcaemic-crisis': 'laboratory#hypercalcaemic-crisis'
};
