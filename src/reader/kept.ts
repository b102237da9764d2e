import { readReading } from '$lib/storage/reading';

/** Favourites and what was read last, on the first page of the reference: links that the page already holds, once more. */
export function showKept(): void {
  const { favourites, recent } = readReading();
  fill('[data-favourites]', favourites);
  fill('[data-recent]', recent);
}

function fill(selector: string, ids: readonly string[]): void {
  const place = document.querySelector<HTMLElement>(selector);
  const links = ids.flatMap((id) => {
    const link = document.querySelector(`a[data-link="${CSS.escape(id)}"]`);
    return link ? [link.cloneNode(true)] : [];
  });
  if (!place || links.length === 0) return;
  const heading = document.createElement('h2');
  heading.textContent = place.dataset.heading ?? '';
  const list = document.createElement('ul');
  list.className = 'links';
  for (const link of links) {
    const item = document.createElement('li');
    item.append(link);
    list.append(item);
  }
  place.replaceChildren(heading, list);
}
