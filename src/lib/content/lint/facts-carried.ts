import { LANGUAGES } from '../reference';
import { piecesOf, type Check } from './problem';

/**
 * Every fact of the clinical fact list is carried by a piece of text in both languages, and no piece carries one that is
 * not in the list.
 *
 * @param facts ids of the list
 */
export const factsCarried =
  (facts: readonly string[]): Check =>
  ({ topics, studies }) => {
    const listed = new Set(facts);
    return LANGUAGES.flatMap((language) => {
      const carried = new Set(
        topics.flatMap((topic) => piecesOf(topic[language]).flatMap((piece) => piece.facts))
      );
      return [
        ...facts
          .filter((id) => !carried.has(id))
          .map((id) => ({ where: language, what: `no topic carries ${id}` })),
        ...[...carried, ...studies.flatMap((study) => study.facts)]
          .filter((id) => !listed.has(id))
          .map((id) => ({ where: language, what: `${id} is not a fact of the list` }))
      ];
    });
  };
