import { compareWithThreshold } from '../intervals/compare';
import type { Judgement } from '../intervals/judge';
import { convertDecimal } from '../quantities/convert';
import { decimal, multiply, round, toNumber } from '../quantities/decimal';
import type { InputPath } from './assessment';
import type { CalciumStatus } from './calcium';
import type { Laboratory } from './laboratory';
import type { Status } from './vocabulary';

export interface PhosphateStatus {
  /** Absent when no phosphate can be judged. */
  judgement: Judgement | undefined;
  status: Status;
  /** What to ask for when the status is not known. */
  ask: InputPath;
}

export function phosphateStatus(laboratory: Laboratory): PhosphateStatus {
  const phosphate = laboratory.get('phosphate');
  const judgement = phosphate && laboratory.judge(phosphate);
  return {
    judgement,
    status: judgement?.status ?? 'unknown',
    ask: judgement?.waitsFor === 'age' ? 'subject.age' : 'labs.phosphate'
  };
}

const PRODUCT_HIGH = { 'mmol2/L2': '5.64', 'mg2/dL2': '70' };

/** A product entered as a figure at or above the threshold, or reported high; a normal one says nothing. */
export function isProductHigh(laboratory: Laboratory): boolean {
  const product = laboratory.get('calciumPhosphateProduct');
  if (product?.reported === 'high') return true;
  return (
    product?.quantity !== undefined && compareWithThreshold(product.quantity, PRODUCT_HIGH) >= 0
  );
}

export interface Product {
  value: number;
  unit: 'mmol2/L2' | 'mg2/dL2';
}

/** As entered, or calcium x phosphate; the calcium is adjusted where it can be, never ionised. */
export function productOf(
  laboratory: Laboratory,
  { adjustment }: CalciumStatus
): Product | undefined {
  const entered = laboratory.get('calciumPhosphateProduct')?.quantity;
  if (entered) return { value: entered.value, unit: entered.unit as Product['unit'] };
  const phosphate = laboratory.get('phosphate')?.quantity;
  const total = laboratory.get('totalCalcium')?.quantity;
  const calcium =
    laboratory.get('adjustedCalcium')?.quantity ??
    (adjustment && total && { ...total, value: adjustment.adjusted }) ??
    total;
  if (!calcium || !phosphate) return undefined;
  const product = multiply(
    convertDecimal(calcium.analyte, decimal(calcium.value), calcium.unit, 'mmol/L'),
    convertDecimal('phosphate', decimal(phosphate.value), phosphate.unit, 'mmol/L')
  );
  return { value: toNumber(round(product, 2)), unit: 'mmol2/L2' };
}
