import { siteOf } from './answers';
import type { Findings } from './findings';
import {
  EXPOSURES_AT_SITE,
  TISSUE_CONDITIONS,
  type ConditionId,
  type ExposureAtSite,
  type ExposureId
} from './vocabulary';

/** Findings in which one input is otherwise; the rest stays. The originals are never changed. */

export type FigureAnswer = 'raised' | 'not-raised';

function reportedAs(answer: FigureAnswer) {
  return { reported: answer === 'raised' ? 'high' : 'normal' } as const;
}

/** Ionised calcium decides before every other, so its flag stands for "calcium is known to be". */
export function withCalcium(findings: Findings, answer: FigureAnswer): Findings {
  return { ...findings, labs: { ...findings.labs, ionisedCalcium: reportedAs(answer) } };
}

export function withPhosphate(findings: Findings, answer: FigureAnswer): Findings {
  return { ...findings, labs: { ...findings.labs, phosphate: reportedAs(answer) } };
}

export function withoutHighProduct(findings: Findings): Findings {
  return {
    ...findings,
    labs: { ...findings.labs, calciumPhosphateProduct: { reported: 'normal' } }
  };
}

export function isAtSiteExposure(id: ExposureId): id is ExposureAtSite {
  return (EXPOSURES_AT_SITE as readonly string[]).includes(id);
}

/** An exposure at the site that is answered yes is meant at the site, unless the site is a no. */
export function withExposure(findings: Findings, id: ExposureId, status: 'yes' | 'no'): Findings {
  const others = findings.exposures?.filter((exposure) => exposure.id !== id) ?? [];
  const atSite = isAtSiteExposure(id) && {
    ...siteOf(findings, id),
    atLesionSite: siteOf(findings, id).atLesionSite === 'no' ? ('no' as const) : ('yes' as const)
  };
  const exposure = { ...(status === 'yes' && atSite), id, status };
  return { ...findings, exposures: [...others, exposure] };
}

export function withSite(findings: Findings, id: ExposureAtSite, site: 'yes' | 'no'): Findings {
  const exposures = findings.exposures?.map((exposure) =>
    exposure.id === id ? { ...exposure, atLesionSite: site } : exposure
  );
  return { ...findings, exposures };
}

export function withOtherExposures(findings: Findings): Findings {
  return { ...findings, otherExposures: 'none' };
}

export function withCondition(findings: Findings, id: ConditionId, status: 'yes' | 'no'): Findings {
  const others = findings.conditions?.filter((condition) => condition.id !== id) ?? [];
  return { ...findings, conditions: [...others, { id, status }] };
}

export function withOtherConditions(findings: Findings): Findings {
  return { ...findings, otherConditions: 'none' };
}

/** One of those that "none of the others" ruled out: an exposure at the site, a disease of the tissue. */
export function unlistedExposure({ exposures }: Findings): ExposureAtSite | undefined {
  return EXPOSURES_AT_SITE.find((id) => !exposures?.some((exposure) => exposure.id === id));
}

export function unlistedTissueDisease({ conditions }: Findings): ConditionId | undefined {
  return TISSUE_CONDITIONS.find((id) => !conditions?.some((condition) => condition.id === id));
}

export function withDamage(findings: Findings, damageBefore: 'yes' | 'no'): Findings {
  return { ...findings, lesion: { ...findings.lesion, damageBefore, damage: [] } };
}

export function withMass(findings: Findings, mass: 'yes' | 'no'): Findings {
  return {
    ...findings,
    lesion: { ...findings.lesion, patterns: mass === 'yes' ? ['periarticular-mass'] : [] }
  };
}
