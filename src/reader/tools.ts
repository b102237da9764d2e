import { m } from '$lib/i18n/paraglide/messages';
import { noteButton } from './notes';
import { changeReading, first, readReading, remember } from '$lib/storage/reading';

/** Favourite, share and print for the topic of this page; notes that it was read. */
export function addTools(): void {
  const article = document.querySelector<HTMLElement>('[data-topic]');
  const topic = article?.dataset.topic;
  if (!article || !topic) return;
  remember('recent', topic);
  const tools = document.createElement('div');
  tools.className = 'tools no-print';
  tools.append(favouriteButton(topic), shareButton(), noteButton(article, topic), printButton());
  article.querySelector('.answer + p')?.after(tools);
  linkSections(article);
}

function button(text: string, act: (self: HTMLButtonElement) => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', () => act(made));
  return made;
}

function favouriteButton(topic: string): HTMLButtonElement {
  const show = (self: HTMLButtonElement) => {
    const isKept = readReading().favourites.includes(topic);
    self.textContent = `${isKept ? '★' : '☆'} ${m.favourite()}`;
    self.setAttribute('aria-pressed', String(isKept));
  };
  const made = button('', (self) => {
    const isKept = changeReading((reading) => ({
      ...reading,
      favourites: reading.favourites.includes(topic)
        ? reading.favourites.filter((one) => one !== topic)
        : first(topic, reading.favourites)
    }));
    if (isKept) show(self);
    else self.textContent = m.preferences_not_kept();
  });
  show(made);
  return made;
}

function shareButton(): HTMLButtonElement {
  return button(m.share(), (self) => void share(location.href.split('#')[0] as string, self));
}

function printButton(): HTMLButtonElement {
  return button(m.print(), () => print());
}

/** A heading is a link to its section, and gives the address away when it is pressed. */
function linkSections(article: HTMLElement): void {
  for (const heading of article.querySelectorAll<HTMLElement>(':scope > :is(h2, h3)[id]')) {
    const link = document.createElement('a');
    link.href = `#${heading.id}`;
    link.append(...heading.childNodes);
    link.addEventListener('click', () => void share(link.href, link));
    heading.append(link);
  }
}

/** By the share sheet where there is one, else by the clipboard, else by hand: the address stays on screen. */
async function share(url: string, from: HTMLElement): Promise<void> {
  const text = from.textContent;
  try {
    if (navigator.share) await navigator.share({ title: document.title, url });
    else {
      await navigator.clipboard.writeText(url);
      from.textContent = m.link_copied();
      setTimeout(() => (from.textContent = text), 2000);
    }
  } catch (error) {
    if ((error as Error).name !== 'AbortError') location.hash = new URL(url).hash;
  }
}
