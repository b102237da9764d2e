import terms from '$lib/content/condition-terms.json';
import { CONDITIONS, type ConditionId } from '$lib/core/classifier/vocabulary';
import { conditionName } from '$lib/i18n/wording-findings';

/** Without accents, ligatures and case: `Sclérodermie` and `sclerodermie` are the same to a finger. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[’']/g, ' ')
    .trim();
}

/** Every term of every condition, folded; the names in both languages are among them. */
function foldedTerms(): Map<ConditionId, string[]> {
  return new Map(
    CONDITIONS.map((id) => [
      id,
      [
        conditionName[id]({}, { locale: 'fr' }),
        conditionName[id]({}, { locale: 'en' }),
        ...terms[id]
      ].map(fold)
    ])
  );
}

const NO_MATCH = 9;

/** 0 for the very term, 1 for its beginning, 2 for the beginning of one of its words. */
function rank(term: string, typed: string): number {
  if (term === typed) return 0;
  if (term.startsWith(typed)) return 1;
  return term.split(/[\s-]+/).some((word) => word.startsWith(typed)) ? 2 : NO_MATCH;
}

const all = foldedTerms();

/**
 * The conditions whose name or abbreviation, in either language, begins with what was typed, the nearest first; all of them
 * when nothing was typed.
 */
export function searchConditions(typed: string): ConditionId[] {
  const folded = fold(typed);
  if (folded === '') return [...CONDITIONS];
  return CONDITIONS.map((id) => ({
    id,
    rank: Math.min(...all.get(id)!.map((term) => rank(term, folded)))
  }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((one, other) => one.rank - other.rank)
    .map(({ id }) => id);
}
