/** A section of a topic, or its beginning, in one language, as the search looks at it: words ready, parted by spaces. */
export interface SearchDocument {
  id: number;
  title: string;
  heading: string;
  text: string;
  /** What a reader may type that the text does not hold. */
  keywords: string;
}

/** How much a word counts by where it stands. */
const BOOST = { title: 5, heading: 4, keywords: 3, text: 1 };

/** Both sides of the search hand over words that are cut and folded: the index when it is made, the question when typed. */
export const SEARCH_OPTIONS = {
  fields: ['title', 'heading', 'keywords', 'text'],
  tokenize: (words: string) => words.split(' ').filter((word) => word !== ''),
  processTerm: (word: string) => word
};

/** As typed, and as the beginning of a word from four letters on; the word being typed at any length. */
export function asTyped(isLast: boolean) {
  return {
    boost: BOOST,
    combineWith: 'AND',
    prefix: (word: string) => isLast || word.length >= 4,
    weights: { prefix: 0.4, fuzzy: 0.3 }
  } as const;
}

/** With a typing error or two: for words that are not found as typed. */
export function withErrors(isLast: boolean) {
  return {
    ...asTyped(isLast),
    fuzzy: (word: string) => (word.length > 8 ? 2 : word.length > 4 ? 1 : false)
  };
}

/** Another word for the same thing: a little less than the word itself. */
export const AS_SYNONYM = { boost: BOOST, boostDocument: () => 0.7 };
