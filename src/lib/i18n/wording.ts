import type { Certainty, IntervalSource, Status, Subtype } from '$lib/core/classifier/vocabulary';
import { m } from './paraglide/messages';

/**
 * Names of what the classifier answers, by id. The records are complete by their type: an id of
 * the vocabulary without a text does not compile. Findings: `wording-findings`; cautions and red
 * flags: `wording-warnings`; units: `wording-units`; what is read after the first page:
 * `wording-details` and `wording-warning-texts`.
 */
type Text = () => string;

/** Feminine in French: it qualifies the calcinosis. */
export const subtypeName: Record<Subtype | 'indeterminate', Text> = {
  dystrophic: m.subtype_dystrophic,
  metastatic: m.subtype_metastatic,
  iatrogenic: m.subtype_iatrogenic,
  idiopathic: m.subtype_idiopathic,
  indeterminate: m.subtype_indeterminate
};

export const certaintyName: Record<Certainty, Text> = {
  supported: m.certainty_supported,
  provisional: m.certainty_provisional,
  indeterminate: m.certainty_indeterminate
};

export const statusName: Record<Status, Text> = {
  low: m.status_low,
  normal: m.status_normal,
  high: m.status_high,
  'not-raised': m.status_not_raised,
  unknown: m.status_unknown
};

/** Who judged: the words that stand beside an interval. */
export const intervalSourceName: Record<IntervalSource, Text> = {
  printed: m.interval_source_printed,
  'laboratory-flag': m.interval_source_laboratory_flag,
  custom: m.interval_source_custom,
  'uk-consensus': m.interval_set_uk_consensus,
  'us-pedsap': m.interval_set_us_pedsap,
  'us-national-jewish': m.interval_set_us_national_jewish,
  'outer-bound': m.interval_source_outer_bound
};
