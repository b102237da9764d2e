import labels from '$lib/content/citation-labels.json';
import type { Intervention, Study } from '$lib/content/schema';

const files = import.meta.glob<Study[]>('/src/lib/content/evidence/*.json', {
  eager: true,
  import: 'default'
});

/**
 * All studies in both languages, once for both pages: they are not held against their schema here, which the tests and
 * the pages of the topics do.
 */
export const STUDIES: readonly Study[] = Object.values(files).flat();

/** The topic of the reference in which an intervention is described. */
export const TOPIC_OF: Record<Intervention, string> = {
  diltiazem: 'calcium-channel-blockers',
  minocycline: 'minocycline',
  warfarin: 'vitamin-k-antagonists',
  colchicine: 'colchicine',
  bisphosphonate: 'bisphosphonates',
  ivig: 'intravenous-immunoglobulin',
  'sodium-thiosulfate': 'sodium-thiosulfate',
  'anti-tnf': 'anti-tnf',
  rituximab: 'rituximab',
  'il-1-inhibition': 'il-1-inhibition',
  'jak-inhibitor': 'jak-inhibitors',
  treprostinil: 'other-drugs',
  abatacept: 'other-drugs',
  thalidomide: 'other-drugs',
  lithotripsy: 'lithotripsy',
  surgery: 'surgery',
  laser: 'surgery',
  'intralesional-corticosteroid': 'intralesional-corticosteroids'
};

/** A source in the two or three words by which it is named. */
export function sourceLabel(id: string): string {
  return (labels as Record<string, string>)[id] ?? id;
}

/** The paper of the study itself, which its id begins with, rather than the review that told of it. */
export function ownSource({ id, sources }: Study): string {
  return sources.find((source) => id.startsWith(source)) ?? (sources[0] as string);
}

/** Its own paper in words, with the year where there is one. */
export function studyLabel(study: Study): string {
  return sourceLabel(ownSource(study));
}

/** Rows that share a key, in the order of the first of each. */
export function grouped<Row, Key>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key
): { key: Key; rows: Row[] }[] {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return [...groups].map(([key, own]) => ({ key, rows: own }));
}
