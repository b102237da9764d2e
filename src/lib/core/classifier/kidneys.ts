import { customVerdict } from '../intervals/bands';
import { compareWithLimits } from '../intervals/compare';
import { compare, decimal } from '../quantities/decimal';
import type { Answers, Known } from './answers';
import type { Laboratory } from './laboratory';

const EGFR_IMPAIRED_BELOW = decimal(60);

/** Are the kidneys impaired? (clinical specification 2026.1, section 4, "Kidneys") */
export function kidneysImpaired({ condition }: Answers, laboratory: Laboratory): Known {
  const diseases = [condition.get('renal-failure'), condition.get('dialysis')];
  const egfr = egfrImpaired(laboratory);
  const creatinine = creatinineRaised(laboratory);
  const evidence = [...diseases, egfr, creatinine];
  if (evidence.includes('yes')) return 'yes';
  const isRuledOut = diseases.every((known) => known === 'no');
  return isRuledOut || egfr === 'no' || creatinine === 'no' ? 'no' : 'unknown';
}

/** A figure goes before its flag. */
function egfrImpaired(laboratory: Laboratory): Known {
  const egfr = laboratory.get('egfr');
  if (egfr?.quantity)
    return compare(decimal(egfr.quantity.value), EGFR_IMPAIRED_BELOW) < 0 ? 'yes' : 'no';
  if (egfr?.reported === 'low') return 'yes';
  return egfr?.reported === 'normal' ? 'no' : 'unknown';
}

/** Judged as printed, then by the laboratory's flag, then by the custom interval; low says nothing. */
function creatinineRaised(laboratory: Laboratory): Known {
  const creatinine = laboratory.get('creatinine');
  if (!creatinine) return 'unknown';
  const { quantity, printed, reported } = creatinine;
  const verdict =
    (quantity && printed && compareWithLimits(quantity, printed, true)?.verdict) ??
    reported ??
    (quantity && customVerdict(quantity, laboratory.choice.custom, laboratory.ageInDays));
  if (verdict === 'high') return 'yes';
  return verdict === 'normal' ? 'no' : 'unknown';
}
