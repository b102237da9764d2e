import { base } from '$lib/i18n/paths';
import { getLocale } from '$lib/i18n/paraglide/runtime';

/** A short form and what it stands for, in the language of the page. */
type LongForms = Record<string, string>;

const WORD = /[\p{L}\d][\p{L}\d-]*/gu;
const SKIPPED = 'a, h1, h2, h3, sup, button, .abbreviation, .sources, .tools, nav';

/**
 * An abbreviation explains itself on a tap: its first use in each paragraph, item or cell becomes a button that opens the
 * long form over the page. The list is the one of the page of abbreviations.
 */
export async function explainAbbreviations(): Promise<void> {
  const article = document.querySelector<HTMLElement>('[data-topic]');
  if (!article || !('popover' in HTMLElement.prototype)) return;
  const response = await fetch(`${base}/sources/abbreviations.json`).catch(() => undefined);
  if (!response?.ok) return;
  const forms = ((await response.json()) as Record<'fr' | 'en', LongForms>)[getLocale()];

  const panel = document.createElement('div');
  panel.className = 'source-panel';
  panel.popover = 'auto';
  panel.setAttribute('role', 'status');
  document.body.append(panel);

  for (const piece of article.querySelectorAll<HTMLElement>('p, li, td, th')) {
    const seen = new Set<string>();
    for (const text of textsOf(piece)) explainIn(text, forms, seen, panel);
  }
}

function textsOf(piece: HTMLElement): Text[] {
  const walker = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (!text.parentElement?.closest(SKIPPED)) texts.push(text);
  }
  return texts;
}

function explainIn(text: Text, forms: LongForms, seen: Set<string>, panel: HTMLElement): void {
  for (const { 0: word, index } of [...text.data.matchAll(WORD)].reverse()) {
    const long = Object.hasOwn(forms, word) ? forms[word] : undefined;
    if (long === undefined || seen.has(word)) continue;
    seen.add(word);
    const short = text.splitText(index);
    short.splitText(word.length);
    short.replaceWith(explained(word, long, panel));
  }
}

/** A button within a line of text: a native one would be a box that the line breaks around. */
function explained(word: string, long: string, panel: HTMLElement): HTMLElement {
  const button = document.createElement('span');
  button.className = 'abbreviation';
  button.role = 'button';
  button.tabIndex = 0;
  button.textContent = word;
  const explain = () => {
    panel.textContent = `${word} – ${long}`;
    panel.showPopover();
  };
  button.addEventListener('click', explain);
  button.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    explain();
  });
  return button;
}
