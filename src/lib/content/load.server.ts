import { parse } from 'valibot';
import abbreviationData from './abbreviations.json';
import bibliographyData from './bibliography.json';
import { ShippedChecklistSchema } from './checklist-schema';
import { piecesOf } from './lint/problem';
import { readTopic } from './markdown';
import { LANGUAGES, type Language, type Reference, type Topic } from './reference';
import {
  AbbreviationsSchema,
  BibliographySchema,
  StudySchema,
  SynonymsSchema,
  TopicMetaSchema,
  TOPIC_GROUPS,
  type Abbreviation,
  type Source,
  type Synonyms,
  type TopicGroup
} from './schema';
import synonymData from './synonyms.json';

/**
 * The whole reference, read and held against its schemas when the pages are made. Nothing of this reaches a reader but
 * the pages themselves.
 */

const metas = import.meta.glob('./topics/*/topic.json', { eager: true, import: 'default' });
const texts = import.meta.glob<string>('./topics/*/*.md', {
  eager: true,
  query: '?raw',
  import: 'default'
});
const studies = import.meta.glob<unknown[]>('./evidence/*.json', {
  eager: true,
  import: 'default'
});
const checklists = import.meta.glob('./checklists/*.json', { eager: true, import: 'default' });

function topicsOf(): Topic[] {
  return Object.entries(metas).map(([path, data]) => {
    const meta = inFile(path, () => parse(TopicMetaSchema, data));
    const folder = path.slice(0, -'/topic.json'.length);
    if (!folder.endsWith(`/${meta.id}`)) throw new Error(`${path}: id ${meta.id}`);
    const [fr, en] = LANGUAGES.map((language) => {
      const file = `${folder}/${language}.md`;
      return inFile(file, () => readTopic(texts[file] ?? ''));
    });
    return { ...meta, fr: fr as Topic['fr'], en: en as Topic['en'] };
  });
}

function inFile<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`, { cause: error });
  }
}

const groupOf = ({ group }: { group: TopicGroup }) => TOPIC_GROUPS.indexOf(group);

export const REFERENCE: Reference = {
  topics: topicsOf().sort((one, other) => groupOf(one) - groupOf(other) || one.order - other.order),
  bibliography: parse(BibliographySchema, bibliographyData),
  studies: Object.entries(studies).flatMap(([path, rows]) =>
    rows.map((row) => inFile(path, () => parse(StudySchema, row)))
  ),
  checklists: Object.entries(checklists).map(([path, data]) => {
    const checklist = inFile(path, () => parse(ShippedChecklistSchema, data));
    if (!path.endsWith(`/${checklist.id}.json`)) throw new Error(`${path}: id ${checklist.id}`);
    return checklist;
  })
};

export const ABBREVIATIONS: Abbreviation[] = parse(AbbreviationsSchema, abbreviationData);

/** Words that mean the same, for the search. */
export const SYNONYMS: Synonyms = parse(SynonymsSchema, synonymData);

export const sourcesById: ReadonlyMap<string, Source> = new Map(
  REFERENCE.bibliography.map((source) => [source.id, source])
);

const CITED_IN = new Map<string, string[]>();
for (const { id, fr } of REFERENCE.topics) {
  const shown = fr.blocks.flatMap((block) =>
    block.kind === 'studies'
      ? REFERENCE.studies.filter(({ intervention }) => intervention === block.intervention)
      : []
  );
  const named = [
    ...piecesOf(fr).flatMap(({ cites }) => cites),
    ...shown.flatMap(({ sources }) => sources)
  ];
  for (const source of new Set(named)) CITED_IN.set(source, [...(CITED_IN.get(source) ?? []), id]);
}

/** Ids of the topics that rest on a source, in reading order. */
export function citedIn(source: string): readonly string[] {
  return CITED_IN.get(source) ?? [];
}

export function titlesIn(language: Language): ReadonlyMap<string, string> {
  return new Map(REFERENCE.topics.map((topic) => [topic.id, topic[language].title]));
}
