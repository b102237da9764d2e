import type { Study } from '$lib/content/schema';
import { shareOf } from '$lib/core/evidence/select';
import type { Share } from '$lib/core/evidence/wilson';
import { studyLabel } from './studies';

/** A line of the plot. */
export interface ForestRow {
  study: Study;
  label: string;
  responders: { k: number; n: number };
  share: Share;
}

/** The studies that may be plotted, in their order. */
export function rowsOf(studies: readonly Study[]): ForestRow[] {
  return studies.flatMap((study) => {
    const share = shareOf(study);
    const { responders } = study;
    return share && responders ? [{ study, label: studyLabel(study), responders, share }] : [];
  });
}

/** Numbers of patients whose dots are shown in the key. */
export const DOTS = [10, 50] as const;

/** Radius in CSS pixels of the dot for so many patients: its area is in proportion to them. */
export function radiusOf(n: number): number {
  return Math.round(1.8 * Math.sqrt(n) * 100) / 100;
}
