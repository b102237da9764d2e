import type { Source } from './schema';

const TYPES: Record<Source['type'], string> = {
  'article-journal': 'JOUR',
  chapter: 'CHAP',
  entry: 'ENCYC',
  webpage: 'ELEC'
};

/** One source in RIS, the exchange format that every reference manager reads. */
export function risOf(source: Source): string {
  const [first, last] = source.page?.split(';')[0]?.split('-') ?? [];
  const fields: [string, string | number | undefined][] = [
    ['TY', TYPES[source.type]],
    ['ID', source.id],
    ...(source.author ?? []).map((one): [string, string] => [
      'AU',
      'literal' in one ? one.literal : [one.family, one.given].filter(Boolean).join(', ')
    ]),
    ['TI', source.title],
    ['JO', source['container-title']],
    ['PB', source.publisher],
    ['PY', source.issued?.['date-parts'][0][0]],
    ['VL', source.volume],
    ['SP', first],
    ['EP', last],
    ['DO', source.DOI],
    ['AN', source.PMID && `PMID ${source.PMID}`],
    ['UR', source.URL],
    ['LA', source.language],
    ['N1', source.note]
  ];
  const lines = fields.flatMap(([tag, value]) =>
    value === undefined ? [] : [`${tag}  - ${value}`]
  );
  return `${lines.join('\r\n')}\r\nER  - \r\n`;
}
