import { base } from '$lib/i18n/paths';
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
    const id = idOf(link.hash);
    panel.replaceChildren(entryOf(source), allCiting(id), closeButton(panel));
    void showWhole(id, panel.firstElementChild);
    panel.showPopover();
    panel.querySelector<HTMLElement>('button')?.focus();
    opener = link;
  });
}

/** The id in the bibliography of the source `#s3`, which is the third of this page. */
function idOf(hash: string): string {
  const ids = document.querySelector<HTMLElement>('[data-ids]')?.dataset.ids?.split(' ') ?? [];
  return ids[Number(hash.slice(2)) - 1] ?? '';
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
  const said = source?.title ?? source?.note;
  if (!source || !said) return;
  const title = document.createElement('cite');
  title.lang = source.language ?? 'en';
  title.textContent = said;
  const link = entry?.querySelector('a');
  entry?.replaceChildren(title, `. ${publishedText(source)} `, ...(link ? [link] : []));
}

/** Where all that rests on this source is listed. */
function allCiting(id: string): HTMLElement {
  const link = document.createElement('a');
  link.href = `../sources/#${id}`;
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
