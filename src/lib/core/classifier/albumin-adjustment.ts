import { convertDecimal, displayDecimals, firstUnit } from '../quantities/convert';
import { type Decimal, add, decimal, multiply, subtract, toNumber } from '../quantities/decimal';
import type { LabValue } from './laboratory';

const PAYNE_SLOPE = decimal('0.02');
const PAYNE_ALBUMIN_G_L = decimal(40);

export function albuminInGramsPerLitre({ quantity }: LabValue<'albumin'>): Decimal | undefined {
  return (
    quantity &&
    convertDecimal('albumin', decimal(quantity.value), quantity.unit, firstUnit('albumin'))
  );
}

/**
 * Albumin-adjusted calcium by Payne 1973: Ca mmol/L + 0.02 x (40 - albumin g/L), converted back into
 * the unit of the total and rounded half up to its display decimals.
 */
export function adjustForAlbumin(
  { quantity: total, printed }: LabValue<'totalCalcium'>,
  albumin: LabValue<'albumin'>
): LabValue<'totalCalcium'> | undefined {
  const gramsPerLitre = albuminInGramsPerLitre(albumin);
  if (!total || !gramsPerLitre) return undefined;
  const first = firstUnit('totalCalcium');
  const adjusted = add(
    convertDecimal('totalCalcium', decimal(total.value), total.unit, first),
    multiply(PAYNE_SLOPE, subtract(PAYNE_ALBUMIN_G_L, gramsPerLitre))
  );
  const shown = convertDecimal(
    'totalCalcium',
    adjusted,
    first,
    total.unit,
    displayDecimals(total.unit)
  );
  return {
    analyte: 'totalCalcium',
    quantity: { ...total, value: toNumber(shown) },
    ...(printed && { printed }),
    isUnusual: false,
    slipReadings: []
  };
}
