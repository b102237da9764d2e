import {
  array,
  integer,
  isoDate,
  minLength,
  minValue,
  number,
  optional,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
  type InferOutput
} from 'valibot';
import { both, id } from './schema';

export const CHECKLIST_GROUPS = ['situation', 'treatment'] as const;

const item = strictObject({
  /** Within its checklist; a run that was started keeps it. */
  id,
  text: both,
  /** Why, or what was reported. */
  note: optional(both),
  sources: pipe(array(id), minLength(1)),
  /** Ids of the clinical fact list, where the reference carries it under one. */
  facts: optional(pipe(array(pipe(string(), regex(/^[RE]-[A-Z0-9-]+$/))), minLength(1)))
});

/** A checklist that ships with the app, in both languages side by side. */
export const ShippedChecklistSchema = strictObject({
  id,
  group: picklist(CHECKLIST_GROUPS),
  /** Its place within the group. */
  order: pipe(number(), integer(), minValue(1)),
  /** The day on which somebody last compared it with the reference. */
  reviewed: pipe(string(), isoDate()),
  title: both,
  sections: pipe(
    array(strictObject({ title: both, items: pipe(array(item), minLength(1)) })),
    minLength(1)
  )
});
export type ShippedChecklist = InferOutput<typeof ShippedChecklistSchema>;
