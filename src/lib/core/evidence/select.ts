import { wilsonInterval, type Share } from './wilson';

/** What a study is filtered, sorted and plotted by; `null` means not reported. */
export interface StudyFacts {
  id: string;
  diseases: readonly string[];
  intervention: string;
  route: string;
  design: string;
  outcomeKind: string;
  /** Patients treated. */
  n: number | null;
  year: number | null;
  responders: { k: number; n: number } | null;
  /** A percentage without its denominator. */
  share: object | null;
}

/** What can be asked of a study, in the order in which it is asked. */
export const FACETS = ['disease', 'intervention', 'route', 'design', 'outcome'] as const;
export type Facet = (typeof FACETS)[number];

/** One id a facet; a facet left out is not asked. */
export type StudyFilter = Partial<Record<Facet, string>>;

export const SORTS = ['year', 'n', 'share'] as const;
export type StudySort = (typeof SORTS)[number];

/** The ids a study has under a facet: more than one of diseases alone. */
export function idsOf(study: StudyFacts, facet: Facet): readonly string[] {
  switch (facet) {
    case 'disease':
      return study.diseases;
    case 'outcome':
      return [study.outcomeKind];
    default:
      return [study[facet]];
  }
}

/** Those that answer every facet asked, in the order given. */
export function selectStudies<Study extends StudyFacts>(
  studies: readonly Study[],
  filter: StudyFilter
): Study[] {
  return studies.filter((study) =>
    FACETS.every((facet) => {
      const wanted = filter[facet];
      return wanted === undefined || idsOf(study, facet).includes(wanted);
    })
  );
}

/**
 * Where the result of a study may be drawn: `plotted` among the shares of responders, or why it is not there. A single
 * patient is no share, a response of the disease is none of the calcinosis, and a percentage without its denominator
 * has no interval.
 */
export type PlotPlace = 'plotted' | 'single' | 'disease' | 'percentage' | 'none';

export function plotPlace({ outcomeKind, responders, share }: StudyFacts): PlotPlace {
  if (responders && outcomeKind === 'disease-response') return 'disease';
  if (responders) return responders.n > 1 ? 'plotted' : 'single';
  return share ? 'percentage' : 'none';
}

/** Share of responders with its Wilson interval of 95 %, where the study may be plotted. */
export function shareOf(study: StudyFacts): Share | undefined {
  const { responders } = study;
  return responders && plotPlace(study) === 'plotted'
    ? wilsonInterval(responders.k, responders.n)
    : undefined;
}

/**
 * Newest, largest or highest share first; what is not known comes last, whatever else. Equals stand by number of
 * patients, then year, then id, so that the order never depends on the order of the files.
 */
export function sortStudies<Study extends StudyFacts>(
  studies: readonly Study[],
  by: StudySort
): Study[] {
  const keys = {
    year: ({ year }: Study) => year,
    n: ({ n }: Study) => n,
    share: (study: Study) => shareOf(study)?.share ?? null
  };
  const order = [keys[by], keys.n, keys.year];
  return studies.toSorted((one, other) => {
    for (const key of order) {
      const difference = (key(other) ?? -1) - (key(one) ?? -1);
      if (difference !== 0) return difference;
    }
    return one.id < other.id ? -1 : 1;
  });
}
