/**
 * Analytes and the UCUM units accepted for each, in the order in which they are offered.
 * Source of the list: the clinical specification 2026.1, section 2.
 */
export const UNITS = {
  totalCalcium: ['mmol/L', 'mg/dL', 'meq/L'],
  adjustedCalcium: ['mmol/L', 'mg/dL', 'meq/L'],
  ionisedCalcium: ['mmol/L', 'mg/dL', 'meq/L'],
  phosphate: ['mmol/L', 'mg/dL'],
  albumin: ['g/L', 'g/dL'],
  creatinine: ['umol/L', 'mg/dL'],
  egfr: ['mL/min/{1.73_m2}'],
  pth: ['pmol/L', 'ng/L', 'pg/mL'],
  vitaminD25: ['nmol/L', 'ng/mL', 'ug/L'],
  calciumPhosphateProduct: ['mmol2/L2', 'mg2/dL2']
} as const;

export type Analyte = keyof typeof UNITS;
export type UnitOf<A extends Analyte> = (typeof UNITS)[A][number];
export type Unit = UnitOf<Analyte>;

export const AGE_UNITS = ['a', 'mo', 'wk', 'd'] as const;
export type AgeUnit = (typeof AGE_UNITS)[number];
