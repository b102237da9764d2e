import { piecesOf, type Check } from './problem';

/**
 * A checklist says nothing that the reference does not: each source of an item is cited by a topic, and each fact it
 * names is carried by a paragraph that cites one of the item’s sources.
 */
export const checklistsRestOnTopics: Check = ({ topics, checklists }) => {
  const pieces = topics.flatMap(({ fr }) => piecesOf(fr));
  const cited = new Set(pieces.flatMap(({ cites }) => cites));
  return checklists.flatMap(({ id, sections }) =>
    sections.flatMap(({ items }) =>
      items.flatMap((item) => {
        const where = `checklists/${id}, ${item.id}`;
        const carried = new Set(
          pieces
            .filter(({ cites }) => cites.some((source) => item.sources.includes(source)))
            .flatMap(({ facts }) => facts)
        );
        return [
          ...item.sources
            .filter((source) => !cited.has(source))
            .map((source) => ({ where, what: `no topic cites ${source}` })),
          ...(item.facts ?? [])
            .filter((fact) => !carried.has(fact))
            .map((fact) => ({ where, what: `no topic carries ${fact} with a source of this item` }))
        ];
      })
    )
  );
};
