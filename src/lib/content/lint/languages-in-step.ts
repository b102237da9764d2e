import { plain, type Block, type Inline, type TopicText } from '../blocks';
import type { Check, Problem } from './problem';

/** Both languages have the same blocks, headings, sources, facts, links and figures, in the same order. */
export const languagesInStep: Check = ({ topics }) =>
  topics.flatMap(({ id, fr, en }) => {
    const there = partsOf(fr);
    const here = partsOf(en);
    if (there.length !== here.length)
      return [{ where: id, what: `${there.length} parts in French, ${here.length} in English` }];
    return there.flatMap((part, index) => differences(id, part, here[index] as Part));
  });

/** The smallest pieces that have a counterpart in the other language. */
interface Part {
  shape: string;
  sources: string;
  facts: string;
  children: Inline[];
}

function partsOf({ title, answer, blocks }: TopicText): Part[] {
  return [
    { shape: 'title', sources: '', facts: '', children: [{ kind: 'text', text: title }] },
    part('answer', answer),
    ...blocks.flatMap(partsIn)
  ];
}

function part(
  shape: string,
  { children, cites, facts }: { children: Inline[]; cites: string[]; facts: string[] }
): Part {
  return { shape, sources: cites.join(' '), facts: facts.join(' '), children };
}

const SPACE: Inline = { kind: 'text', text: ' ' };

function partsIn(block: Block): Part[] {
  const none = { cites: [], facts: [], children: [] };
  switch (block.kind) {
    case 'heading':
      return [part(`h${block.level} #${block.id}`, { ...none, children: block.children })];
    case 'paragraph':
      return [part('paragraph', block)];
    case 'list':
      return block.items.map((item) => part(block.ordered ? 'numbered item' : 'item', item));
    case 'table':
      return [
        part(`table of ${block.head.length} columns`, none),
        ...block.rows.map((row) =>
          part('row', { ...row, children: row.cells.flatMap((cell) => [...cell, SPACE]) })
        )
      ];
    case 'studies':
      return [part(`studies of ${block.intervention}`, none)];
    case 'drawing':
      return [part(`drawing of ${block.of}`, none)];
  }
}

function differences(id: string, fr: Part, en: Part): Problem[] {
  const aspects: [string, string, string][] = [
    ['shape', fr.shape, en.shape],
    ['sources', fr.sources, en.sources],
    ['facts', fr.facts, en.facts],
    ['links', linksIn(fr.children).join(' '), linksIn(en.children).join(' ')],
    ['figures', figuresIn(plain(fr.children), ','), figuresIn(plain(en.children), '.')]
  ];
  const where = `${id}, "${plain(en.children).slice(0, 40)}"`;
  return aspects
    .filter(([, there, here]) => there !== here)
    .map(([what, there, here]) => ({
      where,
      what: `${what}: "${there}" in French, "${here}" in English`
    }));
}

function linksIn(children: readonly Inline[]): string[] {
  return children
    .flatMap((child) => {
      if (child.kind === 'text') return [];
      const inner = linksIn(child.children);
      return child.kind === 'link' ? [child.to, ...inner] : inner;
    })
    .sort();
}

const CODE = /(?<![\p{L}\d])(?:\p{Lu}+\d+(?:\.\d+)?|CC [A-Z-]+ \d\.\d)(?!\d)/gu;

/** The figures of a text, in one notation and sorted: word order differs between languages, figures do not. */
export function figuresIn(text: string, decimal: ',' | '.'): string {
  // A code such as L94.2, and a licence with its version, is a name: it is written alike in both languages.
  const codes = text.match(CODE) ?? [];
  const grouped = text.replace(CODE, '').replace(/(?<=\d)[\u202f\u00a0](?=\d{3}(?!\d))/g, '');
  const figures = grouped.match(decimal === ',' ? /\d+(?:,\d+)?/g : /\d+(?:\.\d+)?/g) ?? [];
  return [...codes, ...figures.map((figure) => figure.replace(',', '.'))].sort().join(' ');
}
