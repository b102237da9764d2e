import type { Counterfactual } from './assessment';
import type { Evaluation } from './evaluate';
import type { Findings } from './findings';
import { calciumInputs, damageInput } from './reasons';
import type { OutcomeAnswer } from './vocabulary';
import {
  isAtSiteExposure,
  unlistedExposure,
  unlistedTissueDisease,
  withCalcium,
  withCondition,
  withDamage,
  withExposure,
  withoutHighProduct,
  withPhosphate,
  withSite
} from './what-if';

type Otherwise = [input: string, to: OutcomeAnswer, findings: Findings];

/** For each known input: were it otherwise, these subtypes would be reachable. */
export function counterfactualsOf(evaluation: Evaluation): Counterfactual[] {
  return [
    ...figuresOtherwise(evaluation),
    ...exposuresOtherwise(evaluation),
    ...conditionsOtherwise(evaluation),
    ...damageOtherwise(evaluation)
  ].map(([input, to, findings]) => ({
    input,
    to,
    reachable: evaluation.otherwise(findings).reachable
  }));
}

function figuresOtherwise(evaluation: Evaluation): Otherwise[] {
  const { findings, facts } = evaluation;
  const otherwise: Otherwise[] = [];
  const opposite = (raised: 'yes' | 'no') => (raised === 'yes' ? 'not-raised' : 'raised');
  if (facts.c !== 'unknown') {
    const to = opposite(facts.c);
    otherwise.push([calciumInputs(evaluation)[0]!, to, withCalcium(findings, to)]);
  }
  if (facts.p !== 'unknown') {
    const to = opposite(facts.p);
    otherwise.push(['labs.phosphate', to, withPhosphate(findings, to)]);
  }
  if (facts.cOrPRaised)
    otherwise.push(['labs.calciumPhosphateProduct', 'not-raised', withoutHighProduct(findings)]);
  return otherwise;
}

function exposuresOtherwise({ findings }: Evaluation): Otherwise[] {
  const otherwise: Otherwise[] = [];
  for (const { id, status, atLesionSite } of findings.exposures ?? []) {
    if (status === undefined || status === 'unknown') continue;
    const to = status === 'yes' ? 'no' : 'yes';
    otherwise.push([`exposures.${id}`, to, withExposure(findings, id, to)]);
    if (status !== 'yes' || !isAtSiteExposure(id)) continue;
    if (atLesionSite === undefined || atLesionSite === 'unknown') continue;
    const site = atLesionSite === 'yes' ? 'no' : 'yes';
    otherwise.push([`exposures.${id}.atLesionSite`, site, withSite(findings, id, site)]);
  }
  const unlisted = findings.otherExposures === 'none' && unlistedExposure(findings);
  if (unlisted) otherwise.push(['otherExposures', 'yes', withExposure(findings, unlisted, 'yes')]);
  return otherwise;
}

function conditionsOtherwise({ findings }: Evaluation): Otherwise[] {
  const otherwise: Otherwise[] = [];
  for (const { id, status } of findings.conditions ?? []) {
    if (status === undefined || status === 'unknown') continue;
    const to = status === 'yes' ? 'no' : 'yes';
    otherwise.push([`conditions.${id}`, to, withCondition(findings, id, to)]);
  }
  const unlisted = findings.otherConditions === 'none' && unlistedTissueDisease(findings);
  if (unlisted)
    otherwise.push(['otherConditions', 'yes', withCondition(findings, unlisted, 'yes')]);
  return otherwise;
}

function damageOtherwise({ findings, facts }: Evaluation): Otherwise[] {
  if (facts.damage === 'unknown') return [];
  const to = facts.damage === 'yes' ? 'no' : 'yes';
  return [[damageInput(findings), to, withDamage(findings, to)]];
}
