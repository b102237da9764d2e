import { decimal, toText } from '../quantities/decimal';

export type Cell = string | number | undefined;
export type DecimalSign = ',' | '.';

/** What a spreadsheet takes for the start of a formula; also after spaces and quotes, and in their wide forms. */
const FORMULA = /^[\s"]*[=+\-@＝＋－＠]/u;
const PLAIN_NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;
/** Where a cell may begin in a spreadsheet that is set to another separator than the file has. */
const ANY_SEPARATOR = /([,;\t\r\n])/;

/**
 * CSV after RFC 4180, with the separator that spreadsheets expect beside this decimal sign. What could be run as a
 * formula gets an apostrophe before it: a note must not become a command on the computer where the file is opened. That
 * holds after every separator within a text, as a spreadsheet in another language cuts there. A negative number, as a
 * number or as a text, stays one.
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
  if (PLAIN_NUMBER.test(cell)) return cell;
  return cell
    .split(ANY_SEPARATOR)
    .map((piece) => (FORMULA.test(piece) ? `'${piece}` : piece))
    .join('');
}
