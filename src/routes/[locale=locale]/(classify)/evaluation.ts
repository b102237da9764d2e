import { assess } from '$lib/core/classifier/assess';
import type { Assessment } from '$lib/core/classifier/assessment';
import type { Findings } from '$lib/core/classifier/findings';
import type { FindingError } from '$lib/core/classifier/validate';
import type { EntryData } from '$lib/state/entry-data';
import { findingsFromEntry, type Intervals } from './findings-from-entry';

export interface Evaluated {
  findings: Findings;
  assessment: Assessment;
  /** Paths of what was entered and is not used. */
  unused: string[];
  /** Why the classifier refused something that could be read, such as an age of 140 years. */
  errors: FindingError[];
}

/** What the entry amounts to, now. Always an answer: what is refused is left out, and named. */
export function evaluateEntry(entry: EntryData, intervals: Intervals): Evaluated {
  const { findings, unread } = findingsFromEntry(entry, intervals);
  const result = assess(findings);
  if (result.ok) return { findings, assessment: result.assessment, unused: unread, errors: [] };
  const paths = result.errors.map(({ path }) => fieldOf(path));
  const rest = paths.reduce(without, findings);
  const retried = assess(rest);
  if (!retried.ok) throw new Error(`Refused even without ${paths.join()}`);
  return {
    findings: rest,
    assessment: retried.assessment,
    unused: [...new Set([...unread, ...paths])],
    errors: result.errors
  };
}

/** The entered thing that an error belongs to: a laboratory value or an age is refused as a whole. */
function fieldOf(path: string): string {
  return path.split('.').slice(0, 2).join('.');
}

function without(findings: Findings, path: string): Findings {
  const [group = '', key = ''] = path.split('.');
  const inner = findings[group as keyof Findings];
  if (typeof inner !== 'object' || Array.isArray(inner) || key === '')
    return omit(findings as Record<string, unknown>, group);
  return { ...findings, [group]: omit(inner as Record<string, unknown>, key) };
}

function omit(record: Record<string, unknown>, key: string): Findings {
  return Object.fromEntries(Object.entries(record).filter(([one]) => one !== key));
}
