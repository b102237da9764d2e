import { roundHalfUp } from '../quantities/convert';
import { csvOf, type Cell, type DecimalSign } from './csv';
import { areaOf } from './follow-up';
import type { AnyRow, Lesion } from './row-schema';

/** The columns of the file, in their order. */
export const CSV_COLUMNS = [
  'on',
  'until',
  'kind',
  'subject',
  'region',
  'length',
  'width',
  'area',
  'morphology',
  'ulcer',
  'infection',
  'pain',
  'hindrance',
  'value',
  'unit',
  'dose',
  'effect',
  'adverse',
  'remark'
] as const;
export type CsvColumn = (typeof CSV_COLUMNS)[number];
type Line = Partial<Record<CsvColumn, Cell>>;

const AREA_DECIMALS = 1;

/**
 * A case as a table for a spreadsheet: a line for each visit of a lesion, laboratory value and treatment, in the order of
 * their days; those without a day come first. The area is the ellipse area. Rows in the trash are left out.
 * @param headings of the columns, in the reader's language
 * @param word of an id (a kind of row, a region, an answer, a morphology, an analyte), in the reader's language
 */
export function followUpCsv(
  rows: readonly AnyRow[],
  headings: Record<CsvColumn, string>,
  sign: DecimalSign,
  word: (id: string) => string = (id) => id
): string {
  const kept = rows.filter(({ deletedAt }) => !deletedAt);
  const lesions = new Map(
    kept.flatMap((row): [string, Lesion][] => (row.kind === 'lesion' ? [[row.id, row]] : []))
  );
  const lines = kept
    .flatMap((row) => lineOf(row, lesions, word) ?? [])
    .toSorted((one, other) =>
      String(one.on) < String(other.on) ? -1 : Number(one.on !== other.on)
    );
  return csvOf(
    [
      CSV_COLUMNS.map((column) => headings[column]),
      ...lines.map((line) => CSV_COLUMNS.map((column) => line[column]))
    ],
    sign
  );
}

function lineOf(
  row: AnyRow,
  lesions: ReadonlyMap<string, Lesion>,
  word: (id: string) => string
): Line | undefined {
  const kind = word(row.kind);
  const worded = (id: string | undefined) => (id ? word(id) : undefined);
  if (row.kind === 'lesion-visit') {
    const { lengthMm, widthMm, morphology, ulcer, infection, pain, hindrance, remark } =
      row.content;
    const lesion = lesions.get(row.lesionId)?.content;
    const area = areaOf(row.content);
    return {
      on: row.on,
      kind,
      subject: lesion?.label,
      region: worded(lesion?.region),
      length: lengthMm,
      width: widthMm,
      area: area === undefined ? area : Number(roundHalfUp(area, AREA_DECIMALS)),
      morphology: worded(morphology),
      ulcer: worded(ulcer),
      infection: worded(infection),
      pain,
      hindrance,
      remark
    };
  }
  if (row.kind === 'lab-value') {
    const { analyte, value, unit } = row.content;
    return { on: row.on, kind, subject: word(analyte), value, unit };
  }
  if (row.kind === 'treatment') {
    const { name, dose, effect, adverse } = row.content;
    return { on: row.startedOn, until: row.stoppedOn, kind, subject: name, dose, effect, adverse };
  }
  return undefined;
}
