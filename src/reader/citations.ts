import { base } from '$app/paths';
import type { Source } from '$lib/content/schema';
import { publishedText } from '$lib/content/source-text';
import { m } from '$lib/i18n/paraglide/messages';

/**
 * A number in the text opens its source in place: over the page, closed by Escape, a tap beside it or its button, and the
 * focus returns. Where the browser has no popover the link leads to the list of sources, as without a script.
 */
export function openSourcesInPlace(): void {
  if (!('popover' in HTMLElement.prototype)) return;
  const panel = document.createElement('div');
  panel.className = 'source-panel';
  panel.popover = 'auto';
  panel.setAttribute('role', 'dialog');
  panel.setAttribute('aria-label', m.sources());
  document.body.append(panel);
  let opener: HTMLElement | undefined;
  panel.addEventListener('toggle', (event) => {
    if ((event as ToggleEvent).newState === 'closed') opener?.focus();
  });

  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('sup a');
    const source = link && document.getElementById(link.hash.slice(1));
    if (!link || !source || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    panel.replaceChildren(entryOf(source), allCiting(source), closeButton(panel));
    void showWhole(source.dataset.source ?? '', panel.firstElementChild);
    panel.showPopover();
    panel.querySelector<HTMLElement>('button')?.focus();
    opener = link;
  });
}

/** The entry of the list below, without its id. */
function entryOf(source: HTMLElement): HTMLElement {
  const entry = document.createElement('div');
  for (const child of source.childNodes) entry.append(child.cloneNode(true));
  return entry;
}

let whole: Promise<Map<string, Source>> | undefined;

/** With its title and all its authors, as the bibliography has it; where that cannot be had the short entry stays. */
async function showWhole(id: string, entry: Element | null): Promise<void> {
  whole ??= fetch(`${base}/sources/calcinote.json`)
    .then((response) => response.json() as Promise<Source[]>)
    .then((sources) => new Map(sources.map((source) => [source.id, source])));
  const source = (await whole.catch(() => undefined))?.get(id);
  if (!source?.title) return;
  const title = document.createElement('cite');
  title.lang = source.language ?? 'en';
  title.textContent = source.title;
  const link = entry?.querySelector('a');
  entry?.replaceChildren(title, `. ${publishedText(source)} `, ...(link ? [link] : []));
}

/** Where all that rests on this source is listed. */
function allCiting(source: HTMLElement): HTMLElement {
  const link = document.createElement('a');
  link.href = `../sources/#${source.dataset.source ?? ''}`;
  link.textContent = m.all_citing();
  const line = document.createElement('p');
  line.append(link);
  return line;
}

function closeButton(panel: HTMLElement): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = m.close();
  button.addEventListener('click', () => panel.hidePopover());
  return button;
}
