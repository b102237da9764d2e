import type { Source } from './schema';

/** Where a source can be read, with a network; nothing where no address was seen. */
export function addressOf(source: Source): string | undefined {
  if (source.DOI) return `https://doi.org/${source.DOI}`;
  if (source.PMID) return `https://pubmed.ncbi.nlm.nih.gov/${source.PMID}/`;
  if (source.PMCID) return `https://pmc.ncbi.nlm.nih.gov/articles/${source.PMCID}/`;
  return source.URL;
}

/** Authors (the first alone where it is to be short), journal or publisher, year, volume and page, as far as they were seen. */
export function publishedText(source: Source, isShort = false): string {
  const names = (source.author ?? []).map((one) =>
    'literal' in one ? one.literal : `${one.family} ${one.given ?? ''}`.trim()
  );
  const authors = isShort && names.length > 2 ? `${names[0]} et al.` : names.join(', ');
  const year = source.issued?.['date-parts'][0][0];
  const place = [source.volume, source.page].filter(Boolean).join(':');
  return [authors, source['container-title'] ?? source.publisher, year, place, source.number]
    .filter(Boolean)
    .join('. ')
    .replace('al..', 'al.');
}
