import { m } from '$lib/i18n/paraglide/messages';

/**
 * What is on this page, in reach of the thumb: a button at the foot that opens the list of headings over the page. It is
 * made from the headings themselves; without a script the page is read from top to bottom.
 */
export function addContents(): void {
  const headings = [...document.querySelectorAll<HTMLElement>('.topic > :is(h2, h3)[id]')];
  if (headings.length < 2 || !('popover' in HTMLElement.prototype)) return;
  const panel = document.createElement('nav');
  panel.id = 'contents';
  panel.className = 'source-panel contents';
  panel.popover = 'auto';
  panel.setAttribute('aria-label', m.topic_contents());
  const list = document.createElement('ol');
  for (const heading of headings) {
    const link = document.createElement('a');
    link.href = `#${heading.id}`;
    link.textContent = heading.textContent;
    link.addEventListener('click', () => panel.hidePopover());
    const item = document.createElement('li');
    item.className = heading.localName;
    item.append(link);
    list.append(item);
  }
  panel.append(list);

  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'contents-button no-print';
  button.textContent = m.topic_contents();
  button.setAttribute('popovertarget', panel.id);
  document.querySelector('main')?.append(panel, button);
}
