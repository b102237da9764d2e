import { wordsOf } from '$lib/core/search/words';
import { topicPath } from '$lib/i18n/paths';
import type { Hit } from '$lib/state/reference-search';

/** A piece of text, and whether it is what was asked for. */
export interface SnippetPart {
  text: string;
  isFound: boolean;
}
export type Snippet = SnippetPart[];

const BEFORE = 60;
const AFTER = 140;
const texts = new Map<string, Promise<Map<string, string>>>();

/** A few words around the first that was found, from the page itself: the index does not hold the texts once more. */
export async function snippetOf({ topic, section, language, words }: Hit): Promise<Snippet> {
  const address = topicPath(topic, language);
  const page = texts.get(address) ?? read(address);
  texts.set(address, page);
  const text = (await page.catch(() => undefined))?.get(section) ?? '';
  return markFound(text, new Set(words));
}

async function read(address: string): Promise<Map<string, string>> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return sectionsIn(await response.text());
}

/** The text of each section of a page of the reference, by its id; the beginning has none. */
export function sectionsIn(html: string): Map<string, string> {
  const body = /<p class="answer[^>]*>([\s\S]*?)<h2 id="(?:related|sources)"/.exec(html)?.[0] ?? '';
  const sections = new Map<string, string>();
  for (const part of body.split(/(?=<h[23] id=")/)) {
    const [, id = ''] = /^<h[23] id="([a-z0-9-]+)"/.exec(part) ?? [];
    const text = part
      .replace(/^<h[23][\s\S]*?<\/h[23]>/, '')
      .replace(
        /<p class="small soft[\s\S]*?<\/p>|<details[\s\S]*?<\/details>|<sup>[\s\S]*?<\/sup>/g,
        ' '
      )
      .replace(/<!--[\s\S]*?-->|<\/?(?:strong|em|a|cite|b|i)\b[^>]*>/g, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => ENTITIES[name] ?? '')
      .replace(/[ \n\t]+/g, ' ')
      .trim();
    sections.set(id, text);
  }
  return sections;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': '’' };

/** Cuts a text around the first word that was found, and marks each. */
export function markFound(text: string, words: ReadonlySet<string>): Snippet {
  const pieces = text.split(/([\p{L}\p{M}\p{N}’']+)/u);
  const isFound = pieces.map(
    (piece, index) => index % 2 === 1 && wordsOf(piece).some((word) => words.has(word))
  );
  const firstFound = isFound.indexOf(true);
  let from = Math.max(firstFound, 0);
  let room = BEFORE;
  while (from > 0 && room > (pieces[from - 1] as string).length) {
    from -= 1;
    room -= (pieces[from] as string).length;
  }
  let to = Math.max(firstFound, 0);
  room = AFTER;
  while (to < pieces.length && room > 0) {
    room -= (pieces[to] as string).length;
    to += 1;
  }
  const snippet: Snippet = [];
  const add = (piece: string, found: boolean) => {
    const last = snippet.at(-1);
    if (last && last.isFound === found) last.text += piece;
    else if (piece !== '') snippet.push({ text: piece, isFound: found });
  };
  if (from > 0) add('… ', false);
  for (let index = from; index < to; index += 1)
    add(pieces[index] as string, isFound[index] === true);
  if (to < pieces.length) add(' …', false);
  return snippet;
}
