import {
  array,
  check,
  integer,
  literal,
  maxValue,
  minLength,
  minValue,
  number,
  optional,
  picklist,
  pipe,
  record,
  regex,
  strictObject,
  strictTuple,
  string,
  trim,
  union,
  url,
  type InferOutput
} from 'valibot';
import { CONDITIONS, EXPOSURES } from '$lib/core/classifier/vocabulary';

/**
 * Shapes of the reference data. The tests hold the data against them, so that no schema library
 * has to reach the reader: pages import the data and its type alone.
 */

const text = pipe(
  string(),
  minLength(1),
  check((value) => value === value.trim())
);

/** Stable and permanent, as every id of the project. */
const id = pipe(string(), regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));

const person = union([
  strictObject({ family: text, given: optional(text), suffix: optional(text) }),
  /** Stands last where the authors we were given are not the whole list. */
  strictObject({ literal: literal('et al.') })
]);

const year = pipe(number(), integer(), minValue(1900), maxValue(2100));

/** One entry in CSL-JSON. A field that we have not seen at a source is left out, never guessed. */
export const SourceSchema = pipe(
  strictObject({
    id,
    type: picklist(['article-journal', 'chapter', 'entry', 'webpage']),
    title: optional(text),
    author: optional(pipe(array(person), minLength(1))),
    'container-title': optional(text),
    publisher: optional(text),
    issued: optional(strictObject({ 'date-parts': strictTuple([strictTuple([year])]) })),
    volume: optional(pipe(string(), regex(/^\d+$/))),
    page: optional(pipe(string(), regex(/^[eP]?\d+(-\d+)?(; quiz \d+-\d+)?$/))),
    number: optional(text),
    DOI: optional(pipe(string(), regex(/^10\.\d{4,9}\/[^\s]+$/))),
    PMID: optional(pipe(string(), regex(/^\d{6,8}$/))),
    PMCID: optional(pipe(string(), regex(/^PMC\d{5,8}$/))),
    URL: optional(pipe(string(), url(), regex(/^https:\/\//))),
    language: optional(literal('fr')),
    /** In our words, in English: what the source holds, where we were given no title. */
    note: optional(text)
  }),
  check((source) => Boolean(source.title ?? source.note ?? source.URL), 'says nothing of itself'),
  check(
    (source) =>
      Boolean(
        source.author ??
        source['container-title'] ??
        source.publisher ??
        source.PMCID ??
        source.number
      ),
    'cannot be attributed'
  )
);
export type Source = InferOutput<typeof SourceSchema>;

export const BibliographySchema = pipe(array(SourceSchema), minLength(1));

/** The two or three words by which a source is named beside a reason. */
export const CitationLabelsSchema = record(id, pipe(string(), trim(), minLength(1)));

const terms = pipe(array(text), minLength(1));

/** What a clinician may type for a condition or an exposure, beyond its name in either language. */
export const ConditionTermsSchema = record(picklist(CONDITIONS), terms);
export const ExposureTermsSchema = record(picklist(EXPOSURES), terms);
