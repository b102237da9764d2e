import type { CautionId, RedFlagId, RuleId } from './vocabulary';

/**
 * Which sources stand behind each rule, caution and warning: ids of bibliography entries.
 * An empty list means that the clinical specification 2026.1 set it ("set by us"), and the app says so.
 */

/** Sources of the rules that give reasons. */
export const SOURCES_BY_RULE: Record<RuleId, readonly string[]> = {
  'exposure-at-site': ['review-2015', 'acta-dv-2018', 'cureus-9712'],
  'calcium-raised': ['review-2015', 'reiter-2011'],
  'phosphate-raised': ['review-2015', 'reiter-2011'],
  'product-raised': ['medscape-calcinosis', 'statpearls-calcinosis'],
  'damage-before': ['review-2015'],
  'tissue-disease': ['review-2015', 'gutierrez-2012', 'acta-dv-2018'],
  'no-damage-no-disease': ['review-2015'],
  'figures-not-raised': ['review-2015'],
  'tumoral-mass-with-raised-phosphate': ['review-2015'],
  'tumoral-mass-with-normal-phosphate': [
    'orpha-306658',
    'medscape-calcinosis',
    'statpearls-calcinosis'
  ],
  'idiopathic-pattern': ['review-2015']
};

/** Sources of the cautions. */
export const SOURCES_BY_CAUTION: Record<CautionId, readonly string[]> = {
  'adjusted-and-total-calcium-disagree': [
    'bmj-open-2018-adjusted-calcium',
    'clase-2000',
    'payne-1973'
  ],
  'ionised-and-total-calcium-disagree': ['bmj-open-2018-adjusted-calcium', 'clase-2000'],
  'laboratory-flag-disagrees': [],
  'depends-on-laboratory-interval': [
    'eflm-survey',
    'newcastle-hospitals',
    'pedsap-accp',
    'national-jewish'
  ],
  'marginal-value': ['sampaio-barros-2019'],
  'possible-unit-slip': [],
  'unusual-value': ['endocrine-abstracts-117-p75'],
  'low-calcium': ['sjkdt-2010'],
  'low-phosphate': [],
  'consider-hypoparathyroidism': [],
  'reported-interval-unknown': ['newcastle-hospitals', 'pedsap-accp'],
  'product-disagrees': ['medscape-calcinosis', 'statpearls-calcinosis', 'christman-2015'],
  'metastatic-disease-with-normal-figures': ['review-2015'],
  'distant-exposure': ['acs-case-reviews-2024', 'medscape-calcinosis'],
  'external-calcium-exposure': [],
  'pattern-suggests-idiopathic': ['review-2015'],
  'raised-pth-with-idiopathic-pattern': ['scrotal-normocalcaemic-hyperparathyroidism'],
  'tumoral-filed-differently': [
    'review-2015',
    'statpearls-calcinosis',
    'pmc-3835332',
    'medscape-calcinosis',
    'orpha-306661',
    'orpha-306658'
  ],
  'ossification-possible': [],
  'deposit-not-confirmed': ['review-2015', 'shahi-2014'],
  'consider-fat-necrosis-of-the-newborn': ['eur-j-pediatr-2008'],
  'calciphylaxis-is-not-in-the-table': ['review-2015', 'reiter-2011', 'mormile-2023']
};

/** Sources of the red flags. */
export const SOURCES_BY_RED_FLAG: Record<RedFlagId, readonly string[]> = {
  'possible-calciphylaxis': [
    'yu-2017',
    'calciphylaxis-normal-2009',
    'reiter-2011',
    'cjasn-calciphylaxis'
  ],
  'infected-deposit': ['review-2015'],
  'exposed-or-ulcerated': ['review-2015'],
  'threatened-structure': ['review-2015', 'bienvenu-2014', 'uraemic-tumoral-series'],
  'hypercalcaemic-crisis': [],
  'child-systemic-illness': [],
  'ulcer-on-burn-scar': []
};
