import { MOST_ENTRIES } from './limits';

const LONGEST_TITLE = 80;
/** Of a line, for its title: a pattern that looks for a closing bracket from each opening one takes minutes on 200 000. */
const LONGEST_START = 500;

/** The first line that says something, without the marks of Markdown: how a note is listed. */
export function titleOf(text: string): string {
  for (const line of text.split('\n')) {
    const plain = line
      .slice(0, LONGEST_START)
      .replace(/^[\s#>*+-]*(\[[ x]\]\s*)?/i, '')
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/[*_`]/g, '')
      .trim();
    if (plain) return plain.length > LONGEST_TITLE ? `${plain.slice(0, LONGEST_TITLE)}…` : plain;
  }
  return '';
}

const unmarked = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** What a search looks through: text and tags without regard to case and accents. */
export function searchText(text: string, tags: readonly string[]): string {
  return unmarked(`${text} ${tags.join(' ')}`);
}

/** What was asked for, word by word, to be found within a `searchText`. */
export function foldedWords(words: string): string[] {
  return unmarked(words).split(/\s+/).filter(Boolean);
}

/** Tags as they are typed: words after one another, with or without `#`, each once. */
export function tagsFrom(typed: string): string[] {
  return [
    ...new Set(
      typed
        .split(/[\s,;]+/)
        .map((tag) => tag.replace(/^#+/, '').slice(0, 40))
        .filter(Boolean)
    )
  ].slice(0, MOST_ENTRIES);
}

/** A topic of the reference, or a section of one: `surgery`, `surgery#risks`. */
const PLACE = /^([a-z0-9-]{1,100})(#[a-z0-9-]{1,100})?$/;

/** What a text names in the reference; nothing where it names no place there, as from an address or a file it may not. */
export function placeFrom(text: string): { topic: string; section: string } | undefined {
  const [, topic, section = ''] = PLACE.exec(text) ?? [];
  return topic === undefined ? undefined : { topic, section };
}
