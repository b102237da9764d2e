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

/** Whether every word asked for stands in the text, in any case and without regard to accents. */
export function hasWords(text: string, tags: readonly string[], words: string): boolean {
  const within = unmarked(`${text} ${tags.join(' ')}`);
  return unmarked(words)
    .split(/\s+/)
    .every((word) => within.includes(word));
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
