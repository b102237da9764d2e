import type { ChecklistItem, ChecklistSection } from '../casebook/row-schema';

type Step = -1 | 1;

/**
 * The sections with one item a place up or down. Past the edge of its section it goes into the neighbouring one; at
 * either end of the whole it stays.
 */
export function moveItem(
  sections: ChecklistSection[],
  itemId: string,
  by: Step
): ChecklistSection[] {
  const from = sections.findIndex(({ items }) => items.some(({ id }) => id === itemId));
  const section = sections[from];
  if (!section) return sections;
  const place = section.items.findIndex(({ id }) => id === itemId);
  if (section.items[place + by]) {
    const items = swapped(section.items, place, by);
    return sections.with(from, { ...section, items });
  }
  const next = sections[from + by];
  if (!next) return sections;
  const item = section.items[place] as ChecklistItem;
  const left = { ...section, items: section.items.toSpliced(place, 1) };
  const joined = by === 1 ? [item, ...next.items] : [...next.items, item];
  return sections.with(from, left).with(from + by, { ...next, items: joined });
}

/** The sections with one of them a place up or down; at either end it stays. */
export function moveSection(
  sections: ChecklistSection[],
  index: number,
  by: Step
): ChecklistSection[] {
  return sections[index] && sections[index + by] ? swapped(sections, index, by) : sections;
}

function swapped<T>(list: readonly T[], place: number, by: Step): T[] {
  return list.with(place, list[place + by] as T).with(place + by, list[place] as T);
}

/**
 * The sections of a template for a run or a template of the reader's own, which share nothing with it.
 *
 * @param newItemId gives an id that stands nowhere else
 */
export function copyOf(
  sections: readonly ChecklistSection[],
  newItemId: () => string
): ChecklistSection[] {
  return sections.map(({ title, items }) => ({
    title,
    items: items.map(({ text, note }) => ({ id: newItemId(), text, note }))
  }));
}
