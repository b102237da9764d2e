/**
 * How texts and questions become words, the same way on both sides: without accents, ligatures or case, and without
 * the endings of plural and agreement that a hurried reader leaves out.
 */

const LIGATURES: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', đ: 'd', ł: 'l' };

/** Letters as typed on any keyboard: `Sclérodermie` and `sclerodermie` are the same. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[œæßøđł]/g, (letter) => LIGATURES[letter] ?? letter);
}

/** French words that lean on the next one: `l’imagerie` is found by `imagerie`. */
const ELISION = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’](?=\p{L})/u;

/** Words of grammar, which say nothing of the subject in either language. */
const EMPTY = new Set(
  (
    'a au aux avec ce ces cette dans de des du elle elles en est et ils la le les leur leurs mais ne ou par pas pour que qui ' +
    'sa se ses son sont sur un une y an and are as at be by for from has have in into is it its of on or that the their this to was were with'
  ).split(' ')
);

/**
 * Light stemming of French and English at once, as a reader's language is not known from one word: plural, agreement and
 * the letter that both languages put on or leave off (`calcinoses`, `calcinosis`, `calcinose`). A word of fewer than five
 * letters, or with a figure in it, stays as it is.
 */
export function stem(word: string): string {
  if (word.length < 5 || /\d/.test(word)) return word;
  return word
    .replace(/(?:aux|als)$/, 'al')
    .replace(/ies$/, 'y')
    .replace(/(?:osis|oses|ose)$/, 'os')
    .replace(/(?:itis|ites|ite)$/, 'it')
    .replace(/(?:s|x)$/, '')
    .replace(/(?:ique|ic|ical)$/, 'ic')
    .replace(/(?:ees|ee|ed)$/, '')
    .replace(/ie$/, 'y')
    .replace(/e$/, '');
}

/** The words of a text, each folded and stemmed; words of grammar are left out. */
export function wordsOf(text: string): string[] {
  return text
    .split(/[^\p{L}\p{M}\p{N}'’]/u)
    .map((word) =>
      fold(word.replace(/^['’]+|['’]+$/g, '').replace(ELISION, '')).replace(/['’]s$/, '')
    )
    .flatMap((word) => word.split(/['’]/))
    .filter((word) => word !== '' && !EMPTY.has(word))
    .map(stem);
}
