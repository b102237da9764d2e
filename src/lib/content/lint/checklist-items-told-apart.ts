import type { Check } from './problem';

/** No two checklists share an id or a place, and no two items of one checklist share an id. */
export const checklistItemsToldApart: Check = ({ checklists }) => [
  ...twice(checklists.map(({ id }) => id)).map((id) => ({
    where: 'checklists',
    what: `${id} stands twice`
  })),
  ...twice(checklists.map(({ group, order }) => `${group} ${order}`)).map((place) => ({
    where: 'checklists',
    what: `two have the place ${place}`
  })),
  ...checklists.flatMap(({ id, sections }) =>
    twice(sections.flatMap(({ items }) => items.map((item) => item.id))).map((item) => ({
      where: `checklists/${id}`,
      what: `item ${item} stands twice`
    }))
  )
];

function twice(ids: string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}
