import type { ChecklistItem, ChecklistRun, ItemState } from '../casebook/row-schema';

/** The words around a run, in the language of the reader. */
export interface RunLabels {
  started: string;
  closed: string;
  remark: string;
  /** What the three marks mean. */
  states: Record<ItemState, string>;
}

export const MARKS: Record<ItemState, string> = {
  done: '[x]',
  open: '[ ]',
  'not-applicable': '[-]'
};

/**
 * A run as plain text, to be shared.
 *
 * @param words `timeOf` writes a time as the reader's clock and language do
 */
export function runText(
  { content, createdAt, closedAt }: Pick<ChecklistRun, 'content' | 'createdAt' | 'closedAt'>,
  { labels, timeOf }: { labels: RunLabels; timeOf: (at: number) => string }
): string {
  const legend = (['done', 'open', 'not-applicable'] as const).map(
    (state) => `${MARKS[state]} ${labels.states[state]}`
  );
  const head = [
    content.title,
    `${labels.started} ${timeOf(createdAt)}`,
    ...(closedAt === 0 ? [] : [`${labels.closed} ${timeOf(closedAt)}`]),
    legend.join('   ')
  ];
  const sections = content.sections
    .filter(({ items }) => items.length > 0)
    .map(({ title, items }) => [
      ...(title === '' ? [] : [title]),
      ...items.flatMap((item) => linesOf(item, content.states, labels, timeOf))
    ]);
  return [head, ...sections].map((lines) => lines.join('\n')).join('\n\n');
}

function linesOf(
  { id, text }: ChecklistItem,
  states: ChecklistRun['content']['states'],
  labels: RunLabels,
  timeOf: (at: number) => string
): string[] {
  const entry = Object.hasOwn(states, id) ? states[id] : undefined;
  if (!entry) return [`${MARKS.open} ${text}`];
  // An open item was not done at any time: when its remark was written says nothing of it.
  const time = entry.state === 'open' ? '' : ` (${timeOf(entry.at)})`;
  const remark = entry.remark === '' ? [] : `${labels.remark} ${entry.remark}`.split('\n');
  return [`${MARKS[entry.state]} ${text}${time}`, ...remark.map((line) => `    ${line}`)];
}
