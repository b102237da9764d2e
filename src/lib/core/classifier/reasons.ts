import { siteOf, tissueDiseases, reachedSite } from './answers';
import type { InputPath, Reason } from './assessment';
import type { Evaluation } from './evaluate';
import type { Findings } from './findings';
import { SOURCES_BY_RULE } from './knowledge';
import { EXPOSURES_AT_SITE, IDIOPATHIC_PATTERNS, type RuleId } from './vocabulary';

/** Why the answer is what it is: each rule that applied, and the inputs it rests on. */
export function reasonsOf(evaluation: Evaluation): Reason[] {
  const { facts, findings, answers, variants } = evaluation;
  const { x, c, p, damage, disease } = facts;
  const figuresRaised = c === 'yes' || p === 'yes' || facts.cOrPRaised;
  const reasons: [RuleId, boolean, () => InputPath[]][] = [
    ['exposure-at-site', x === 'yes', () => exposuresAtSite(evaluation)],
    ['calcium-raised', c === 'yes', () => calciumInputs(evaluation)],
    ['phosphate-raised', p === 'yes', () => ['labs.phosphate']],
    [
      'product-raised',
      facts.cOrPRaised && c !== 'yes' && p !== 'yes',
      () => ['labs.calciumPhosphateProduct']
    ],
    ['damage-before', damage === 'yes', () => [damageInput(findings)]],
    [
      'tissue-disease',
      disease === 'yes',
      () => tissueDiseases(answers).present.map((id) => `conditions.${id}`)
    ],
    [
      'figures-not-raised',
      c === 'no' && p === 'no' && x !== 'yes',
      () => [...calciumInputs(evaluation), 'labs.phosphate']
    ],
    [
      'no-damage-no-disease',
      damage === 'no' && disease === 'no' && x !== 'yes' && !figuresRaised,
      () => [
        'lesion.damageBefore',
        findings.otherConditions === 'none' ? 'otherConditions' : 'conditions'
      ]
    ],
    [
      'tumoral-mass-with-raised-phosphate',
      variants.includes('hyperphosphataemic-tumoral'),
      () => tumoralInputs(evaluation).slice(0, 1)
    ],
    [
      'tumoral-mass-with-normal-phosphate',
      variants.includes('normophosphataemic-tumoral'),
      () => tumoralInputs(evaluation).slice(0, 1)
    ],
    [
      'idiopathic-pattern',
      IDIOPATHIC_PATTERNS.some((pattern) => variants.includes(pattern)),
      () => ['lesion.patterns']
    ]
  ];
  return reasons
    .filter(([, applies]) => applies)
    .map(([rule, , inputs]) => ({ rule, inputs: inputs(), sources: [...SOURCES_BY_RULE[rule]] }));
}

export function calciumInputs({ calcium }: Evaluation): InputPath[] {
  return calcium.deciding?.inputs ?? [];
}

function exposuresAtSite({ findings, answers }: Evaluation): InputPath[] {
  return EXPOSURES_AT_SITE.filter((id) => reachedSite(findings, answers, id) === 'yes').map(
    (id) => `exposures.${id}${siteOf(findings, id).atLesionSite === 'yes' ? '.atLesionSite' : ''}`
  );
}

/** Where known damage stands: in its list, or as the answer alone. */
export function damageInput({ lesion }: Findings): InputPath {
  return lesion!.damage?.length ? 'lesion.damage' : 'lesion.damageBefore';
}

/** What makes a tumoral variant: the mass first, which is enough for the reason, then the known disease. */
export function tumoralInputs({ findings: { lesion }, answers }: Evaluation): InputPath[] {
  const inputs: InputPath[] = [];
  if (lesion?.patterns?.includes('periarticular-mass')) inputs.push('lesion.patterns');
  if (answers.condition.get('familial-tumoral-calcinosis') === 'yes')
    inputs.push('conditions.familial-tumoral-calcinosis');
  return inputs;
}
