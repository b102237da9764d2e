import type { InputPath, RedFlag } from './assessment';
import { CRISIS, inputsReaching, isIonisedRaised, SEVERE } from './calcium';
import type { Evaluation } from './evaluate';
import type { Findings } from './findings';
import { calciumInputs } from './reasons';
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
  for (const { evaluation: reread, asEntered } of slipsReread(evaluation))
    for (const raised of [hypercalcaemicCrisis(reread), childSystemicIllness(reread)])
      if (raised && !flags.some(({ id }) => id === raised.id))
        flags.push({ ...raised, inputs: once(raised.inputs.map(asEntered)) });
  return flags;
}

function flag(id: RedFlagId, inputs: string[]): RedFlag | undefined {
  return inputs.length > 0 ? { id, inputs } : undefined;
}

function once(inputs: InputPath[]): InputPath[] {
  return [...new Set(inputs)];
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
  const severe = inputsReaching(laboratory, SEVERE);
  const isInfant = isYounger(laboratory.ageInDays, { value: 1, unit: 'a' });
  const symptoms = signPaths(evaluation, CRISIS_SYMPTOMS);
  const high = [
    ...severe,
    ...CALCIUM_LABS.filter((analyte) => laboratory.get(analyte)?.reported === 'high').map(labPath),
    ...(isIonisedRaised(laboratory) ? [labPath('ionisedCalcium')] : [])
  ];
  const withSymptoms = symptoms.length > 0 && high.length > 0 ? [...high, ...symptoms] : [];
  return flag(
    'hypercalcaemic-crisis',
    once([
      ...inputsReaching(laboratory, CRISIS),
      ...(isInfant && severe.length > 0 ? [...severe, 'subject.age'] : []),
      ...withSymptoms
    ])
  );
}

function labPath(analyte: LabId): string {
  return `labs.${analyte}`;
}

function childSystemicIllness(evaluation: Evaluation): RedFlag | undefined {
  const { laboratory, facts, answers } = evaluation;
  const isChild = isYounger(laboratory.ageInDays, { value: 16, unit: 'a' });
  const signs =
    isChild || laboratory.ageInDays === undefined ? signPaths(evaluation, CHILD_SIGNS) : [];
  const isExplained = EXPLAINS_RAISED_CALCIUM_IN_A_CHILD.some(
    (id) => answers.condition.get(id) === 'yes'
  );
  const raisedCalcium =
    isChild && facts.c === 'yes' && !isExplained ? calciumInputs(evaluation) : [];
  return flag('child-systemic-illness', [...signs, ...raisedCalcium]);
}

/** Figures whose slip can hide a raised calcium: albumin by the adjustment. */
const READ_AGAIN = [...CALCIUM_LABS, 'albumin'] as const;

interface Reread {
  evaluation: Evaluation;
  /** A path of the findings read again, as the path of what was entered. */
  asEntered: (path: InputPath) => InputPath;
}

/** The findings read each way that a suspected slip could have been meant, even beside another figure of that kind. */
function slipsReread({ findings, laboratory, otherwise }: Evaluation): Reread[] {
  return READ_AGAIN.flatMap((analyte) =>
    (laboratory.get(analyte)?.slipReadings ?? []).map((reading) => ({
      evaluation: otherwise(reread(findings, analyte, reading)),
      asEntered: (path: InputPath) =>
        path === labPath(reading.analyte as LabId) ? labPath(analyte) : path
    }))
  );
}

function reread(findings: Findings, analyte: LabId, { analyte: as, unit }: Quantity): Findings {
  const { [analyte]: entry, ...others } = findings.labs ?? {};
  return {
    ...findings,
    labs: { ...others, [as]: { ...entry, unit, confirmed: true } } as Findings['labs']
  };
}
