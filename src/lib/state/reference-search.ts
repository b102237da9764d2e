import { base } from '$lib/i18n/paths';
import MiniSearch, { type AsPlainObject, type SearchResult } from 'minisearch';
import { Synonyms, type Concept, type SynonymGroups } from '$lib/core/search/concepts';
import { AS_SYNONYM, SEARCH_OPTIONS, asTyped, withErrors } from '$lib/core/search/options';
import { rank } from '$lib/core/search/rank';

export type Language = 'fr' | 'en';

/** The search file of a language, made with the pages. */
export interface SearchFile {
  /** Topic, section or empty, title of the topic, heading of the section: in the order of the index. */
  sections: [topic: string, section: string, title: string, heading: string][];
  synonyms: SynonymGroups;
  index: AsPlainObject;
}

export interface Hit {
  topic: string;
  /** Empty for the beginning of the topic. */
  section: string;
  title: string;
  heading: string;
  language: Language;
  /** The words of the text that were found. */
  words: string[];
  /** How well it answers the whole question, from 0 to 1. */
  score: number;
}

const MOST_HITS = 12;
/** The beginning of a topic answers a question that no section answers better. */
const BEGINNING = 1.25;
/** What the other language is worth to a reader. */
const OTHER_LANGUAGE = 0.75;

/** An index that is ready. */
export class LanguageIndex {
  readonly #sections: SearchFile['sections'];
  readonly #index: MiniSearch;
  readonly #language: Language;
  readonly #synonyms: Synonyms;

  constructor(language: Language, { sections, synonyms, index }: SearchFile) {
    this.#language = language;
    this.#sections = sections;
    this.#synonyms = new Synonyms(synonyms);
    this.#index = MiniSearch.loadJS(index, { ...SEARCH_OPTIONS, idField: 'id' });
  }

  /** Where the question is answered best, with how well. */
  find(question: string): Hit[] {
    const concepts = this.#synonyms.conceptsOf(question);
    const results = concepts.map((concept) => this.#resultsFor(concept));
    const found = results.map((those, index) => ({
      scores: new Map(those.map(({ id, score }) => [id as number, score])),
      weight: (concepts[index] as Concept).weight
    }));
    return [...rank(found, this.#sections.length)]
      .map(([id, score]) => ({ id, score: this.#sections[id]?.[1] ? score : score * BEGINNING }))
      .sort((one, other) => other.score - one.score)
      .slice(0, MOST_HITS)
      .map(({ id, score }) => this.#hit(id, score, results));
  }

  #resultsFor({ words, marks, isLast }: Concept): SearchResult[] {
    const typed = words.join(' ');
    const search = (options: ReturnType<typeof asTyped>) =>
      this.#index.search({
        combineWith: 'OR',
        queries: [
          { ...options, queries: [typed] },
          ...marks.map((mark) => ({ ...AS_SYNONYM, queries: [mark] }))
        ]
      });
    const exact = search(asTyped(isLast));
    return exact.length > 0 ? exact : search(withErrors(isLast));
  }

  #hit(id: number, score: number, results: SearchResult[][]): Hit {
    const [topic, section, title, heading] = this.#sections[id] as SearchFile['sections'][number];
    const words = results
      .flatMap((those) => Object.keys(those.find((result) => result.id === id)?.match ?? {}))
      .flatMap((word) => (word.startsWith('=') ? this.#synonyms.termsOf(word) : word));
    return { topic, section, title, heading, language: this.#language, words, score };
  }
}

/** In the reader's language first; a section is shown in the other only if it is found there alone. */
export function merge(own: Hit[], other: Hit[]): Hit[] {
  const place = ({ topic, section }: Hit) => `${topic}#${section}`;
  const hits = new Map(own.map((hit) => [place(hit), hit]));
  for (const hit of other) {
    const score = hit.score * OTHER_LANGUAGE;
    const same = hits.get(place(hit));
    hits.set(
      place(hit),
      same ? { ...same, score: Math.max(same.score, score) } : { ...hit, score }
    );
  }
  return [...hits.values()].sort((one, two) => two.score - one.score).slice(0, MOST_HITS);
}

/** Fetches and opens an index; from the device, once the app is installed. */
export async function loadIndex(language: Language): Promise<LanguageIndex> {
  const response = await fetch(`${base}/search/${language}.bin`);
  if (!response.ok || !response.body) throw new Error(`${response.status} for the search index`);
  const unpacked = response.body.pipeThrough(new DecompressionStream('gzip'));
  return new LanguageIndex(language, (await new Response(unpacked).json()) as SearchFile);
}
