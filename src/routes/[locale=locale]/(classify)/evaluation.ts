import type { Assessment } from '$lib/core/classifier/assessment';
import { assessmentOf } from '$lib/core/classifier/assessment-of';
import type { Findings } from '$lib/core/classifier/findings';
import type { EntryData } from '$lib/state/entry-data';
import { findingsFromEntry, type Intervals } from './findings-from-entry';

export interface Evaluated {
  findings: Findings;
  assessment: Assessment;
  /** Paths of what was entered and is not used. */
  unused: string[];
}

/** What the entry amounts to, now. Always an answer: what is not surely read is left out, and named. */
export function evaluateEntry(entry: EntryData, intervals: Intervals): Evaluated {
  const { findings, unread } = findingsFromEntry(entry, intervals);
  return { findings, assessment: assessmentOf(findings), unused: unread };
}
