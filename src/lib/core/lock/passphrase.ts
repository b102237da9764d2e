const LEAST_CHARACTERS = 12;
/** Of a word that makes a passphrase another one. */
const LEAST_WORD_LENGTH = 3;
/** Fewer digits than this are a number somebody can try through. */
const LEAST_DIGITS = 20;

/** A number, a date or a telephone, in the figures of any script. */
const FIGURES = /^[\p{Nd}\s.,:/+()_-]*$/u;

/** A single word of letters alone stands in a dictionary, unless it is longer than words are. */
const WORD = /^[\p{L}\p{M}]{0,19}$/u;

export type PassphraseFault = 'short' | 'digits' | 'repeated' | 'one-word';

/** The same words, however a keyboard composes its letters and however many spaces stand between them. */
export function normalPassphrase(text: string): string {
  return text.normalize('NFKC').trim().replace(/\s+/gu, ' ');
}

/** Why a passphrase is refused; nothing when it may be used. */
export function passphraseFault(text: string): PassphraseFault | undefined {
  const phrase = normalPassphrase(text);
  const characters = [...phrase];
  const words = phrase.split(' ').filter((word) => [...word].length >= LEAST_WORD_LENGTH);
  if (FIGURES.test(phrase) && (phrase.match(/\p{Nd}/gu) ?? []).length < LEAST_DIGITS)
    return phrase === '' ? 'short' : 'digits';
  if (characters.length < LEAST_CHARACTERS) return 'short';
  if (isRepeated(characters) || (words.length > 1 && new Set(words).size === 1)) return 'repeated';
  return WORD.test(phrase) ? 'one-word' : undefined;
}

/** Whether it is one piece again and again. */
function isRepeated(characters: readonly string[]): boolean {
  for (let length = 1; length <= characters.length / 2; length += 1)
    if (characters.every((character, at) => character === characters[at % length])) return true;
  return false;
}
