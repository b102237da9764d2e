import { m } from '$lib/i18n/paraglide/messages';
import { getLocale } from '$lib/i18n/paraglide/runtime';
import { pathOf } from '$lib/i18n/paths';
import { withCasebook } from '$lib/i18n/texts';
import { hasCasebook } from '$lib/state/has-casebook';

/** Leads to a new note on this topic; what was selected last is quoted in it, with the place it is from. */
export function noteButton(article: HTMLElement, topic: string): HTMLElement {
  let quote = '';
  let section = '';
  let sources: string[] = [];
  document.addEventListener('selectionchange', () => {
    const selection = getSelection();
    const text = selection?.toString().trim() ?? '';
    const from = selection?.anchorNode;
    // A tap on the button takes the selection away: it is remembered.
    if (!text || !from || !article.contains(from)) return;
    quote = text;
    section = sectionOf(article, from);
    sources = sourcesOf(from);
  });
  const link = document.createElement('a');
  link.className = 'note';
  link.textContent = m.note_write();
  link.href = address('new', topic);
  link.addEventListener('click', (event) => {
    const place = section ? `${topic}#${section}` : topic;
    link.href = address('new', place);
    if (!quote || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void quoteAt(place, quoted(quote, place, sources));
  });
  return link;
}

/** By way of the worker's memory; in the address, which the history keeps, only where there is no worker. */
async function quoteAt(place: string, text: string): Promise<void> {
  const { GIVEN, giveText } = await import('$lib/state/shared-text');
  const isGiven = await giveText(text);
  location.assign(
    isGiven ? address(GIVEN, place) : `${address('new', place)}&quote=${encodeURIComponent(text)}`
  );
}

function address(what: string, place: string): string {
  return `${pathOf('casebook/note', getLocale())}#${what}&topic=${encodeURIComponent(place)}`;
}

/** The sources that the quoted piece cites, as the page lists them. */
function sourcesOf(node: Node): string[] {
  const piece = (node instanceof Element ? node : node.parentElement)?.closest('p, li, tr');
  const cites = piece?.querySelectorAll('a[href^="#s"]') ?? [];
  const ids = new Set([...cites].map((cite) => cite.getAttribute('href')?.slice(1) ?? ''));
  return [...ids].flatMap((id) => {
    const text = document.getElementById(id)?.textContent?.replace(/\s+/g, ' ').trim();
    return text ? [text] : [];
  });
}

/** Markdown: the words, where they stand, and on what they rest. */
function quoted(text: string, place: string, sources: readonly string[]): string {
  const title = document.querySelector('h1')?.textContent ?? '';
  const lines = text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
  const rest = sources.map((source) => `- ${source}\n`).join('');
  return `${lines}\n\n[${m.note_quoted()}${m.colon()}${title}](topic:${place})\n${rest}\n`;
}

/** The heading that comes last before a place in the text. */
function sectionOf(article: HTMLElement, node: Node): string {
  const headings = [...article.querySelectorAll<HTMLElement>(':is(h2, h3)[id]')];
  const before = headings.findLast(
    (heading) => heading.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING
  );
  return before?.id ?? '';
}

/** The notes on this topic, above its sources; most readers have none, and load nothing for it. */
export async function listNotes(): Promise<void> {
  const topic = document.querySelector<HTMLElement>('[data-topic]')?.dataset.topic;
  if (!topic || !(await hasCasebook())) return;
  const [{ casebook }, { titleOf }, { reasonText }] = await withCasebook(
    Promise.all([
      import('$lib/state/casebook'),
      import('$lib/core/casebook/note-text'),
      import('$lib/i18n/wording-casebook')
    ])
  );
  const reading = await casebook.notesOn(topic);
  if (reading.state === 'failed') return notRead(reasonText[reading.reason]());
  const notes = reading.state === 'read' ? reading.value : [];
  if (notes.length === 0) return;
  const heading = document.createElement('h2');
  heading.textContent = m.note_here();
  const list = document.createElement('ul');
  list.className = 'links';
  list.dataset.list = 'topic-notes';
  for (const { id, content } of notes) {
    const link = document.createElement('a');
    link.href = `${pathOf('casebook/note', getLocale())}#${id}`;
    link.textContent = titleOf(content.text) || m.cb_untitled();
    const item = document.createElement('li');
    item.append(link);
    list.append(item);
  }
  document.querySelector('#sources')?.before(heading, list);
}

/** A failed reading never looks as if there were none. */
function notRead(reason: string): void {
  const told = document.createElement('p');
  told.className = 'small';
  told.dataset.notes = 'unread';
  const link = document.createElement('a');
  link.href = pathOf('casebook', getLocale());
  link.textContent = m.cb_notes();
  told.append(link, `${m.colon()}${reason}`);
  document.querySelector('#sources')?.before(told);
}
