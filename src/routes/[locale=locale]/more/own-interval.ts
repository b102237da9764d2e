import type { CustomInterval } from '$lib/core/classifier/findings';
import { validate } from '$lib/core/classifier/validate';
import type { LabId } from '$lib/core/classifier/vocabulary';
import { readNumber } from '$lib/core/quantities/read-number';
import type { AgeUnit } from '$lib/core/quantities/units';

export interface Draft {
  analyte: LabId;
  unit: string;
  low: string;
  high: string;
  from: { text: string; unit: AgeUnit };
  to: { text: string; unit: AgeUnit };
}

export type Drafted =
  | { ok: true; row: CustomInterval }
  /** Which field is not surely read, or what the row contradicts. */
  | { ok: false; reason: 'limits' | 'ages' | 'overlap' };

/** The row of one's own intervals that was typed, against those that are there. */
export function readDraft(draft: Draft, rows: readonly CustomInterval[]): Drafted {
  const { analyte, unit } = draft;
  const [low, high] = [draft.low, draft.high].map((text) =>
    /^0+$/.test(text.trim()) ? 0 : valueOf(readNumber(text, { analyte, unit }))
  );
  if (low === 'unread' || high === 'unread' || (low === undefined && high === undefined))
    return { ok: false, reason: 'limits' };
  const [from, to] = [draft.from, draft.to].map((age) => {
    const value = valueOf(readNumber(age.text, { analyte: 'age', unit: age.unit }));
    return typeof value === 'number' ? { value, unit: age.unit } : value;
  });
  if (from === 'unread' || to === 'unread') return { ok: false, reason: 'ages' };
  const row: CustomInterval = {
    analyte,
    unit,
    ...(low !== undefined && { low }),
    ...(high !== undefined && { high }),
    ...(from && { fromAge: from }),
    ...(to && { toAge: to })
  };
  if (low !== undefined && high !== undefined && low > high) return { ok: false, reason: 'limits' };
  if (!validate({ intervals: { custom: [row] } }).ok) return { ok: false, reason: 'ages' };
  return validate({ intervals: { custom: [...rows, row] } }).ok
    ? { ok: true, row }
    : { ok: false, reason: 'overlap' };
}

function valueOf(reading: ReturnType<typeof readNumber>): number | 'unread' | undefined {
  if (reading.kind === 'empty') return undefined;
  return reading.kind === 'read' ? reading.value : 'unread';
}
