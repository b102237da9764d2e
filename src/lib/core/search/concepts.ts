import { wordsOf } from './words';

/** Words that mean the same, ready for the search: groups of terms, each of one or more words parted by spaces. */
export type SynonymGroups = string[][];

/** One thing that was asked for: a word, or several that name one thing together. */
export interface Concept {
  words: string[];
  /** The marks of its synonyms in the index. */
  marks: string[];
  /** The last word may not be finished. */
  isLast: boolean;
  /** How much it says of the subject, from 0 to 1. */
  weight: number;
}

/**
 * Words of a question rather than of its subject, and the one subject that every page is about: they help to choose, and
 * cost little when missing.
 */
const OF_THE_QUESTION = new Set(
  wordsOf(
    'comment combien quand quel quelle quels quelles quoi où pourquoi faire faut peut deja ' +
      'how what which when who where why whats do does can should use used get give any many much vs or ' +
      'calcinose calcinosis calcification depot deposit cutanee cutis'
  )
);
const LITTLE = 0.25;

/** Names that are typed with or without their hyphen: `NXP-2`, `ICD-10`. */
const COMPOUND = /(\p{L}+)-(\d+)/gu;

/** The synonyms as the index and the questions use them. */
export class Synonyms {
  readonly #marks = new Map<string, string[]>();
  readonly #longest: number;

  constructor(readonly groups: SynonymGroups) {
    groups.forEach((terms, index) => {
      for (const term of new Set(terms))
        this.#marks.set(term, [...(this.#marks.get(term) ?? []), `=${index}`]);
    });
    this.#longest = Math.max(1, ...groups.flat().map((term) => term.split(' ').length));
  }

  /** A text for the index: its words, and the mark of each synonym that it names. */
  indexed(text: string): string {
    const words = wordsOf(text.replace(COMPOUND, '$& $1$2'));
    const marks = words.flatMap((_, from) =>
      this.#lengths(words.length - from).flatMap(
        (length) => this.#marks.get(words.slice(from, from + length).join(' ')) ?? []
      )
    );
    return [...words, ...marks].join(' ');
  }

  /** What a question asks for; words that name one thing together are taken together, the longest first. */
  conceptsOf(question: string): Concept[] {
    const words = wordsOf(question);
    const concepts: Concept[] = [];
    for (let from = 0; from < words.length;) {
      const marksOf = (length: number) =>
        this.#marks.get(words.slice(from, from + length).join(' '));
      const length = this.#lengths(words.length - from).find(marksOf) ?? 1;
      const named = words.slice(from, from + length);
      const isWeak = length === 1 && OF_THE_QUESTION.has(named[0] as string);
      concepts.push({
        words: named,
        marks: marksOf(length) ?? [],
        isLast: from + length === words.length,
        weight: isWeak ? LITTLE : 1
      });
      from += length;
    }
    return concepts;
  }

  /** The other words for what a mark of the index stands for. */
  termsOf(mark: string): string[] {
    return this.groups[Number(mark.slice(1))] ?? [];
  }

  #lengths(most: number): number[] {
    const length = Math.min(most, this.#longest);
    return Array.from({ length }, (_, index) => length - index);
  }
}
