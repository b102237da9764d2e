import type { NumberContext, NumberReading } from '../../src/lib/core/quantities/read-number';

const CALCIUM: NumberContext = { analyte: 'totalCalcium', unit: 'mmol/L' };
const CREATININE: NumberContext = { analyte: 'creatinine', unit: 'umol/L' };
const VITAMIN_D: NumberContext = { analyte: 'vitaminD25', unit: 'nmol/L' };
const PTH: NumberContext = { analyte: 'pth', unit: 'ng/L' };
const EGFR: NumberContext = { analyte: 'egfr', unit: 'mL/min/{1.73_m2}' };
const AGE: NumberContext = { analyte: 'age', unit: 'a' };

const read = (value: number): NumberReading => ({ kind: 'read', value });
const asks = (...candidates: [number, number]): NumberReading => ({
  kind: 'ambiguous',
  candidates
});
type Reason = Extract<NumberReading, { kind: 'refused' }>['reason'];
const refused = (reason: Reason): NumberReading => ({ kind: 'refused', reason });

/**
 * Promise 18: what a person types or pastes, and how it must be read. Invisible spaces and look-alike
 * signs are written by their code, since nobody could tell them apart here.
 */
export const NUMBER_GRID: [text: string, context: NumberContext, reading: NumberReading][] = [
  ['', CALCIUM, { kind: 'empty' }],
  [' \u00a0\t', CALCIUM, { kind: 'empty' }],

  ['2,35', CALCIUM, read(2.35)],
  ['2.35', CALCIUM, read(2.35)],
  [' 2,35 ', CALCIUM, read(2.35)],
  ['\u202f2.35\u00a0', CALCIUM, read(2.35)],
  ['2', CALCIUM, read(2)],
  ['02,35', CALCIUM, read(2.35)],
  ['2,350', CALCIUM, read(2.35)],
  ['0,5', PTH, read(0.5)],
  [',5', PTH, read(0.5)],
  ['.5', PTH, read(0.5)],
  ['2.5000', CALCIUM, read(2.5)],

  ['1.234,5', CREATININE, read(1234.5)],
  ['1,234.5', CREATININE, read(1234.5)],
  ["1'234.5", CREATININE, read(1234.5)],
  ["1'234,5", CREATININE, read(1234.5)],
  ['1\u2019234.5', CREATININE, read(1234.5)],
  ['1\u2019234,5', CREATININE, read(1234.5)],
  ['1\u0020234,5', CREATININE, read(1234.5)],
  ['1\u00a0234,5', CREATININE, read(1234.5)],
  ['1\u202f234,5', CREATININE, read(1234.5)],
  ['1\u2009234,5', CREATININE, read(1234.5)],
  ['1\u2007234,5', CREATININE, read(1234.5)],
  ['1\u202f234', CREATININE, read(1234)],
  ['12\u202f345\u202f678,9', CREATININE, read(12_345_678.9)],
  ['12.345.678,9', CREATININE, read(12_345_678.9)],
  ['12,345,678.9', CREATININE, read(12_345_678.9)],
  ['12345678,9', CREATININE, read(12_345_678.9)],
  ['1 234.567', CREATININE, read(1234.567)],
  ['1234,567', CREATININE, read(1234.567)],
  ['1234', CREATININE, read(1234)],

  ['1,234', CALCIUM, asks(1.234, 1234)],
  ['1.234', CALCIUM, asks(1.234, 1234)],
  ['2,345', CALCIUM, read(2.345)],
  ['2.345', CALCIUM, read(2.345)],
  ['1,234', CREATININE, read(1234)],
  ['1.234', CREATININE, read(1234)],
  ['1,001', CREATININE, read(1001)],
  ['2.500', CREATININE, read(2500)],
  ['9,999', CREATININE, asks(9.999, 9999)],
  ['2.500', VITAMIN_D, asks(2.5, 2500)],
  ['2.501', VITAMIN_D, read(2.501)],
  ['1,001', PTH, asks(1.001, 1001)],
  ['1.005', PTH, asks(1.005, 1005)],
  ['120,000', PTH, read(120)],
  ['59.999', EGFR, read(59.999)],
  ['16,500', AGE, read(16.5)],
  ['0,234', CALCIUM, read(0.234)],
  ['2,3456', CALCIUM, read(2.3456)],

  ['0', EGFR, read(0)],
  ['0', AGE, read(0)],
  ['0,0', AGE, read(0)],
  ['0', CALCIUM, refused('zero')],
  ['0,00', CALCIUM, refused('zero')],
  ['.0', CALCIUM, refused('zero')],

  ['<0,5', CALCIUM, refused('comparator')],
  ['> 4', CALCIUM, refused('comparator')],
  ['\u22645', CALCIUM, refused('comparator')],
  ['\u22655', CALCIUM, refused('comparator')],
  ['2,35 %', CALCIUM, refused('percent')],

  ['1e3', CALCIUM, refused('exponent')],
  ['1E3', CALCIUM, refused('exponent')],
  ['1 e 3', CALCIUM, refused('exponent')],
  ['1e-3', CALCIUM, refused('exponent')],
  ['1e+3', CALCIUM, refused('exponent')],
  ['2.35 x 10', CALCIUM, refused('exponent')],
  ['2,35\u00d710', CALCIUM, refused('exponent')],
  ['2\u00b710', CALCIUM, refused('exponent')],
  ['2*10', CALCIUM, refused('exponent')],
  ['10^3', CALCIUM, refused('exponent')],
  ['10 ^ 3', CALCIUM, refused('exponent')],

  ['-2,35', CALCIUM, refused('negative')],
  ['\u22122,35', CALCIUM, refused('negative')],
  ['\u20102,35', CALCIUM, refused('negative')],
  ['\u20132,35', CALCIUM, refused('negative')],
  ['\u20152,35', CALCIUM, refused('negative')],
  ['\ufe632,35', CALCIUM, refused('negative')],
  ['\uff0d2,35', CALCIUM, refused('negative')],
  [' - 2,35', CALCIUM, refused('negative')],

  ['2,35 mmol/L', CALCIUM, refused('letters')],
  ['l,35', CALCIUM, refused('letters')],
  ['e3', CALCIUM, refused('letters')],
  ['+2', CALCIUM, refused('letters')],
  ['2-3', CALCIUM, refused('letters')],
  ['~2', CALCIUM, refused('letters')],
  ['2;35', CALCIUM, refused('letters')],
  ['NaN', CALCIUM, refused('letters')],
  ['Infinity', CALCIUM, refused('letters')],
  ['\u0662', CALCIUM, refused('letters')],
  ['\uff12', CALCIUM, refused('letters')],
  ['2\u200b35', CALCIUM, refused('letters')],

  ['2,3,5', CALCIUM, refused('separators')],
  ['2.3.5', CALCIUM, refused('separators')],
  ['2.3,5', CALCIUM, refused('separators')],
  ['2,3.5', CALCIUM, refused('separators')],
  ['1,234,567', CREATININE, refused('separators')],
  ['1.234.567', CREATININE, refused('separators')],
  ['1.234,567.8', CREATININE, refused('separators')],
  ['1.2345,6', CREATININE, refused('separators')],
  ['1,23.4', CREATININE, refused('separators')],
  ['1234.567,8', CREATININE, refused('separators')],
  ['1234,567.8', CREATININE, refused('separators')],
  ['1.234,', CREATININE, refused('separators')],
  ['1,234.', CREATININE, refused('separators')],
  ['2,', CALCIUM, refused('separators')],
  ['2.', CALCIUM, refused('separators')],
  ['..5', CALCIUM, refused('separators')],
  [',', CALCIUM, refused('separators')],
  ["'5", CALCIUM, refused('separators')],
  ["5'", CALCIUM, refused('separators')],
  ['2 35', CALCIUM, refused('separators')],
  ['2 , 35', CALCIUM, refused('separators')],
  ['1234 567', CREATININE, refused('separators')],
  ['1 2345', CREATININE, refused('separators')],
  ["1 234'567", CREATININE, refused('separators')],
  ['1 234,', CREATININE, refused('separators')],
  ['1 234,5,6', CREATININE, refused('separators')],
  ['12 34 567', CREATININE, refused('separators')],

  ['123456789012', CREATININE, read(123_456_789_012)],
  ['1234567890123', CREATININE, refused('out-of-range')],
  ['2,12345678901', CALCIUM, read(2.123_456_789_01)],
  ['2,123456789012', CALCIUM, refused('out-of-range')],
  ['0,000000000001', PTH, read(1e-12)],
  ['0002,35', CALCIUM, read(2.35)],
  ['0000000000002,35', CALCIUM, read(2.35)]
];
