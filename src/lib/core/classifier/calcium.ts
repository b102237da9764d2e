import { compareWithThreshold } from '../intervals/compare';
import type { Judgement } from '../intervals/judge';
import { isYounger } from '../quantities/age';
import { compare, decimal } from '../quantities/decimal';
import type { Quantity } from '../quantities/plausibility';
import { albuminInGramsPerLitre } from './albumin-adjustment';
import type { Answers, Known } from './answers';
import type { InputPath } from './assessment';
import type { Laboratory } from './laboratory';
import type { Basis, Status } from './vocabulary';

export type CalciumAnalyte = 'ionisedCalcium' | 'adjustedCalcium' | 'totalCalcium';

/** One way to know the calcium, judged. */
export interface CalciumCandidate {
  basis: Exclude<Basis, 'phosphate' | 'reported'>;
  analyte: CalciumAnalyte;
  inputs: InputPath[];
  judgement: Judgement;
}

export interface Adjustment {
  total: number;
  adjusted: number;
  unit: string;
  /** Whether albumin adjustment can be relied on here. */
  reliable: Known;
}

export interface CalciumStatus {
  /** The value that decides; absent when none can. */
  deciding: CalciumCandidate | undefined;
  status: Status;
  adjustment: Adjustment | undefined;
  /** Inputs that contradict the deciding value on raised or not. */
  disagreement: { with: 'ionised' | 'adjusted'; inputs: InputPath[] } | undefined;
  /** What to ask for when the status is not known. */
  ask: InputPath;
}

const ALBUMIN_UNRELIABLE_BELOW_G_L = decimal(20);

/** Raised is yes or no once a status is known. */
export function isRaised(status: Status): Known {
  if (status === 'unknown') return 'unknown';
  return status === 'high' ? 'yes' : 'no';
}

/**
 * Calcium by ionised; else adjusted as reported; else total with albumin; else total alone. A value
 * that cannot be judged yields to the next (clinical specification 2026.1, section 4).
 */
export function calciumStatus(
  answers: Answers,
  laboratory: Laboratory,
  kidneys: Known
): CalciumStatus {
  const adjusted = laboratory.adjusted?.quantity;
  const reliable = adjustmentReliable(answers, laboratory, kidneys);
  const ionised = entered(laboratory, 'ionisedCalcium');
  const reported = entered(laboratory, 'adjustedCalcium');
  const computed = computedAdjusted(laboratory);
  const total = entered(laboratory, 'totalCalcium');
  const deciding = ionised ?? reported ?? computed ?? total;

  const disagreement = disagreementOf(deciding, [reported, computed, total]);
  const isUnsettled = disagreement?.with === 'adjusted' && reliable === 'no';
  return {
    deciding: isUnsettled ? undefined : deciding,
    status: isUnsettled || !deciding ? 'unknown' : deciding.judgement.status,
    adjustment: adjusted && {
      total: laboratory.get('totalCalcium')!.quantity!.value,
      adjusted: adjusted.value,
      unit: adjusted.unit,
      reliable
    },
    disagreement,
    ask: whatToAsk(laboratory, deciding, isUnsettled || reliable === 'no')
  };
}

function entered(laboratory: Laboratory, analyte: CalciumAnalyte): CalciumCandidate | undefined {
  const lab = laboratory.get(analyte);
  const judgement = lab && laboratory.judge(lab);
  return judgement && { basis: analyte, analyte, inputs: [`labs.${analyte}`], judgement };
}

function computedAdjusted(laboratory: Laboratory): CalciumCandidate | undefined {
  const judgement = laboratory.adjusted && laboratory.judge(laboratory.adjusted);
  return (
    judgement && {
      basis: 'computedAdjustedCalcium',
      analyte: 'totalCalcium',
      inputs: ['labs.totalCalcium', 'labs.albumin'],
      judgement
    }
  );
}

/** Adjustment is worse than raw calcium in these (BMJ Open 2018;8:e017703; Clase 2000). */
function adjustmentReliable(answers: Answers, laboratory: Laboratory, kidneys: Known): Known {
  const albumin = laboratory.get('albumin');
  const gramsPerLitre = albumin && albuminInGramsPerLitre(albumin);
  if (
    (gramsPerLitre && compare(gramsPerLitre, ALBUMIN_UNRELIABLE_BELOW_G_L) < 0) ||
    kidneys === 'yes' ||
    isYounger(laboratory.ageInDays, { value: 28, unit: 'd' }) ||
    answers.condition.get('paraprotein') === 'yes' ||
    answers.condition.get('acid-base-disturbance') === 'yes'
  )
    return 'no';
  return kidneys === 'no' ? 'yes' : 'unknown';
}

function disagreementOf(
  deciding: CalciumCandidate | undefined,
  others: (CalciumCandidate | undefined)[]
): CalciumStatus['disagreement'] {
  if (!deciding) return undefined;
  const isIonised = deciding.basis === 'ionisedCalcium';
  const decided = isRaised(deciding.judgement.status);
  const against = others.filter((other) => {
    if (!other) return false;
    if (!isIonised && other.basis !== 'totalCalcium') return false;
    const raised = isRaised(other.judgement.status);
    return raised !== 'unknown' && decided !== 'unknown' && raised !== decided;
  });
  if (against.length === 0) return undefined;
  const inputs = [deciding, ...against].flatMap((candidate) => candidate!.inputs);
  return { with: isIonised ? 'ionised' : 'adjusted', inputs: [...new Set(inputs)] };
}

const DECIDING_ORDER = ['ionisedCalcium', 'adjustedCalcium', 'totalCalcium'] as const;

/** The one calcium input that is missing: the age, the laboratory's interval, or a calcium. */
function whatToAsk(
  laboratory: Laboratory,
  deciding: CalciumCandidate | undefined,
  wantsIonised: boolean
): InputPath {
  const { waitsFor } = deciding?.judgement ?? {};
  if (waitsFor === 'age') return 'subject.age';
  if (waitsFor === 'interval') return `labs.${deciding!.analyte}.interval`;
  const unjudged = DECIDING_ORDER.find((analyte) => laboratory.get(analyte)?.quantity);
  if (!deciding && unjudged)
    return laboratory.ageInDays === undefined ? 'subject.age' : `labs.${unjudged}.interval`;
  return wantsIonised ? 'labs.ionisedCalcium' : 'labs.totalCalcium';
}

/** The steps of the crisis (clinical specification 2026.1, section 7). */
export const CRISIS = { 'mmol/L': '3.50', 'mg/dL': '14.0', 'meq/L': '7.00' };
export const SEVERE = { 'mmol/L': '3.00', 'mg/dL': '12.0', 'meq/L': '6.00' };

/** The inputs of each total or adjusted calcium, measured or computed, that reaches a step of the crisis. */
export function inputsReaching(laboratory: Laboratory, step: Record<string, string>): InputPath[] {
  const figures: [Quantity | undefined, InputPath[]][] = [
    [laboratory.get('totalCalcium')?.quantity, ['labs.totalCalcium']],
    [laboratory.get('adjustedCalcium')?.quantity, ['labs.adjustedCalcium']],
    [laboratory.adjusted?.quantity, ['labs.totalCalcium', 'labs.albumin']]
  ];
  return figures.flatMap(([figure, inputs]) =>
    figure && compareWithThreshold(figure, step) >= 0 ? inputs : []
  );
}

/** Whether ionised calcium is raised by itself, whatever decides. */
export function isIonisedRaised(laboratory: Laboratory): boolean {
  return entered(laboratory, 'ionisedCalcium')?.judgement.status === 'high';
}
