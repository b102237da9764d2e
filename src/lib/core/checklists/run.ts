import type {
  ChecklistItem,
  ChecklistRun,
  ChecklistSection,
  ItemState
} from '../casebook/row-schema';

type Content = ChecklistRun['content'];
type Run = Pick<ChecklistRun, 'content'>;

/** How far a run is, by items. */
export interface Progress {
  done: number;
  notApplicable: number;
  open: number;
  total: number;
}

export function progressOf({ content }: Run): Progress {
  const states = itemsOf(content.sections).map(({ id }) => stateOf(content, id));
  const count = (wanted: ItemState) => states.filter((state) => state === wanted).length;
  return {
    done: count('done'),
    notApplicable: count('not-applicable'),
    open: count('open'),
    total: states.length
  };
}

/** The items nothing was said of yet, in their order. */
export function openItems({ content }: Run): ChecklistItem[] {
  return itemsOf(content.sections).filter(({ id }) => stateOf(content, id) === 'open');
}

/**
 * The content with one item in another state. What the run does not hold changes nothing.
 *
 * @param at when, by the caller's clock
 * @param remark left out, the remark that is there stays
 */
export function withState(
  content: Content,
  itemId: string,
  state: ItemState,
  at: number,
  remark?: string
): Content {
  if (!itemsOf(content.sections).some(({ id }) => id === itemId)) return content;
  const said = remark ?? entryOf(content, itemId)?.remark ?? '';
  const states = { ...content.states };
  delete states[itemId];
  // An item that was opened again, with nothing said, is as one that was never touched.
  if (state === 'open' && said === '') return { ...content, states };
  return { ...content, states: { ...states, [itemId]: { state, at, remark: said } } };
}

function itemsOf(sections: readonly ChecklistSection[]): ChecklistItem[] {
  return sections.flatMap(({ items }) => items);
}

function stateOf(content: Content, id: string): ItemState {
  return entryOf(content, id)?.state ?? 'open';
}

/** Ids may come from a file: `toString` must not find what every object has. */
function entryOf({ states }: Content, id: string): Content['states'][string] | undefined {
  return Object.hasOwn(states, id) ? states[id] : undefined;
}
