/** Sources of the three paragraphs on four subtypes or five, in their order. */
export const FOUR_OR_FIVE_SOURCES: readonly (readonly string[])[] = [
  ['review-2015', 'dermnet-calcinosis-cutis', 'medscape-calcinosis'],
  ['reiter-2011', 'uptodate-calcinosis', 'statpearls-calcinosis', 'mormile-2023'],
  ['review-2015', 'yu-2017', 'calciphylaxis-normal-2009']
];

/** The calcium-phosphate products in use as thresholds, supporting evidence only, and who uses which. */
export const PRODUCT_THRESHOLDS: readonly {
  'mmol2/L2': number;
  'mg2/dL2': number;
  sources: readonly string[];
}[] = [
  { 'mmol2/L2': 4.43, 'mg2/dL2': 55, sources: ['christman-2015'] },
  { 'mmol2/L2': 4.83, 'mg2/dL2': 60, sources: ['biocyclopedia'] },
  { 'mmol2/L2': 5.64, 'mg2/dL2': 70, sources: ['medscape-calcinosis', 'statpearls-calcinosis'] }
];
