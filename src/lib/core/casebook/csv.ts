import { decimal, toText } from '../quantities/decimal';

export type Cell = string | number | undefined;
export type DecimalSign = ',' | '.';

/** What a spreadsheet takes for the start of a formula; also after spaces, and in their wide forms. */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/u;
const PLAIN_NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;

/**
 * CSV after RFC 4180, with the separator that spreadsheets expect beside this decimal sign. What could be run as a
 * formula gets an apostrophe before it: a note must not become a command on the computer where the file is opened.
 */
export function csvOf(lines: readonly (readonly Cell[])[], sign: DecimalSign): string {
  const separator = sign === ',' ? ';' : ',';
  const quoted = (text: string) =>
    /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
  return lines
    .map((cells) => `${cells.map((cell) => quoted(cellText(cell, sign))).join(separator)}\r\n`)
    .join('');
}

function cellText(cell: Cell, sign: DecimalSign): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return toText(decimal(cell)).replace('.', sign);
  return FORMULA.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell;
}
