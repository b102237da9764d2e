import type { ChecklistSection } from '$lib/core/casebook/row-schema';
import type { ShippedChecklist } from './checklist-schema';
import type { Language } from './reference';

/**
 * The checklists that ship with the app, as the browser uses them. The files are taken as they are: the lint holds them
 * against their schema, so that no schema library comes along.
 */

const files = import.meta.glob<ShippedChecklist>('./checklists/*.json', {
  eager: true,
  import: 'default'
});

/** Situations first, then treatments, each in its order. */
export const CHECKLISTS: readonly ShippedChecklist[] = Object.values(files).sort(
  (one, other) => one.group.localeCompare(other.group) || one.order - other.order
);

/** A checklist in one language, in the shape a run starts from. */
export function checklistIn(
  { title, sections }: ShippedChecklist,
  language: Language
): { title: string; sections: ChecklistSection[] } {
  return {
    title: title[language],
    sections: sections.map((section) => ({
      title: section.title[language],
      items: section.items.map(({ id, text, note }) => ({
        id,
        text: text[language],
        note: note?.[language] ?? ''
      }))
    }))
  };
}

/** Ids of the sources behind an item; none where the checklist or the item is the reader’s own. */
export function sourcesOfItem(checklistId: string, itemId: string): readonly string[] {
  const items = CHECKLISTS.find(({ id }) => id === checklistId)?.sections.flatMap(
    (section) => section.items
  );
  return items?.find(({ id }) => id === itemId)?.sources ?? [];
}
