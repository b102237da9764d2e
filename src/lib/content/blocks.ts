/**
 * A topic of the reference as the pages show it. Every paragraph, list item and table row says which sources it rests on,
 * and which facts of the clinical fact list it carries.
 */

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'strong' | 'em'; children: Inline[] }
  /** `topic:ID#SECTION`, or `classify:CONDITION`: the classifier with that condition ticked. */
  | { kind: 'link'; to: string; children: Inline[] };

/** Text with what it rests on. */
export interface Cited {
  children: Inline[];
  /** Ids of the bibliography. */
  cites: string[];
  /** Ids of the fact list, such as `R-SURG-01`: not shown. */
  facts: string[];
}

export interface Heading {
  kind: 'heading';
  level: 2 | 3;
  /** The same in both languages. */
  id: string;
  children: Inline[];
}

export interface Row {
  cells: Inline[][];
  cites: string[];
  facts: string[];
}

export type Block =
  | Heading
  | ({ kind: 'paragraph' } & Cited)
  | { kind: 'list'; ordered: boolean; items: Cited[] }
  | { kind: 'table'; head: Inline[][]; rows: Row[] }
  /** The studies of one intervention, from the evidence data. */
  | { kind: 'studies'; intervention: string }
  /** One of our own drawings, by name. */
  | { kind: 'drawing'; of: string };

export interface TopicText {
  title: string;
  /** The first paragraph: what a hurried reader needs. */
  answer: Cited;
  blocks: Block[];
}

/** The words of a piece of text. */
export function plain(children: readonly Inline[]): string {
  return children
    .map((child) => (child.kind === 'text' ? child.text : plain(child.children)))
    .join('');
}
