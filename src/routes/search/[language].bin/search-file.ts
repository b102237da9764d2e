import MiniSearch from 'minisearch';
import { Synonyms } from '$lib/core/search/concepts';
import { SEARCH_OPTIONS, type SearchDocument } from '$lib/core/search/options';
import { wordsOf } from '$lib/core/search/words';
import { plain, type Block, type Inline } from '$lib/content/blocks';
import type { Language, Reference, Topic } from '$lib/content/reference';
import type { Study, Synonyms as SynonymList } from '$lib/content/schema';

type Section = [topic: string, section: string, title: string, heading: string];

/** The search file of a language: its sections, the words that mean the same, and the index over them. */
export function searchFile(
  { topics, studies }: Reference,
  synonyms: SynonymList,
  language: Language
) {
  const sections: Section[] = [];
  const groups = synonyms.map(({ terms }) => terms.map((term) => wordsOf(term).join(' ')));
  const known = new Synonyms(groups);
  const index = new MiniSearch<SearchDocument>(SEARCH_OPTIONS);
  for (const topic of topics) {
    const { title } = topic[language];
    for (const { section, heading, text } of sectionsOf(topic, studies, language)) {
      const keywords = section === '' ? topic.keywords : topic.sections?.[section];
      index.add({
        id: sections.length,
        title: known.indexed(title),
        heading: known.indexed(heading),
        text: known.indexed(text),
        keywords: (keywords?.[language] ?? []).map((word) => known.indexed(word)).join(' ')
      });
      sections.push([topic.id, section, title, heading]);
    }
  }
  return { sections, synonyms: groups, index: index.toJSON() };
}

interface Part {
  section: string;
  heading: string;
  text: string;
}

function sectionsOf(topic: Topic, studies: Study[], language: Language): Part[] {
  const { answer, blocks } = topic[language];
  const parts: Part[] = [{ section: '', heading: '', text: plain(answer.children) }];
  for (const block of blocks) {
    if (block.kind === 'heading')
      parts.push({ section: block.id, heading: plain(block.children), text: '' });
    else (parts.at(-1) as Part).text += ` ${textOf(block, studies, language)}`;
  }
  return parts;
}

function textOf(block: Block, studies: Study[], language: Language): string {
  const words = (cells: Inline[][]) => cells.map(plain).join(' ');
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return plain(block.children);
    case 'list':
      return words(block.items.map(({ children }) => children));
    case 'table':
      return words([...block.head, ...block.rows.flatMap(({ cells }) => cells)]);
    case 'studies':
      return studies
        .filter(({ intervention }) => intervention === block.intervention)
        .flatMap(({ population, outcome, dose, duration, adverse }) =>
          [population, outcome, dose, duration, adverse].map((said) => said?.[language] ?? '')
        )
        .join(' ');
    case 'drawing':
      return '';
  }
}
