import { piecesOf, type Check } from './problem';

/**
 * Every entry of the bibliography is named by a topic or a study, or by what the classifier rests on.
 *
 * @param elsewhere ids that the classifier, its intervals and their explanations name
 */
export const everySourceCited =
  (elsewhere: ReadonlySet<string>): Check =>
  ({ topics, studies, bibliography }) => {
    const cited = new Set([
      ...elsewhere,
      ...topics.flatMap(({ fr }) => piecesOf(fr).flatMap(({ cites }) => cites)),
      ...studies.flatMap(({ sources }) => sources)
    ]);
    return bibliography
      .filter(({ id }) => !cited.has(id))
      .map(({ id }) => ({ where: `bibliography/${id}`, what: 'nothing names this source' }));
  };
