import { compareWithLimits } from '../intervals/compare';
import { isYounger } from '../quantities/age';
import { WINDOWED } from '../quantities/plausibility';
import { siteOf } from './answers';
import type { Caution, InputPath, Reading, RedFlag } from './assessment';
import type { Evaluation } from './evaluate';
import { calciumInputs, tumoralInputs } from './reasons';
import { isProductHigh } from './phosphate';
import {
  EXPOSURES_AT_SITE,
  IDIOPATHIC_PATTERNS,
  type CautionId,
  type ConditionId
} from './vocabulary';

/** The facts that a caution makes doubtful: they are treated as unknown to judge certainty. */
export type Touched = 'c' | 'p' | 't';

export interface TouchingCaution extends Caution {
  touches: Touched[];
}

const METASTATIC_DISEASES: ConditionId[] = [
  'renal-failure',
  'dialysis',
  'hyperparathyroidism',
  'sarcoidosis',
  'hypervitaminosis-d',
  'milk-alkali',
  'familial-tumoral-calcinosis'
];

/** What to keep in mind with this answer (clinical specification 2026.1, sections 4 to 7). */
export function cautionsOf(evaluation: Evaluation, redFlags: RedFlag[]): TouchingCaution[] {
  return [
    ...ofDisagreement(evaluation),
    ...ofJudgements(evaluation),
    ...ofPlausibility(evaluation),
    ...ofFigures(evaluation),
    ...ofContext(evaluation),
    ...redFlags
      .filter(({ id }) => id === 'possible-calciphylaxis')
      .map(({ inputs }) => caution('calciphylaxis-is-not-in-the-table', inputs, ['c', 'p', 't']))
  ].filter(({ inputs }) => inputs.length > 0);
}

function caution(id: CautionId, inputs: InputPath[], touches: Touched[] = []): TouchingCaution {
  return { id, inputs, touches };
}

function ofDisagreement({ calcium: { disagreement } }: Evaluation): TouchingCaution[] {
  if (!disagreement) return [];
  const { with: kind, inputs } = disagreement;
  return [caution(`${kind}-and-total-calcium-disagree`, inputs, ['c'])];
}

/** Cautions about how calcium and phosphate were judged, by the value that decides each. */
function ofJudgements(evaluation: Evaluation): TouchingCaution[] {
  const { calcium, phosphate, laboratory, findings } = evaluation;
  const { deciding } = calcium;
  const { judgement: judgedPhosphate } = phosphate;
  const judged = [
    deciding && { fact: 'c' as const, ...deciding },
    judgedPhosphate && {
      fact: 'p' as const,
      basis: 'phosphate' as const,
      analyte: 'phosphate' as const,
      inputs: ['labs.phosphate'],
      judgement: judgedPhosphate
    }
  ].filter((one) => one !== undefined);
  const mayBeAChild =
    laboratory.ageInDays === undefined || isYounger(laboratory.ageInDays, { value: 16, unit: 'a' });
  return gather(
    judged.map(({ fact, basis, analyte, inputs, judgement }) => {
      // A flag that decides is the status; a computed value has none.
      const reported =
        basis === 'computedAdjustedCalcium' ? undefined : laboratory.get(analyte)!.reported;
      const isFlagAlone =
        judgement.source === 'laboratory-flag' && !findings.labs![analyte]!.interval;
      const applies: [CautionId, boolean][] = [
        ['laboratory-flag-disagrees', reported !== undefined && reported !== judgement.status],
        ['depends-on-laboratory-interval', judgement.dependsOnSet],
        ['marginal-value', judgement.isMarginal],
        ['reported-interval-unknown', isFlagAlone && mayBeAChild]
      ];
      return applies.filter(([, is]) => is).map(([id]) => caution(id, inputs, [fact]));
    })
  );
}

/** Each caution stands once, with the inputs of all that raise it. */
function gather(lists: TouchingCaution[][]): TouchingCaution[] {
  const once = new Map<CautionId, TouchingCaution>();
  for (const { id, inputs, touches, readings } of lists.flat()) {
    const earlier = once.get(id);
    const all = [...(earlier?.readings ?? []), ...(readings ?? [])];
    once.set(id, {
      id,
      inputs: [...(earlier?.inputs ?? []), ...inputs],
      touches: [...(earlier?.touches ?? []), ...touches],
      ...(all.length > 0 && { readings: all })
    });
  }
  return [...once.values()];
}

function ofPlausibility({ laboratory, calcium }: Evaluation): TouchingCaution[] {
  return gather(
    WINDOWED.map((analyte) => {
      const lab = laboratory.get(analyte);
      const inputs = [`labs.${analyte}`];
      if (lab?.slipReadings.length)
        return [
          {
            ...caution('possible-unit-slip', inputs),
            readings: lab.slipReadings as Reading[]
          }
        ];
      if (!lab?.isUnusual) return [];
      const touches: Touched[] = [];
      if (calcium.deciding?.analyte === analyte) touches.push('c');
      if (analyte === 'phosphate') touches.push('p');
      return [caution('unusual-value', inputs, touches)];
    })
  );
}

function ofFigures(evaluation: Evaluation): TouchingCaution[] {
  const { calcium, phosphate, facts, answers, laboratory } = evaluation;
  const c = calciumInputs(evaluation);
  const p = ['labs.phosphate'];
  const neitherIsRaised = facts.c === 'no' && facts.p === 'no';
  const isLow = calcium.status === 'low';
  const mayBeHypoparathyroidism =
    isLow &&
    facts.p === 'yes' &&
    evaluation.kidneys !== 'yes' &&
    answers.condition.get('hypoparathyroidism-or-pseudo') !== 'yes';
  const metastatic = METASTATIC_DISEASES.filter((id) => answers.condition.get(id) === 'yes');
  const isInfant = isYounger(laboratory.ageInDays, { value: 1, unit: 'a' });
  const applies: [boolean, TouchingCaution][] = [
    [isLow, caution('low-calcium', c)],
    [phosphate.status === 'low', caution('low-phosphate', p)],
    [mayBeHypoparathyroidism, caution('consider-hypoparathyroidism', [...c, ...p])],
    [
      neitherIsRaised && isProductHigh(laboratory),
      caution('product-disagrees', ['labs.calciumPhosphateProduct'], ['c', 'p'])
    ],
    [
      neitherIsRaised,
      caution(
        'metastatic-disease-with-normal-figures',
        metastatic.map((id) => `conditions.${id}`),
        ['c', 'p']
      )
    ],
    [isInfant && facts.c === 'yes', caution('consider-fat-necrosis-of-the-newborn', c)]
  ];
  return applies.filter(([is]) => is).map(([, one]) => one);
}

function ofContext(evaluation: Evaluation): TouchingCaution[] {
  const { findings, answers, facts, laboratory, variants } = evaluation;
  const { condition, exposure } = answers;
  const { patterns, depositConfirmed } = findings.lesion ?? {};
  const distant = EXPOSURES_AT_SITE.filter(
    (id) => exposure.get(id) === 'yes' && siteOf(findings, id).atLesionSite === 'no'
  );
  const hasIdiopathicPattern = IDIOPATHIC_PATTERNS.some((pattern) => patterns?.includes(pattern));
  const mayBeUnder30 =
    laboratory.ageInDays === undefined || isYounger(laboratory.ageInDays, { value: 30, unit: 'a' });
  const ossification: ConditionId[] = mayBeUnder30
    ? ['albright-osteodystrophy', 'hypoparathyroidism-or-pseudo']
    : ['albright-osteodystrophy'];
  const applies: [boolean, TouchingCaution][] = [
    [
      true,
      caution(
        'distant-exposure',
        distant.map((id) => `exposures.${id}.atLesionSite`)
      )
    ],
    [
      exposure.get('occupational-calcium') === 'yes',
      caution('external-calcium-exposure', ['exposures.occupational-calcium'])
    ],
    [
      hasIdiopathicPattern && (facts.damage === 'yes' || facts.disease === 'yes'),
      caution('pattern-suggests-idiopathic', ['lesion.patterns'], ['t'])
    ],
    [
      hasIdiopathicPattern && isPthRaised(evaluation),
      caution('raised-pth-with-idiopathic-pattern', ['labs.pth', 'lesion.patterns'])
    ],
    [
      variants.some((variant) => variant.endsWith('-tumoral')),
      caution('tumoral-filed-differently', tumoralInputs(evaluation))
    ],
    [
      true,
      caution(
        'ossification-possible',
        ossification.filter((id) => condition.get(id) === 'yes').map((id) => `conditions.${id}`),
        ['t']
      )
    ],
    [depositConfirmed !== 'yes', caution('deposit-not-confirmed', ['lesion.depositConfirmed'])]
  ];
  return applies.filter(([is]) => is).map(([, one]) => one);
}

/** By its printed interval, or as reported. */
function isPthRaised({ laboratory }: Evaluation): boolean {
  const pth = laboratory.get('pth');
  const verdict =
    pth?.quantity && pth.printed && compareWithLimits(pth.quantity, pth.printed, true)?.verdict;
  return (verdict ?? pth?.reported) === 'high';
}
