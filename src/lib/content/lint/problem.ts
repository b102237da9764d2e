import { plain, type Block, type Cited, type TopicText } from '../blocks';
import type { ShippedChecklist } from '../checklist-schema';
import type { Language, Reference } from '../reference';
import type { Both } from '../schema';

/** What a check found: where, and what to do about it. */
export interface Problem {
  where: string;
  what: string;
}

/** One small named check over the whole reference. */
export type Check = (reference: Reference) => Problem[];

/** A piece that must say what it rests on. */
export type Piece = Pick<Cited, 'cites' | 'facts'> & { place: string };

/** Every paragraph, list item and table row of a text, in reading order. */
export function piecesOf({ answer, blocks }: TopicText): Piece[] {
  return [
    { ...answer, place: 'the answer' },
    ...blocks.flatMap((block, index) => piecesIn(block, `block ${index + 1}`))
  ];
}

function piecesIn(block: Block, place: string): Piece[] {
  switch (block.kind) {
    case 'paragraph':
      return [{ ...block, place }];
    case 'list':
      return block.items.map((item, index) => ({ ...item, place: `${place}, item ${index + 1}` }));
    case 'table':
      return block.rows.map((row, index) => ({ ...row, place: `${place}, row ${index + 1}` }));
    default:
      return [];
  }
}

/** Every text of the reference and of the checklists as a reader sees it, without marks. */
export function saidIn({ topics, checklists }: Reference, language: Language): Said[] {
  return [
    ...topics.flatMap((topic) =>
      sentencesOf(topic[language]).map((text) => ({ where: `${topic.id}/${language}`, text }))
    ),
    ...checklists.flatMap((checklist) =>
      textsOf(checklist).map((text) => ({
        where: `checklists/${checklist.id}/${language}`,
        text: text[language]
      }))
    )
  ];
}

/** A text, and where it stands. */
export interface Said {
  where: string;
  text: string;
}

/** Every text of a checklist, in both languages. */
export function textsOf({ title, sections }: ShippedChecklist): Both[] {
  return [
    title,
    ...sections.flatMap((section) => [
      section.title,
      ...section.items.flatMap(({ text, note }) => (note ? [text, note] : [text]))
    ])
  ];
}

/** Every text of a topic as a reader sees it, without marks. */
export function sentencesOf({ title, answer, blocks }: TopicText): string[] {
  return [title, plain(answer.children), ...blocks.flatMap(textsIn)];
}

function textsIn(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [plain(block.children)];
    case 'list':
      return block.items.map(({ children }) => plain(children));
    case 'table':
      return block.rows.map(({ cells }) => cells.map(plain).join(' '));
    default:
      return [];
  }
}
