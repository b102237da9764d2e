import {
  array,
  boolean,
  check,
  integer,
  isoDate,
  literal,
  maxValue,
  minLength,
  minValue,
  nullable,
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
export const id = pipe(string(), regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));

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

/** Text in both languages. */
export const both = strictObject({ fr: text, en: text });
export type Both = { fr: string; en: string };

const day = pipe(string(), isoDate());

export const TOPIC_GROUPS = [
  'basics',
  'subtypes',
  'mechanism',
  'imaging',
  'treatment',
  'practice',
  'about'
] as const;
export type TopicGroup = (typeof TOPIC_GROUPS)[number];

const keywords = strictObject({ fr: array(text), en: array(text) });

/** What a topic says of itself, in `topic.json` beside its two texts. */
export const TopicMetaSchema = strictObject({
  id,
  group: picklist(TOPIC_GROUPS),
  /** Its place within the group. */
  order: pipe(number(), integer(), minValue(1)),
  /** The day on which somebody last compared the text with its sources. */
  reviewed: day,
  version: pipe(string(), regex(/^\d{4}\.\d+$/)),
  changes: pipe(array(strictObject({ on: day, fr: text, en: text })), minLength(1)),
  related: array(id),
  /** Words a reader may type that the text does not hold: for the topic, and for what one of its sections answers. */
  keywords,
  sections: optional(record(id, keywords))
});
export type TopicMeta = InferOutput<typeof TopicMetaSchema>;

export const INTERVENTIONS = [
  'diltiazem',
  'minocycline',
  'warfarin',
  'colchicine',
  'bisphosphonate',
  'ivig',
  'sodium-thiosulfate',
  'anti-tnf',
  'rituximab',
  'il-1-inhibition',
  'jak-inhibitor',
  'treprostinil',
  'abatacept',
  'thalidomide',
  'lithotripsy',
  'surgery',
  'laser',
  'intralesional-corticosteroid'
] as const;
export type Intervention = (typeof INTERVENTIONS)[number];

export const ROUTES = [
  'oral',
  'intravenous',
  'subcutaneous',
  'intralesional',
  'topical',
  'surgical',
  'external',
  'not-reported'
] as const;
export const DISEASES = [
  'ssc',
  'dm',
  'jdm',
  'overlap',
  'ctd',
  'lupus',
  'venous-insufficiency',
  'not-ctd',
  'calcinosis'
] as const;
export const DESIGNS = [
  'randomised',
  'prospective-open',
  'retrospective',
  'case-series',
  'case-report',
  'review-of-cases',
  'registered-trial'
] as const;
export const OUTCOMES = [
  'calcinosis-response',
  'complete-response',
  'radiograph',
  'inflammation-ulcer',
  'pain',
  'size',
  'global-score',
  'disease-response',
  'none'
] as const;
export const CERTAINTY_OF_EVIDENCE = [
  'controlled',
  'open-series',
  'retrospective-series',
  'case-level',
  'registry-only'
] as const;

const count = pipe(number(), integer(), minValue(0));

/** One study of one intervention. `null` means not reported: nothing is filled in. */
export const StudySchema = strictObject({
  id,
  /** Ids of the clinical fact list. */
  facts: array(pipe(string(), regex(/^[RE]-[A-Z0-9-]+$/))),
  intervention: picklist(INTERVENTIONS),
  route: picklist(ROUTES),
  diseases: pipe(array(picklist(DISEASES)), minLength(1)),
  population: both,
  design: picklist(DESIGNS),
  n: nullable(count),
  /** As reported, with its unit: never an order. */
  dose: nullable(both),
  duration: nullable(both),
  /** What was counted. */
  outcome: both,
  outcomeKind: picklist(OUTCOMES),
  responders: nullable(
    pipe(
      strictObject({ k: count, n: pipe(count, minValue(1)) }),
      check(({ k, n }) => k <= n, 'more responders than patients')
    )
  ),
  /** A percentage whose denominator is not known: printed as such, never plotted. */
  share: nullable(strictObject({ percent: number(), of: both })),
  beforeAfter: nullable(
    array(
      pipe(
        strictObject({
          measure: both,
          unit: text,
          before: number(),
          after: optional(number()),
          /** Where the change alone was reported. */
          change: optional(number()),
          at: both
        }),
        check(({ after, change }) => (after === undefined) !== (change === undefined))
      )
    )
  ),
  adverse: nullable(both),
  certainty: picklist(CERTAINTY_OF_EVIDENCE),
  comment: nullable(both),
  sources: pipe(array(id), minLength(1)),
  year: nullable(year),
  since2015: boolean()
});
export type Study = InferOutput<typeof StudySchema>;

const abbreviation = strictObject({ short: text, long: text });
export const AbbreviationsSchema = array(
  strictObject({ id, fr: abbreviation, en: abbreviation, sources: pipe(array(id), minLength(1)) })
);
export type Abbreviation = InferOutput<typeof AbbreviationsSchema>[number];

/** Words that mean the same to a reader, with the source or the plain reason. */
export const SynonymsSchema = array(
  pipe(
    strictObject({
      terms: pipe(array(text), minLength(2)),
      reason: optional(text),
      source: optional(id)
    }),
    check(({ reason, source }) => (reason ?? source) !== undefined, 'neither a source nor a reason')
  )
);
export type Synonyms = InferOutput<typeof SynonymsSchema>;
