const LONGEST_TITLE = 80;

/** The first line that says something, without the marks of Markdown: how a note is listed. */
export function titleOf(text: string): string {
  for (const line of text.split('\n')) {
    const plain = line
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
  ];
}
