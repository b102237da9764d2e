import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf } from './csv';
import { CSV_COLUMNS, followUpCsv, type CsvColumn } from './follow-up-csv';
import { newRow } from './row';
import type { AnyRow } from './row-schema';

const headings = Object.fromEntries(CSV_COLUMNS.map((name) => [name, name])) as Record<
  CsvColumn,
  string
>;
const lesion = newRow('lesion', 'l', 1, {
  caseId: '',
  content: { label: 'A', view: 'front', region: 'front-left-knee', x: 1, y: 1 }
});
const visit = newRow('lesion-visit', 'v', 1, {
  caseId: '',
  lesionId: 'l',
  on: '2026-02-01',
  content: { lengthMm: 20, widthMm: 10.5, ulcer: 'no', pain: 0, remark: '=1+1; "x"' }
});
const lab = newRow('lab-value', 'b', 1, {
  caseId: '',
  on: '2026-01-01',
  content: { analyte: 'phosphate', value: 1.25, unit: 'mmol/L' }
});
const treatment = newRow('treatment', 't', 1, {
  caseId: '',
  startedOn: '2026-03-01',
  stoppedOn: '',
  content: { name: 'Diltiazem', dose: '-', effect: '', adverse: '' }
});
const rows: AnyRow[] = [lesion, treatment, visit, lab];

test('a case is a line a row in the order of the days, under the headings', () => {
  expect(followUpCsv(rows, headings, '.').split('\r\n')).toEqual([
    CSV_COLUMNS.join(','),
    '2026-01-01,,lab-value,phosphate,,,,,,,,,,1.25,mmol/L,,,,',
    `2026-02-01,,lesion-visit,A,front-left-knee,20,10.5,164.9,,no,,0,,,,,,,"'=1+1; ""x"""`,
    "2026-03-01,,treatment,Diltiazem,,,,,,,,,,,,'-,,,",
    ''
  ]);
});

test('with a decimal comma the separator is a semicolon', () => {
  const [, first, second] = followUpCsv(rows, headings, ',').split('\r\n');
  expect(first).toContain(';1,25;mmol/L;');
  expect(second).toContain(';20;10,5;164,9;');
});

test('ids are worded for the reader, words of the reader’s own are not', () => {
  const text = followUpCsv(rows, headings, '.', (id) => `<${id}>`);
  expect(text).toContain('<lesion-visit>,A,<front-left-knee>');
  expect(text).toContain(',<no>,');
  expect(text).toContain('<treatment>,Diltiazem,');
});

test('a row in the trash is not in the file, and a visit without a day comes first', () => {
  const text = followUpCsv(
    [lab, { ...visit, on: '' }, { ...treatment, deletedAt: 9 }],
    headings,
    '.'
  );
  expect(text.split('\r\n').map((line) => line.split(',')[2])).toEqual([
    'kind',
    'lesion-visit',
    'lab-value',
    undefined
  ]);
});

test.each(['=1+1', '+cmd', '-x', '@SUM(A1)', '  =1', '＝1', '+41 79', '-1-1'])(
  'what a spreadsheet could run as a formula (%j) gets an apostrophe',
  (text) => expect(csvOf([[text]], '.')).toBe(`'${text}\r\n`)
);

test.each([
  ['a;=1+1', "a;'=1+1"],
  ['\t=1', "\t'=1"],
  ['a\n-b', `"a\n'-b"`],
  ['"=1', `"'""=1"`],
  ['3; -1', "3;' -1"],
  ['3;-1', "3;'-1"]
])('nor does one begin where another separator is in use (%j)', (text, written) =>
  expect(csvOf([[text]], '.')).toBe(`${written}\r\n`)
);

/** The cells that a spreadsheet may find, whatever separator it is set to, with and without regard to quotes. */
function cellsFound(csv: string): string[] {
  return [',', ';', '\t'].flatMap((separator) => {
    const quoted = [''];
    let isQuoted = false;
    for (const character of csv) {
      if (character === '"') isQuoted = !isQuoted;
      if (!isQuoted && `${separator}\r\n`.includes(character)) quoted.push('');
      else quoted.push((quoted.pop() ?? '') + character);
    }
    return [...quoted, ...csv.split(new RegExp(`[${separator}\r\n]`))];
  });
}

/** What is left of the numbers that stay: a sign, digits, and the end of the cell or a separator that was not heeded. */
const STARTS_A_FORMULA = /^(?![+-]\d+([.,]\d+)?([",;\t]|$))[=+\-@＝＋－＠]/;

test('in no cell that any spreadsheet finds does a formula begin', () => {
  const piece = fc.constantFrom(...'=+-@＝1a ,;\t\r\n"\'');
  const cell = fc.oneof(
    fc.string({ unit: piece, maxLength: 12 }),
    fc.double({ min: -1e6, max: 1e6, noNaN: true })
  );
  const lines = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 3 });
  fc.assert(
    fc.property(lines, fc.constantFrom(',' as const, '.' as const), (cells, sign) => {
      const found = cellsFound(csvOf(cells, sign)).map((text) =>
        text.replace(/^[\s"]+|[\s"]+$/g, '')
      );
      expect(found.filter((text) => STARTS_A_FORMULA.test(text))).toEqual([]);
    }),
    { numRuns: 2000 }
  );
});

test.each(['-1.5', '+2', '-1,5', '3', 'a=b', ''])('a plain number or word (%j) stays', (text) => {
  expect(csvOf([[text]], '.')).toBe(`${text.includes(',') ? `"${text}"` : text}\r\n`);
});

test('separators, quotes and line breaks are quoted, quotes doubled', () => {
  expect(csvOf([['a,b', 'a;b', 'a"b', 'a\nb', 'a\rb']], '.')).toBe(
    '"a,b",a;b,"a""b","a\nb","a\rb"\r\n'
  );
  expect(csvOf([['a,b', 'a;b']], ',')).toBe('a,b;"a;b"\r\n');
});

test('a number has no exponent, and what is not known is empty', () => {
  expect(csvOf([[1e-7, undefined, -2.5]], ',')).toBe('0,0000001;;-2,5\r\n');
});

test('lines of one day stay in the order they came in, in whatever order the others come', () => {
  const later = { ...lab, id: 'c', content: { ...lab.content, value: 2 }, on: '2026-02-01' };
  for (const given of [
    [lab, visit, later, treatment],
    [visit, treatment, later, lab],
    [treatment, visit, lab, later]
  ]) {
    const lines = followUpCsv(given, headings, '.').split('\r\n').slice(1, -1);
    expect(lines.map((line) => line.split(',')[2])).toEqual([
      'lab-value',
      'lesion-visit',
      'lab-value',
      'treatment'
    ]);
  }
});

test('a lesion of which one diameter was measured has no area', () => {
  const seen = { ...visit, content: { lengthMm: 20, remark: '' } };
  expect(followUpCsv([lesion, seen], headings, '.')).toContain('front-left-knee,20,,,,,');
});
