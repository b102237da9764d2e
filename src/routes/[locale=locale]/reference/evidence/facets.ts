import { FACETS, idsOf, type Facet, type StudyFilter } from '$lib/core/evidence/select';
import { m } from '$lib/i18n/paraglide/messages';
import {
  designName,
  diseaseName,
  interventionName,
  outcomeName,
  routeName
} from '$lib/i18n/wording-evidence';
import { STUDIES } from './studies';

type Text = () => string;

/** What a facet is called, and the names of its ids. */
export const FACET_TEXTS: Record<Facet, { label: Text; names: Record<string, Text> }> = {
  disease: { label: m.evidence_filter_disease, names: diseaseName },
  intervention: { label: m.evidence_filter_intervention, names: interventionName },
  route: { label: m.evidence_filter_route, names: routeName },
  design: { label: m.evidence_filter_design, names: designName },
  outcome: { label: m.evidence_filter_outcome, names: outcomeName }
};

/** The ids that some study has, in the order in which they are named. */
export const KNOWN = Object.fromEntries(
  FACETS.map((facet) => {
    const used = new Set(STUDIES.flatMap((study) => idsOf(study, facet)));
    return [facet, Object.keys(FACET_TEXTS[facet].names).filter((id) => used.has(id))];
  })
) as Record<Facet, string[]>;

/** The name of an id, with a capital: it begins a line. */
export function nameOf(facet: Facet, id: string): string {
  const name = FACET_TEXTS[facet].names[id]?.() ?? id;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** What was asked, in words; nothing where nothing was. */
export function chosenText(filter: StudyFilter): string {
  return FACETS.flatMap((facet) => {
    const id = filter[facet];
    return id ? [`${FACET_TEXTS[facet].label()}${m.colon()}${nameOf(facet, id)}`] : [];
  }).join(' · ');
}
