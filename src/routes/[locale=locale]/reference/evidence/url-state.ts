import {
  FACETS,
  SORTS,
  type Facet,
  type StudyFilter,
  type StudySort
} from '$lib/core/evidence/select';

/** What is asked of the studies and how they stand. */
export interface Selection {
  filter: StudyFilter;
  sort: StudySort;
}

export const EVERYTHING: Selection = { filter: {}, sort: 'year' };

/** The selection in a query; what is not one of the known ids is not asked. */
export function readSelection(
  query: URLSearchParams,
  known: Record<Facet, readonly string[]>
): Selection {
  const filter: StudyFilter = {};
  for (const facet of FACETS) {
    const asked = query.get(facet);
    if (asked !== null && known[facet].includes(asked)) filter[facet] = asked;
  }
  const sort = SORTS.find((one) => one === query.get('sort')) ?? EVERYTHING.sort;
  return { filter, sort };
}

/** The query of a selection, with its question mark; nothing where nothing was chosen. */
export function queryOf({ filter, sort }: Selection): string {
  const query = new URLSearchParams();
  for (const facet of FACETS) if (filter[facet]) query.set(facet, filter[facet]);
  if (sort !== EVERYTHING.sort) query.set('sort', sort);
  const text = query.toString();
  return text && `?${text}`;
}
