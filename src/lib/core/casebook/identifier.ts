/** What a text seems to contain that names a person. */
export const IDENTIFIERS = [
  'avs',
  'insurance-card',
  'e-mail',
  'phone',
  'date-of-birth',
  'file-number'
] as const;
export type IdentifierKind = (typeof IDENTIFIERS)[number];

/** Digits as people group them: with spaces, points or hyphens between. */
const digits = (text: string): string => text.replace(/\D/g, '');
const GAP = '[ .\\u00a0\\u202f-]?';

const AVS = new RegExp(`(?<!\\d)756(?:${GAP}\\d){10}(?!\\d)`, 'g');
const CARD = new RegExp(`(?<!\\d)80756(?:${GAP}\\d){15}(?!\\d)`);
/** One character before the sign is enough: with more, a long text without spaces would be read anew from each. */
const EMAIL = /[^\s@<>]@[^\s@<>]+\.[a-z]{2,}/i;
/** Swiss numbers (0XX XXX XX XX, +41, 0041) and others that start with a plus sign. */
const PHONE = new RegExp(
  `(?<![\\d+])(?:(?:\\+|00)41${GAP}(?:\\(0\\))?${GAP}[1-9]|0[1-9])\\d(?:${GAP}\\d){7}(?!\\d)|\\+[1-9](?:${GAP}\\d){8,13}(?!\\d)`
);
const DATE =
  /(?<!\d)(\d{1,2})[./-](\d{1,2})[./-]((?:19|20)\d\d)(?!\d)|(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)/g;
/** Words that a date of birth follows; without one, only a date that lies years back is taken for one. */
const BORN =
  /(?:né[e]?(?:\(e\))?|naissance|ddn|born|birth|dob|d\.o\.b\.)\s*(?:le|on)?\s*[:.]?\s*$/iu;
const FILE_NUMBER =
  /(?:dossier|ipp|n°\s*(?:de\s+)?(?:patient|dossier)|patient|file|mrn|pid|eds)\s*(?:no\.?|n°|nr\.?|number|id|#)?\s*[:#]?\s*\d{5,}/iu;
/** A date this far back in a note on a ward is rather a birth than a visit. Set by us. */
const YEARS_BACK = 15;

/**
 * What in a text looks like an identifier, for a warning that can be waved aside. It is read here and goes nowhere.
 * @param thisYear of the reader's calendar
 */
export function looksLikeIdentifier(text: string, thisYear: number): IdentifierKind[] {
  const seen: Record<IdentifierKind, boolean> = {
    avs: (text.match(AVS) ?? []).some((found) => hasEan13Check(digits(found))),
    'insurance-card': CARD.test(text),
    'e-mail': EMAIL.test(text),
    // The other two are read first: groups of their digits can look like a phone number.
    phone: PHONE.test(text.replace(AVS, '').replace(CARD, '')),
    'date-of-birth': [...text.matchAll(DATE)].some((found) => isBirth(found, text, thisYear)),
    'file-number': FILE_NUMBER.test(text)
  };
  return IDENTIFIERS.filter((kind) => seen[kind]);
}

/** EAN-13: the digits, weighted 1 and 3 in turn, add up to a multiple of ten. */
function hasEan13Check(number: string): boolean {
  const sum = [...number].reduce((all, digit, at) => all + Number(digit) * (at % 2 ? 3 : 1), 0);
  return sum % 10 === 0;
}

function isBirth(found: RegExpMatchArray, text: string, thisYear: number): boolean {
  const [, day = found[6], month = found[5], year = found[4]] = found;
  if (Number(day) < 1 || Number(day) > 31 || Number(month) < 1 || Number(month) > 12) return false;
  const before = text.slice(0, found.index);
  return BORN.test(before) || thisYear - Number(year) >= YEARS_BACK;
}
