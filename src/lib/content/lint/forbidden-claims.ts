import { LANGUAGES } from '../reference';
import { saidIn, type Check } from './problem';

/** What the evidence list says must not be claimed, as far as words can tell. */
const FORBIDDEN: [what: string, words: RegExp][] = [
  ['an effect of drugs without a checked study', /apremilast|hyaluronidase|zol[ée]dron/i],
  ['75 % of 88', /75\s*%\s*(?:of|des|de|sur)\s*(?:the\s*)?88|66 (?:of|sur) 88/i],
  ['54 % of 60', /54\s*%\s*(?:of|des|de|sur)\s*(?:the\s*)?60/i],
  ['survival in calciphylaxis beyond what was checked', /45[.,]8\s*%/],
  ['an ICD-10 code that was not checked', /E83\.59|E88\.81|L95\.0|M11\.2|L98\.8|EB90/],
  ['a SNOMED CT identifier', /\b(?:396230008|38826005|21098000)\b/],
  ['figures of CALIPER', /CALIPER[^.]*\d/],
  ['that no other tool exists', /only (?:tool|app)|seule? (?:outil|application)/i],
  [
    'thiosulfate as first line',
    /first[- ]line[^.]*thiosulfate|thiosulfate[^.]*(?:first[- ]line|première (?:ligne|intention))/i
  ]
];

/** No text claims what must not be claimed. */
export const forbiddenClaims: Check = (reference) =>
  LANGUAGES.flatMap((language) => saidIn(reference, language)).flatMap(({ where, text }) =>
    FORBIDDEN.filter(([, words]) => words.test(text)).map(([what]) => ({
      where,
      what: `claims ${what}: "${text.slice(0, 80)}"`
    }))
  );
