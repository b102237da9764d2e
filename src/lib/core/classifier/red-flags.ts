import type { RedFlag } from './assessment';
import { hypercalcaemiaStep, isIonisedRaised } from './calcium';
import type { Evaluation } from './evaluate';
import type { Findings } from './findings';
import { isYounger } from '../quantities/age';
import type { Quantity } from '../quantities/plausibility';
import {
  EXPOSURES,
  type ConditionId,
  type ExposureId,
  type LabId,
  type RedFlagId,
  type SignId
} from './vocabulary';

/** Signs that raise a flag by themselves (clinical specification 2026.1, section 7). */
const BY_SIGN: [RedFlagId, SignId[]][] = [
  [
    'infected-deposit',
    ['pus', 'fever', 'spreading-redness', 'draining-sinus', 'infection-diagnosed']
  ],
  [
    'exposed-or-ulcerated',
    ['ulcer', 'painful-ulcer', 'deposit-through-skin', 'necrosis-over-deposit', 'draining-sinus']
  ],
  ['threatened-structure', ['vessel-nerve-tendon-at-risk', 'nerve-compression']],
  ['ulcer-on-burn-scar', ['ulcer-on-burn-scar']]
];

const CALCIPHYLAXIS_SIGNS: SignId[] = [
  'retiform-purpura-or-livedo',
  'painful-violaceous-plaque',
  'necrosis-without-trauma'
];
const CALCIPHYLAXIS_SIGNS_WITH_RISK: SignId[] = ['painful-ulcer', 'painful-nodule'];
const CALCIPHYLAXIS_RISKS: (ConditionId | ExposureId)[] = [
  'dialysis',
  'renal-failure',
  'vitamin-k-antagonist',
  'hyperparathyroidism',
  'malignancy',
  'obesity',
  'diabetes',
  'liver-disease'
];
const CRISIS_SYMPTOMS: SignId[] = ['confusion', 'polyuria', 'rhythm-change'];
const CHILD_SIGNS: SignId[] = ['bone-pain', 'cytopenia'];
const EXPLAINS_RAISED_CALCIUM_IN_A_CHILD: ConditionId[] = [
  'hyperparathyroidism',
  'hypervitaminosis-d',
  'milk-alkali'
];
const CALCIUM_LABS = ['totalCalcium', 'adjustedCalcium', 'ionisedCalcium'] as const;

/** Warnings come first, whatever the subtype; no laboratory value switches one off. */
export function redFlagsOf(evaluation: Evaluation): RedFlag[] {
  const flags = [
    calciphylaxis(evaluation),
    ...BY_SIGN.map(([id, signs]) => flag(id, signPaths(evaluation, signs))),
    hypercalcaemicCrisis(evaluation),
    childSystemicIllness(evaluation)
  ].filter((raised) => raised !== undefined);
  for (const reread of slipsReread(evaluation))
    for (const raised of [hypercalcaemicCrisis(reread), childSystemicIllness(reread)])
      if (raised && !flags.some(({ id }) => id === raised.id)) flags.push(raised);
  return flags;
}

function flag(id: RedFlagId, inputs: string[]): RedFlag | undefined {
  return inputs.length > 0 ? { id, inputs } : undefined;
}

function signPaths({ answers }: Evaluation, signs: SignId[]): string[] {
  return signs.filter((sign) => answers.hasSign.has(sign)).map((sign) => `signs.${sign}`);
}

function isExposure(id: ConditionId | ExposureId): id is ExposureId {
  return (EXPOSURES as readonly string[]).includes(id);
}

function calciphylaxis(evaluation: Evaluation): RedFlag | undefined {
  const { condition, exposure } = evaluation.answers;
  const risks = CALCIPHYLAXIS_RISKS.filter(
    (id) => (isExposure(id) ? exposure.get(id) : condition.get(id)) === 'yes'
  );
  const raised = flag('possible-calciphylaxis', [
    ...signPaths(evaluation, CALCIPHYLAXIS_SIGNS),
    ...(condition.get('calciphylaxis') === 'yes' ? ['conditions.calciphylaxis'] : []),
    ...(risks.length > 0 ? signPaths(evaluation, CALCIPHYLAXIS_SIGNS_WITH_RISK) : [])
  ]);
  return raised && { ...raised, risks };
}

function hypercalcaemicCrisis(evaluation: Evaluation): RedFlag | undefined {
  const { laboratory } = evaluation;
  const step = hypercalcaemiaStep(laboratory);
  const symptoms = signPaths(evaluation, CRISIS_SYMPTOMS);
  const isReportedHigh = CALCIUM_LABS.some(
    (analyte) => laboratory.get(analyte)?.reported === 'high'
  );
  const isHigh = step !== undefined || isReportedHigh || isIonisedRaised(laboratory);
  const isInfant = isYounger(laboratory.ageInDays, { value: 1, unit: 'a' });
  if (step !== 'crisis' && !(isHigh && symptoms.length > 0) && !(step === 'severe' && isInfant))
    return undefined;
  const measured = CALCIUM_LABS.filter((analyte) => laboratory.get(analyte));
  return { id: 'hypercalcaemic-crisis', inputs: [...measured.map(labPath), ...symptoms] };
}

function labPath(analyte: LabId): string {
  return `labs.${analyte}`;
}

function childSystemicIllness(evaluation: Evaluation): RedFlag | undefined {
  const { laboratory, facts, answers, calcium } = evaluation;
  const isChild = isYounger(laboratory.ageInDays, { value: 16, unit: 'a' });
  const signs =
    isChild || laboratory.ageInDays === undefined ? signPaths(evaluation, CHILD_SIGNS) : [];
  const isExplained = EXPLAINS_RAISED_CALCIUM_IN_A_CHILD.some(
    (id) => answers.condition.get(id) === 'yes'
  );
  const raisedCalcium =
    isChild && facts.c === 'yes' && !isExplained ? (calcium.deciding?.inputs ?? []) : [];
  return flag('child-systemic-illness', [...signs, ...raisedCalcium]);
}

/** The findings read each way that a suspected slip of calcium could have been meant. */
function slipsReread({ findings, laboratory, otherwise }: Evaluation): Evaluation[] {
  return CALCIUM_LABS.flatMap((analyte) =>
    (laboratory.get(analyte)?.slipReadings ?? [])
      .filter((reading) => reading.analyte === analyte || !laboratory.get(reading.analyte as LabId))
      .map((reading) => otherwise(reread(findings, analyte, reading)))
  );
}

function reread(findings: Findings, analyte: LabId, { analyte: as, unit }: Quantity): Findings {
  const { [analyte]: entry, ...others } = findings.labs ?? {};
  return {
    ...findings,
    labs: { ...others, [as]: { ...entry, unit, confirmed: true } } as Findings['labs']
  };
}
