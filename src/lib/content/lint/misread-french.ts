import { saidIn, type Check } from './problem';

/** French that a clinician reads as something else than what is meant, mostly taken over from English. */
const MISREAD: [what: string, words: RegExp][] = [
  [
    'of patients that they progressed, which reads as "improved"',
    /\bpatiente?s?\b[^.,;:]* (?:a|ont) progressé/i
  ],
  [
    '"demander" of a substance, which reads as an order to give it',
    /demander (?:aussi )?(?:la prise|les apports)|à demander devant/i
  ],
  ['"sensibilité" for tenderness, which reads as that of a test', /sensibilité à la palpation/i],
  ['"essais" for treatments that were tried, which reads as trials', /beaucoup d’essais/i],
  [
    'a number right after a number and a comma, which reads as a decimal',
    /\b(?:Parmi|De) ces \d+, \d/
  ]
];

/** No French text says what can be read as something else. */
export const misreadFrench: Check = (reference) =>
  saidIn(reference, 'fr').flatMap(({ where, text }) =>
    MISREAD.filter(([, words]) => words.test(text)).map(([what]) => ({
      where,
      what: `says ${what}: "${text.slice(0, 80)}"`
    }))
  );
