import type { Nodes, Parents, PhrasingContent, RootContent, TableCell } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Block, Cited, Inline, TopicText } from './blocks';

/**
 * Reads a topic: Markdown with tables, and three marks of our own. `[@id; @id]` at the end of a paragraph, list item or
 * table row names its sources, `{R-X-01}` after it the facts it carries, `{#id}` at the end of a heading its address.
 * `::studies{intervention="x"}` and `::drawing{of="x"}` stand on a line of their own.
 *
 * @throws Error with the line, for what this app does not show
 */
export function readTopic(markdown: string): TopicText {
  const { children } = fromMarkdown(markdown, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()]
  });
  const [title, answer, ...rest] = children;
  if (title?.type !== 'heading' || title.depth !== 1) throw wrong(title, 'begins with "# Title"');
  if (answer?.type !== 'paragraph') throw wrong(answer, 'goes on with a paragraph, the answer');
  return {
    title: words(title),
    answer: cited(answer.children, answer),
    blocks: rest.map(blockOf)
  };
}

function wrong(node: Nodes | undefined, what: string): Error {
  return new Error(`line ${node?.position?.start.line ?? 1}: a topic ${what}`);
}

function blockOf(node: RootContent): Block {
  switch (node.type) {
    case 'heading': {
      const [, text = '', id] = /^(.*?)\s*\{#([a-z0-9-]+)\}$/.exec(words(node)) ?? [];
      if (id === undefined) throw wrong(node, 'gives each heading an id, {#like-this}');
      if (node.depth !== 2 && node.depth !== 3)
        throw wrong(node, 'has headings of ## and ### only');
      return { kind: 'heading', level: node.depth, id, children: [{ kind: 'text', text }] };
    }
    case 'paragraph': {
      const mark = /^::(studies|drawing)\{\w+="([a-z0-9-]+)"\}$/.exec(words(node));
      if (mark?.[1] === 'studies') return { kind: 'studies', intervention: mark[2] as string };
      if (mark) return { kind: 'drawing', of: mark[2] as string };
      return { kind: 'paragraph', ...cited(node.children, node) };
    }
    case 'list':
      return {
        kind: 'list',
        ordered: node.ordered === true,
        items: node.children.map((item) => {
          const [only, ...others] = item.children;
          if (only?.type !== 'paragraph' || others.length > 0)
            throw wrong(item, 'has one paragraph in each list item');
          return cited(only.children, only);
        })
      };
    case 'table': {
      const [head, ...rows] = node.children;
      return {
        kind: 'table',
        head: (head?.children ?? []).slice(0, -1).map(({ children }) => inlines(children)),
        rows: rows.map(({ children }) => {
          const { cites, facts } = cited((children.at(-1) as TableCell).children, node);
          return {
            cells: children.slice(0, -1).map((cell) => inlines(cell.children)),
            cites,
            facts
          };
        })
      };
    }
    default:
      throw wrong(node, `does not have a ${node.type}`);
  }
}

const SOURCES = /\s*\[(@[\w-]+(?:\s*;\s*@[\w-]+)*)\](?:\s*\{([A-Z0-9 -]+)\})?\s*$/;

/** Parts the text from the sources and facts named at its end; none where none are named: the lint then says so. */
function cited(children: PhrasingContent[], parent: Nodes): Cited {
  const last = children.at(-1);
  const found = last?.type === 'text' ? SOURCES.exec(last.value) : undefined;
  if (!found || last?.type !== 'text') return { children: inlines(children), cites: [], facts: [] };
  if (/\[@/.test(last.value.slice(0, found.index)))
    throw wrong(parent, 'names its sources once, at the end of the block');
  const text = { ...last, value: last.value.slice(0, found.index) };
  return {
    children: inlines([...children.slice(0, -1), ...(text.value === '' ? [] : [text])]),
    cites: (found[1] ?? '').split(';').map((id) => id.trim().slice(1)),
    facts: found[2]?.split(/\s+/) ?? []
  };
}

function inlines(children: readonly PhrasingContent[]): Inline[] {
  return children.map((child): Inline => {
    switch (child.type) {
      case 'text':
        return { kind: 'text', text: child.value.replace(/\n/g, ' ') };
      case 'strong':
        return { kind: 'strong', children: inlines(child.children) };
      case 'emphasis':
        return { kind: 'em', children: inlines(child.children) };
      case 'link':
        return { kind: 'link', to: child.url, children: inlines(child.children) };
      default:
        throw wrong(child, `does not have a ${child.type}`);
    }
  });
}

function words(node: Parents): string {
  return node.children
    .map((child) => ('value' in child ? child.value : 'children' in child ? words(child) : ''))
    .join('');
}
