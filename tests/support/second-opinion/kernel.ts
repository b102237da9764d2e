/** Sections 1, 5 and 6: the facts as sets of possible values, the table, and the enumeration of every completion. */

import {
  ageInDays,
  conditionStatus,
  decideCalcium,
  decidePhosphate,
  exposureStatus,
  isUnder,
  kidneys,
  productIsHigh,
  type Decided
} from './figures';
import type { Findings, Subtype } from './types';
import { EXPOSURES_AT_SITE, IDIOPATHIC_PATTERNS, TISSUE_DISEASES } from './vocabulary';

/** A changed fact, for `missing` and `counterfactuals`: "if this were otherwise". */
export type Changed = {
  calcium?: 'raised' | 'not-raised';
  phosphate?: 'raised' | 'not-raised';
  product?: 'not-raised';
  exposure?: 'yes';
  disease?: 'yes';
  damage?: 'no';
  mass?: 'yes' | 'no';
};

export type YesNo = 'yes' | 'no';
export type CalciumFact = 'high' | 'normal' | 'low';
export type Facts = {
  calcium: CalciumFact[];
  phosphate: CalciumFact[];
  exposure: YesNo[];
  /** T is damage or disease; the two are kept apart because the table says "if T comes from a disease" */
  damage: YesNo[];
  disease: YesNo[];
  mass: YesNo[];
  familial: YesNo[];
  kidneysImpaired: YesNo[];
  /** hypoparathyroidism-or-pseudo, tumour-lysis or phosphate-load */
  otherCause: YesNo[];
  productHigh: boolean;
};

const BOTH: YesNo[] = ['yes', 'no'];
function possible(answer: string): YesNo[] {
  return answer === 'yes' ? ['yes'] : answer === 'no' ? ['no'] : BOTH;
}
/** "or" over facts of which each may be unknown */
function anyOf(list: YesNo[][]): YesNo[] {
  if (list.some((p) => !p.includes('no'))) return ['yes'];
  return list.some((p) => p.includes('yes')) ? BOTH : ['no'];
}

// Section 5.
export function exposureAt(f: Findings, id: string): YesNo[] {
  const status = exposureStatus(f, id);
  if (status === 'no') return ['no'];
  const entry = (f.exposures ?? []).find((e) => e.id === id);
  const site = entry?.atLesionSite ?? 'unknown';
  const extravasation = entry?.extravasation ?? 'unknown';
  // "`atLesionSite` no: this entry does not make X"
  if (site === 'no') return ['no'];
  if (status === 'unknown') return BOTH;
  // "These make X = yes when `atLesionSite` is yes, or when `extravasation` is yes and `atLesionSite` is not no"
  if (site === 'yes' || extravasation === 'yes') return ['yes'];
  // "`atLesionSite` absent or unknown: X unknown."
  return BOTH;
}

// Section 6. "`lesion.damage`, any makes T = yes, as does `damageBefore: "yes"`"
export function damageFact(f: Findings): YesNo[] {
  if ((f.lesion?.damage ?? []).length > 0) return ['yes'];
  return possible(f.lesion?.damageBefore ?? 'unknown');
}

export function factsOf(
  f: Findings,
  changed: Changed
): { facts: Facts; calcium: Decided; phosphate: Decided } {
  const calcium = decideCalcium(f);
  const phosphate = decidePhosphate(f);
  const facts: Facts = {
    calcium: calcium.possible,
    phosphate: phosphate.possible,
    exposure: anyOf(EXPOSURES_AT_SITE.map((id) => exposureAt(f, id))),
    damage: damageFact(f),
    // "T = no needs `damageBefore: "no"` and no T-disease possible (each answered no, or `otherConditions: "none"`). Else T is unknown."
    disease: anyOf(TISSUE_DISEASES.map((id) => possible(conditionStatus(f, id)))),
    // "`patterns` absent is unknown; `[]` is none seen."
    mass:
      f.lesion?.patterns === undefined
        ? BOTH
        : f.lesion.patterns.includes('periarticular-mass')
          ? ['yes']
          : ['no'],
    familial: possible(conditionStatus(f, 'familial-tumoral-calcinosis')),
    kidneysImpaired:
      kidneys(f) === 'impaired' ? ['yes'] : kidneys(f) === 'not-impaired' ? ['no'] : BOTH,
    otherCause: anyOf([
      possible(conditionStatus(f, 'hypoparathyroidism-or-pseudo')),
      possible(conditionStatus(f, 'tumour-lysis')),
      possible(exposureStatus(f, 'phosphate-load'))
    ]),
    productHigh: productIsHigh(f)
  };
  if (changed.calcium !== undefined)
    facts.calcium = [changed.calcium === 'raised' ? 'high' : 'normal'];
  if (changed.phosphate !== undefined)
    facts.phosphate = [changed.phosphate === 'raised' ? 'high' : 'normal'];
  if (changed.exposure !== undefined) facts.exposure = [changed.exposure];
  if (changed.disease !== undefined) facts.disease = [changed.disease];
  if (changed.damage !== undefined) facts.damage = [changed.damage];
  if (changed.mass !== undefined) facts.mass = [changed.mass];
  if (changed.product !== undefined) facts.productHigh = false;
  return { facts, calcium, phosphate };
}

/** Section 1, the table. */
export function kernel(
  x: boolean,
  cOrP: boolean,
  t: boolean,
  tFromDisease: boolean
): { subtype: Subtype; concurrent: Subtype[] } {
  if (x && !cOrP) return { subtype: 'iatrogenic', concurrent: tFromDisease ? ['dystrophic'] : [] };
  if (x && cOrP)
    return {
      subtype: 'iatrogenic',
      concurrent: tFromDisease ? ['dystrophic', 'metastatic'] : ['metastatic']
    };
  if (!x && cOrP && t) return { subtype: 'metastatic', concurrent: ['dystrophic'] };
  if (!x && cOrP && !t) return { subtype: 'metastatic', concurrent: [] };
  if (!x && !cOrP && t) return { subtype: 'dystrophic', concurrent: [] };
  return { subtype: 'idiopathic', concurrent: [] };
}

/** "Entered ... high, while calcium or phosphate is unknown: "C or P raised" is known." */
export function productMakesKnown(facts: Facts): boolean {
  return facts.productHigh && (facts.calcium.length > 1 || facts.phosphate.length > 1);
}

export type Outcome = {
  reachable: Subtype[];
  /** in every completion */
  concurrent: Subtype[];
  /** in some but not in every completion */
  possibleConcurrent: Subtype[];
  /** in every completion */
  variants: string[];
  /** in some but not in every completion: the variant waits */
  possibleVariants: string[];
};

/** "The table is evaluated for every completion of the unknown facts." */
export function enumerate(facts: Facts, patterns: string[], withVariants: boolean): Outcome {
  const reachable = new Set<Subtype>();
  const concurrentCount = new Map<Subtype, number>();
  const variantCount = new Map<string, number>();
  let completions = 0;
  let variantCompletions = 0;
  const known = productMakesKnown(facts);
  for (const calcium of facts.calcium) {
    for (const phosphate of facts.phosphate) {
      const c = calcium === 'high';
      const p = phosphate === 'high';
      if (known && !c && !p) continue; // "what a high product makes known"
      for (const exposure of facts.exposure) {
        for (const damage of facts.damage) {
          for (const disease of facts.disease) {
            const x = exposure === 'yes';
            const t = damage === 'yes' || disease === 'yes';
            const { subtype, concurrent } = kernel(x, c || p, t, disease === 'yes');
            completions += 1;
            reachable.add(subtype);
            for (const other of concurrent)
              concurrentCount.set(other, (concurrentCount.get(other) ?? 0) + 1);
            if (!withVariants) continue;
            for (const mass of facts.mass) {
              for (const familial of facts.familial) {
                for (const impaired of facts.kidneysImpaired) {
                  for (const otherCause of facts.otherCause) {
                    variantCompletions += 1;
                    const found: string[] = [];
                    // "`hyperphosphataemic-tumoral`: periarticular mass or `familial-tumoral-calcinosis` yes; P yes, C no with calcium not low; X no; kidneys
                    // not impaired; no `hypoparathyroidism-or-pseudo`, `tumour-lysis` or `phosphate-load`."
                    if (
                      (mass === 'yes' || familial === 'yes') &&
                      p &&
                      calcium === 'normal' &&
                      !x &&
                      impaired === 'no' &&
                      otherCause === 'no'
                    )
                      found.push('hyperphosphataemic-tumoral');
                    // "`normophosphataemic-tumoral`: periarticular mass, P no, C no, X no, T no, kidneys not impaired."
                    if (mass === 'yes' && !p && !c && !x && !t && impaired === 'no')
                      found.push('normophosphataemic-tumoral');
                    // "each is a variant of idiopathic when the subtype is idiopathic"
                    if (subtype === 'idiopathic')
                      found.push(...patterns.filter((id) => IDIOPATHIC_PATTERNS.includes(id)));
                    for (const id of found) variantCount.set(id, (variantCount.get(id) ?? 0) + 1);
                  }
                }
              }
            }
          }
        }
      }
    }
  }
  const split = <K>(counts: Map<K, number>, all: number): [K[], K[]] => [
    [...counts.keys()].filter((k) => counts.get(k) === all).sort(),
    [...counts.keys()].filter((k) => counts.get(k) !== all).sort()
  ];
  const [concurrent, possibleConcurrent] = split(concurrentCount, completions);
  const [variants, possibleVariants] = split(variantCount, variantCompletions);
  return {
    reachable: [...reachable].sort(),
    concurrent,
    possibleConcurrent,
    variants,
    possibleVariants
  };
}

export function run(f: Findings, changed: Changed, withVariants: boolean): Outcome {
  return enumerate(factsOf(f, changed).facts, f.lesion?.patterns ?? [], withVariants);
}

export function under(f: Findings, value: string, unit: string): boolean {
  return isUnder(ageInDays(f.subject?.age), value, unit);
}
