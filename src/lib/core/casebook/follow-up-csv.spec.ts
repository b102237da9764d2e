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

test.each(['=1+1', '+cmd', '-x', '@SUM(A1)', '\t=1', '  =1', '＝1', '+41 79', '-1-1'])(
  'what a spreadsheet could run as a formula (%j) gets an apostrophe',
  (text) => expect(csvOf([[text]], '.')).toBe(`'${text}\r\n`)
);

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
