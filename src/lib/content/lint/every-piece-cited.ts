import { LANGUAGES } from '../reference';
import { piecesOf, type Check } from './problem';

/** Every paragraph, list item and table row names at least one source. */
export const everyPieceCited: Check = ({ topics }) =>
  topics.flatMap((topic) =>
    LANGUAGES.flatMap((language) =>
      piecesOf(topic[language])
        .filter(({ cites }) => cites.length === 0)
        .map(({ place }) => ({ where: `${topic.id}/${language}`, what: `${place} has no source` }))
    )
  );
