import * as v from 'valibot';
import { UNITS } from '../quantities/units';
import {
  BASES,
  CAN_CHANGE,
  CAUTIONS,
  CERTAINTIES,
  CONDITIONS,
  EXPOSURES,
  INTERVAL_SOURCES,
  LABS,
  OUTCOME_ANSWERS,
  RED_FLAGS,
  RULE_SET,
  RULES,
  STATUSES,
  SUBTYPES,
  VARIANTS
} from './vocabulary';

/**
 * The output contract (clinical specification 2026.1, section 3): ids and values, worded by the app.
 * The types are what the app uses; the schema is published as JSON Schema for everyone else.
 */

const subtype = v.picklist(SUBTYPES);
const subtypes = v.array(subtype);

/** A place in the findings: dots, list entries by their id (`exposures.iv-calcium`, `labs.phosphate`). */
const inputPath = v.string();
export type InputPath = string;

const reasonSchema = v.strictObject({
  rule: v.picklist(RULES),
  inputs: v.array(inputPath),
  /** Ids of bibliography entries. */
  sources: v.array(v.string())
});
export type Reason = v.InferOutput<typeof reasonSchema>;

const outcomes = Object.fromEntries(
  OUTCOME_ANSWERS.map((answer) => [answer, v.exactOptional(subtypes)])
) as Record<(typeof OUTCOME_ANSWERS)[number], v.ExactOptionalSchema<typeof subtypes, undefined>>;

/** An unanswered input whose answers would change something, and what each would leave reachable. */
const missingInputSchema = v.strictObject({
  input: inputPath,
  canChange: v.array(v.picklist(CAN_CHANGE)),
  outcomes: v.strictObject(outcomes)
});
export type MissingInput = v.InferOutput<typeof missingInputSchema>;

/** "If this known input were otherwise, these subtypes would be reachable." */
const counterfactualSchema = v.strictObject({
  input: inputPath,
  to: v.picklist(OUTCOME_ANSWERS),
  reachable: subtypes
});
export type Counterfactual = v.InferOutput<typeof counterfactualSchema>;

/** Another way to read the same digits: in another unit, as another kind of calcium, or both. */
const readingSchema = v.strictObject({
  analyte: v.picklist(LABS),
  value: v.number(),
  unit: v.string()
});
export type Reading = v.InferOutput<typeof readingSchema>;

const cautionSchema = v.strictObject({
  id: v.picklist(CAUTIONS),
  inputs: v.array(inputPath),
  /** Only for `possible-unit-slip`. */
  readings: v.exactOptional(v.array(readingSchema))
});
export type Caution = v.InferOutput<typeof cautionSchema>;

const redFlagSchema = v.strictObject({
  id: v.picklist(RED_FLAGS),
  inputs: v.array(inputPath),
  /** Only for `possible-calciphylaxis`: the known risks. */
  risks: v.exactOptional(v.array(v.picklist([...CONDITIONS, ...EXPOSURES])))
});
export type RedFlag = v.InferOutput<typeof redFlagSchema>;

/** Basis and interval are absent when nothing could be judged; limits when only a flag judged. */
const judgedStatusSchema = v.strictObject({
  status: v.picklist(STATUSES),
  basis: v.exactOptional(v.picklist(BASES)),
  interval: v.exactOptional(
    v.strictObject({
      low: v.exactOptional(v.number()),
      high: v.exactOptional(v.number()),
      unit: v.exactOptional(v.string()),
      source: v.picklist(INTERVAL_SOURCES)
    })
  )
});
export type JudgedStatus = v.InferOutput<typeof judgedStatusSchema>;

/** What was worked out on the way; the page shows it and never recomputes it. */
const derivedSchema = v.strictObject({
  calcium: judgedStatusSchema,
  phosphate: judgedStatusSchema,
  /** Albumin-adjusted calcium beside the raw one, in the unit of the total (Payne 1973). */
  adjustment: v.exactOptional(
    v.strictObject({
      total: v.number(),
      adjusted: v.number(),
      unit: v.picklist(UNITS.totalCalcium),
      /** Whether adjustment can be relied on here. */
      reliable: v.picklist(['yes', 'no', 'unknown'])
    })
  ),
  /** Calcium x phosphate, as entered or computed; supporting evidence only. */
  product: v.exactOptional(
    v.strictObject({ value: v.number(), unit: v.picklist(UNITS.calciumPhosphateProduct) })
  )
});
export type Derived = v.InferOutput<typeof derivedSchema>;

export const assessmentSchema = v.strictObject({
  subtype: v.picklist([...SUBTYPES, 'indeterminate']),
  certainty: v.picklist(CERTAINTIES),
  reachable: subtypes,
  /** Holds in every completion of what is unknown. */
  concurrent: subtypes,
  /** Holds in some completion, not in every one. */
  possibleConcurrent: subtypes,
  variants: v.array(v.picklist(VARIANTS)),
  reasons: v.array(reasonSchema),
  missing: v.array(missingInputSchema),
  counterfactuals: v.array(counterfactualSchema),
  cautions: v.array(cautionSchema),
  redFlags: v.array(redFlagSchema),
  derived: derivedSchema,
  ruleSet: v.literal(RULE_SET)
});
/** The answer of the classifier. */
export type Assessment = v.InferOutput<typeof assessmentSchema>;
