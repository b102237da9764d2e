import type { Subtype } from './vocabulary';

/**
 * The four facts that decide. C: calcium raised. P: phosphate raised. X: calcium or phosphate
 * brought to this site by treatment. T: tissue damaged before the deposit, or a disease known to
 * damage it.
 */
export interface Combination {
  x: boolean;
  c: boolean;
  p: boolean;
  t: boolean;
}

export interface Row extends Combination {
  subtype: Subtype;
  concurrent: readonly Subtype[];
  /** Concurrent as well when T comes from a disease, not from damage at the site alone. */
  concurrentIfDisease: readonly Subtype[];
}

const yes = true;
const no = false;

/**
 * The whole decision (clinical specification 2026.1, section 1). Exposure comes first: published
 * cases with lupus, or with renal failure and a raised product, are called iatrogenic by their
 * authors when calcium had been given at that site. Metastatic names a concurrent dystrophic process.
 */
export const TABLE: readonly Row[] = [
  row(yes, no, no, no, 'iatrogenic'),
  row(yes, no, no, yes, 'iatrogenic', [], ['dystrophic']),
  row(yes, no, yes, no, 'iatrogenic', ['metastatic']),
  row(yes, no, yes, yes, 'iatrogenic', ['metastatic'], ['dystrophic']),
  row(yes, yes, no, no, 'iatrogenic', ['metastatic']),
  row(yes, yes, no, yes, 'iatrogenic', ['metastatic'], ['dystrophic']),
  row(yes, yes, yes, no, 'iatrogenic', ['metastatic']),
  row(yes, yes, yes, yes, 'iatrogenic', ['metastatic'], ['dystrophic']),
  row(no, no, yes, yes, 'metastatic', ['dystrophic']),
  row(no, yes, no, yes, 'metastatic', ['dystrophic']),
  row(no, yes, yes, yes, 'metastatic', ['dystrophic']),
  row(no, no, yes, no, 'metastatic'),
  row(no, yes, no, no, 'metastatic'),
  row(no, yes, yes, no, 'metastatic'),
  row(no, no, no, yes, 'dystrophic'),
  row(no, no, no, no, 'idiopathic')
];

function row(
  x: boolean,
  c: boolean,
  p: boolean,
  t: boolean,
  subtype: Subtype,
  concurrent: Subtype[] = [],
  concurrentIfDisease: Subtype[] = []
): Row {
  return { x, c, p, t, subtype, concurrent, concurrentIfDisease };
}

function indexOf({ x, c, p, t }: Combination): number {
  return (x ? 8 : 0) + (c ? 4 : 0) + (p ? 2 : 0) + (t ? 1 : 0);
}

const BY_INDEX = [...TABLE].sort((one, other) => indexOf(one) - indexOf(other));

/** The row of one complete combination; there is exactly one. */
export function rowOf(combination: Combination): Row {
  return BY_INDEX[indexOf(combination)]!;
}
