import { LANGUAGES } from '../reference';
import { piecesOf, type Check } from './problem';

/** Every source that is named stands in the bibliography, and is named once in a place. */
export const citationsResolve: Check = ({ topics, studies, checklists, bibliography }) => {
  const known = new Set(bibliography.map(({ id }) => id));
  const wrong = (where: string, cites: string[]) => [
    ...cites
      .filter((id) => !known.has(id))
      .map((id) => ({ where, what: `${id} is not in the bibliography` })),
    ...(new Set(cites).size < cites.length ? [{ where, what: 'a source is named twice' }] : [])
  ];
  return [
    ...topics.flatMap((topic) =>
      LANGUAGES.flatMap((language) =>
        piecesOf(topic[language]).flatMap(({ place, cites }) =>
          wrong(`${topic.id}/${language}, ${place}`, cites)
        )
      )
    ),
    ...studies.flatMap(({ id, sources }) => wrong(`study ${id}`, sources)),
    ...checklists.flatMap(({ id, sections }) =>
      sections.flatMap(({ items }) =>
        items.flatMap((item) => wrong(`checklists/${id}, ${item.id}`, item.sources))
      )
    )
  ];
};
