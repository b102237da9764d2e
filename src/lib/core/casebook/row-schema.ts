import * as v from 'valibot';
import { findingsSchema } from '../classifier/findings';
import { ANSWERS, CERTAINTIES, LABS, RED_FLAGS, SUBTYPES } from '../classifier/vocabulary';
import { isId } from './id';
import { LONGEST_LINE, LONGEST_TEXT, MOST_ENTRIES } from './limits';

/**
 * The rows of a casebook, as they are stored and as a backup carries them. What stands in the open is structure: it can
 * be found and ordered by. What a person wrote or entered stands in `content` alone, which the lock can seal as one value
 * without moving anything.
 */

const id = v.pipe(v.string(), v.check(isId));
/** An id, or empty where the row belongs to nothing. */
const link = v.union([v.literal(''), id]);
/** Milliseconds since 1970; 0 for "not". A date beyond what JavaScript knows is refused. */
const time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));
const line = v.pipe(v.string(), v.maxLength(LONGEST_LINE));
const text = v.pipe(v.string(), v.maxLength(LONGEST_TEXT));
/** An ISO day, or empty where it is not known. */
const day = v.pipe(v.string(), v.regex(/^(\d{4}-\d\d-\d\d)?$/));
const few = <Entry extends v.GenericSchema>(entry: Entry) =>
  v.pipe(v.array(entry), v.maxLength(MOST_ENTRIES));

function row<
  const Kind extends string,
  Content extends v.GenericSchema,
  const Links extends v.ObjectEntries
>(kind: Kind, links: Links, content: Content) {
  return v.strictObject({
    id,
    kind: v.literal(kind),
    createdAt: time,
    updatedAt: time,
    /** 1 when made, one more with every change. */
    revision: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Number.MAX_SAFE_INTEGER)),
    /** When it was put into the trash; 0 while it is not, as `null` cannot be an index key. */
    deletedAt: time,
    ...links,
    content
  });
}

const caseId = { caseId: link };

/** A patient under a pseudonym, never an identity. */
const caseRow = row('case', { archivedAt: time }, v.strictObject({ pseudonym: line }));

/** A result of the classifier: what was found, and the rules that judged it. */
const assessmentRow = row(
  'assessment',
  { ...caseId, ruleSet: line },
  v.strictObject({
    findings: findingsSchema,
    sampledOn: day,
    /** What was answered then, to be held against what later rules answer. */
    result: v.strictObject({
      reachable: v.array(v.picklist(SUBTYPES)),
      certainty: v.picklist(CERTAINTIES),
      redFlags: v.array(v.picklist(RED_FLAGS))
    })
  })
);

/** Markdown, on a case, an assessment, a topic of the reference (`surgery`, `surgery#risks`), or on nothing. */
const noteRow = row(
  'note',
  { ...caseId, assessmentId: link, topic: line, pinnedAt: time },
  v.strictObject({ text, tags: few(line) })
);

/** What a note said before a later save. */
const noteVersionRow = row('note-version', { noteId: id }, v.strictObject({ text }));

/** Keys that every object inherits. The schema of the states of a run drops them: such an item could not keep its tick. */
const INHERITED = ['__proto__', 'constructor', 'prototype'];
const itemId = v.pipe(
  line,
  v.check((name) => !INHERITED.includes(name))
);
const item = v.strictObject({ id: itemId, text: line, note: text });
/** Each item once: a page that shows one twice under the same key ends with an error. */
const sections = v.pipe(
  few(v.strictObject({ title: line, items: few(item) })),
  v.check((all) => {
    const ids = all.flatMap(({ items }) => items.map(({ id }) => id));
    return new Set(ids).size === ids.length;
  })
);
/** A checklist of the reader's own. */
const templateRow = row('checklist-template', {}, v.strictObject({ title: line, sections }));

export const ITEM_STATES = ['open', 'done', 'not-applicable'] as const;
export type ItemState = (typeof ITEM_STATES)[number];
/** A checklist that was started: it keeps the items it was started with. */
const runRow = row(
  'checklist-run',
  { ...caseId, templateId: line, closedAt: time },
  v.strictObject({
    title: line,
    sections,
    /** By the id of an item; one that is not named is open. */
    states: v.record(
      line,
      v.strictObject({ state: v.picklist(ITEM_STATES), at: time, remark: text })
    )
  })
);

export const VIEWS = ['front', 'back', 'left-hand', 'right-hand'] as const;
export type BodyView = (typeof VIEWS)[number];
/** A lesion, where it lies on the body map: thousandths of the width and height of the drawing. */
const place = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000));
const lesionRow = row(
  'lesion',
  caseId,
  v.strictObject({ label: line, view: v.picklist(VIEWS), region: line, x: place, y: place })
);

const ofTen = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10));
const millimetres = v.pipe(v.number(), v.finite(), v.gtValue(0), v.maxValue(2000));
export const MORPHOLOGIES = [
  'nodular',
  'amorphous',
  'linear',
  'plate',
  'sheet',
  'reticular',
  'net',
  'mousse',
  'stone'
] as const;
/** A lesion as it was on one day. What is absent was not looked at. */
const visitRow = row(
  'lesion-visit',
  { ...caseId, lesionId: id, on: day },
  v.strictObject({
    lengthMm: v.exactOptional(millimetres),
    widthMm: v.exactOptional(millimetres),
    morphology: v.exactOptional(v.picklist(MORPHOLOGIES)),
    ulcer: v.exactOptional(v.picklist(ANSWERS)),
    infection: v.exactOptional(v.picklist(ANSWERS)),
    /** 0 none, 10 the worst. */
    pain: v.exactOptional(ofTen),
    /** 0 unhindered, 10 the worst. */
    hindrance: v.exactOptional(ofTen),
    remark: text
  })
);

/** A laboratory value of one day, in the unit in which it was printed. */
const valueRow = row(
  'lab-value',
  { ...caseId, on: day },
  v.strictObject({
    analyte: v.picklist(LABS),
    value: v.pipe(v.number(), v.finite(), v.minValue(0)),
    unit: line
  })
);

/** A treatment as it was given: the dose is what the reader wrote, never what the app proposes. */
const treatmentRow = row(
  'treatment',
  { ...caseId, startedOn: day, stoppedOn: day },
  v.strictObject({ name: line, dose: line, effect: text, adverse: text })
);

/** Every kind of row there is, by its `kind`. */
export const ROW_SCHEMAS = {
  case: caseRow,
  assessment: assessmentRow,
  note: noteRow,
  'note-version': noteVersionRow,
  'checklist-template': templateRow,
  'checklist-run': runRow,
  lesion: lesionRow,
  'lesion-visit': visitRow,
  'lab-value': valueRow,
  treatment: treatmentRow
};

export type Case = v.InferOutput<typeof caseRow>;
export type SavedAssessment = v.InferOutput<typeof assessmentRow>;
export type Note = v.InferOutput<typeof noteRow>;
export type NoteVersion = v.InferOutput<typeof noteVersionRow>;
export type ChecklistItem = v.InferOutput<typeof item>;
export type ChecklistSection = v.InferOutput<typeof sections>[number];
export type ChecklistTemplate = v.InferOutput<typeof templateRow>;
export type ChecklistRun = v.InferOutput<typeof runRow>;
export type Lesion = v.InferOutput<typeof lesionRow>;
export type LesionVisit = v.InferOutput<typeof visitRow>;
export type LabValue = v.InferOutput<typeof valueRow>;
export type Treatment = v.InferOutput<typeof treatmentRow>;

export type RowKind = keyof typeof ROW_SCHEMAS;
export type RowOf<Kind extends RowKind> = v.InferOutput<(typeof ROW_SCHEMAS)[Kind]>;
export type AnyRow = { [Kind in RowKind]: RowOf<Kind> }[RowKind];
