/** Section 7: red flags, and the cautions of sections 4 to 7 that do not belong to one figure. */

import { type Exact } from './exact';
import {
  ageInDays,
  againstThreshold,
  computedAdjusted,
  conditionStatus,
  decideCalcium,
  exposureStatus,
  judgeEntry,
  kidneys,
  plausibility,
  productIsHigh,
  pthRaised,
  signIs,
  usableFigure,
  usedLab,
  type Decided,
  type Threshold
} from './figures';
import { under, type Facts } from './kernel';
import type { Caution, Findings, LabEntry, RedFlag } from './types';
import { EXPOSURES_AT_SITE, IDIOPATHIC_PATTERNS, TISSUE_DISEASES } from './vocabulary';

function signs(f: Findings, ids: string[]): string[] {
  return ids.filter((id) => signIs(f, id)).map((id) => 'signs.' + id);
}

/**
 * "An unconfirmed slip raises a flag only if one of its readings raises it". Every way of reading the suspected slips of calcium and albumin, by brute force: each slip is
 * left out (it is not used) or replaced by one of its readings, taken as confirmed.
 */
function waysOfReading(f: Findings): Findings[] {
  let ways: Findings[] = [f];
  for (const key of ['totalCalcium', 'adjustedCalcium', 'ionisedCalcium', 'albumin']) {
    const slip = plausibility(f, key);
    const entry = f.labs?.[key];
    if (slip.use || entry === undefined) continue;
    const more: Findings[] = [];
    for (const way of ways) {
      more.push(way);
      for (const reading of slip.readings) {
        const labs: Record<string, LabEntry> = { ...way.labs };
        delete labs[key];
        labs[reading.analyte] = { ...entry, unit: reading.unit, confirmed: true };
        more.push({ ...way, labs });
      }
    }
    ways = more;
  }
  return ways;
}

const CRISIS: Threshold = { 'mmol/L': '3.50', 'mg/dL': '14.0', 'meq/L': '7.00' };
const SEVERE: Threshold = { 'mmol/L': '3.00', 'mg/dL': '12.0', 'meq/L': '6.00' };

/** "any total or adjusted calcium, measured or computed, at or above ..." */
function crisisInputs(f: Findings): string[] {
  const withSigns = signs(f, ['confusion', 'polyuria', 'rhythm-change']);
  const found: { figure: { value: Exact; unit: string } | null; inputs: string[] }[] = [
    { figure: usableFigure(f, 'totalCalcium'), inputs: ['labs.totalCalcium'] },
    { figure: usableFigure(f, 'adjustedCalcium'), inputs: ['labs.adjustedCalcium'] },
    { figure: computedAdjusted(f), inputs: ['labs.totalCalcium', 'labs.albumin'] }
  ];
  const inputs: string[] = [];
  for (const { figure, inputs: paths } of found) {
    if (figure === null) continue;
    if (againstThreshold(figure.value, figure.unit, CRISIS) >= 0) inputs.push(...paths);
    if (againstThreshold(figure.value, figure.unit, SEVERE) >= 0) {
      // "or at or above 3.00 (12.0, 6.00) ..., together with `confusion`, `polyuria` or `rhythm-change`"
      if (withSigns.length > 0) inputs.push(...paths, ...withSigns);
      // "or at or above 3.00 under 1 year"
      if (under(f, '1', 'a')) inputs.push(...paths, 'subject.age');
    }
  }
  if (withSigns.length > 0) {
    // "or reported high, together with ..."; also for a slip: "its laboratory flag `reported` high still counts for `hypercalcaemic-crisis`"
    for (const key of ['totalCalcium', 'adjustedCalcium', 'ionisedCalcium']) {
      if (usedLab(f, key)?.reported === 'high') inputs.push('labs.' + key, ...withSigns);
    }
    // "or ionised calcium raised or reported high together with one of these"
    if (judgeEntry(f, 'ionisedCalcium').status === 'high')
      inputs.push('labs.ionisedCalcium', ...withSigns);
  }
  return inputs;
}

/** "age under 16 with raised calcium unless hyperparathyroidism, hypervitaminosis D or milk-alkali is yes" */
function childWithRaisedCalcium(f: Findings): string[] {
  if (!under(f, '16', 'a')) return [];
  for (const id of ['hyperparathyroidism', 'hypervitaminosis-d', 'milk-alkali']) {
    if (conditionStatus(f, id) === 'yes') return [];
  }
  const calcium = decideCalcium(f);
  return calcium.derived.status === 'high' ? ['subject.age', ...calcium.inputs] : [];
}

export function redFlagsOf(f: Findings): RedFlag[] {
  const flags: RedFlag[] = [];
  const raise = (id: string, inputs: string[]): void => {
    if (inputs.length > 0) flags.push({ id, inputs: [...new Set(inputs)] });
  };

  // possible-calciphylaxis. "The known risks are listed with the flag."
  const risks: string[] = [];
  for (const id of [
    'dialysis',
    'renal-failure',
    'hyperparathyroidism',
    'malignancy',
    'obesity',
    'diabetes',
    'liver-disease'
  ]) {
    if (conditionStatus(f, id) === 'yes') risks.push('conditions.' + id);
  }
  if (exposureStatus(f, 'vitamin-k-antagonist') === 'yes')
    risks.push('exposures.vitamin-k-antagonist');
  const calciphylaxis = signs(f, [
    'retiform-purpura-or-livedo',
    'painful-violaceous-plaque',
    'necrosis-without-trauma'
  ]);
  if (conditionStatus(f, 'calciphylaxis') === 'yes') calciphylaxis.push('conditions.calciphylaxis');
  const painful = signs(f, ['painful-ulcer', 'painful-nodule']);
  if (painful.length > 0 && risks.length > 0) calciphylaxis.push(...painful, ...risks);
  if (calciphylaxis.length > 0)
    flags.push({
      id: 'possible-calciphylaxis',
      inputs: [...new Set(calciphylaxis)],
      risks: risks.map((r) => r.split('.')[1] ?? r).sort()
    });

  raise(
    'infected-deposit',
    signs(f, ['pus', 'fever', 'spreading-redness', 'draining-sinus', 'infection-diagnosed'])
  );
  raise(
    'exposed-or-ulcerated',
    signs(f, [
      'ulcer',
      'painful-ulcer',
      'deposit-through-skin',
      'necrosis-over-deposit',
      'draining-sinus'
    ])
  );
  raise('threatened-structure', signs(f, ['vessel-nerve-tendon-at-risk', 'nerve-compression']));

  const ways = waysOfReading(f);
  raise(
    'hypercalcaemic-crisis',
    ways.flatMap((way) => crisisInputs(way))
  );

  // "age under 16, or unknown, with `bone-pain` or `cytopenia`"
  const child: string[] = [];
  if (ageInDays(f.subject?.age) === null || under(f, '16', 'a'))
    child.push(...signs(f, ['bone-pain', 'cytopenia']));
  child.push(...ways.flatMap((way) => childWithRaisedCalcium(way)));
  raise('child-systemic-illness', child);

  raise('ulcer-on-burn-scar', signs(f, ['ulcer-on-burn-scar']));
  return flags;
}

export function cautionsOf(
  f: Findings,
  facts: Facts,
  calcium: Decided,
  phosphate: Decided,
  tumoral: boolean,
  calciphylaxis: boolean
): Caution[] {
  const cautions: Caution[] = [...calcium.cautions, ...phosphate.cautions];
  const cRaised = calcium.derived.status === 'high';
  const pRaised = phosphate.derived.status === 'high';
  const cKnown = calcium.derived.status !== 'unknown';
  const pKnown = phosphate.derived.status !== 'unknown';

  // Section 4, plausibility.
  for (const key of [
    'totalCalcium',
    'adjustedCalcium',
    'ionisedCalcium',
    'phosphate',
    'albumin',
    'creatinine'
  ]) {
    const { caution, readings } = plausibility(f, key);
    if (caution === 'unusual-value') cautions.push({ id: caution, inputs: ['labs.' + key] });
    if (caution === 'possible-unit-slip')
      cautions.push({ id: caution, inputs: ['labs.' + key], readings });
  }
  // "Low calcium with raised phosphate, kidneys not known to be impaired and `hypoparathyroidism-or-pseudo` not yes adds `consider-hypoparathyroidism`."
  if (
    calcium.derived.status === 'low' &&
    pRaised &&
    kidneys(f) !== 'impaired' &&
    conditionStatus(f, 'hypoparathyroidism-or-pseudo') !== 'yes'
  ) {
    cautions.push({
      id: 'consider-hypoparathyroidism',
      inputs: [...calcium.inputs, ...phosphate.inputs]
    });
  }
  // "Contradicted when both are known and neither is raised: caution `product-disagrees`, the figures decide."
  if (productIsHigh(f) && cKnown && pKnown && !cRaised && !pRaised) {
    cautions.push({
      id: 'product-disagrees',
      inputs: ['labs.calciumPhosphateProduct', ...calcium.inputs, ...phosphate.inputs]
    });
  }
  // "`metastatic-disease-with-normal-figures`: ... is yes and both figures are known and not raised"
  const diseases = [
    'renal-failure',
    'dialysis',
    'hyperparathyroidism',
    'sarcoidosis',
    'hypervitaminosis-d',
    'milk-alkali',
    'familial-tumoral-calcinosis'
  ].filter((id) => conditionStatus(f, id) === 'yes');
  if (diseases.length > 0 && cKnown && pKnown && !cRaised && !pRaised) {
    cautions.push({
      id: 'metastatic-disease-with-normal-figures',
      inputs: [...diseases.map((id) => 'conditions.' + id), ...calcium.inputs, ...phosphate.inputs]
    });
  }

  // Section 5. "`atLesionSite` no: this entry does not make X, caution `distant-exposure`"
  const distant = (f.exposures ?? []).filter(
    (e) => EXPOSURES_AT_SITE.includes(e.id) && e.status === 'yes' && e.atLesionSite === 'no'
  );
  if (distant.length > 0)
    cautions.push({
      id: 'distant-exposure',
      inputs: distant.map((e) => 'exposures.' + e.id + '.atLesionSite')
    });
  if (exposureStatus(f, 'occupational-calcium') === 'yes')
    cautions.push({ id: 'external-calcium-exposure', inputs: ['exposures.occupational-calcium'] });

  // Section 6. "with T = yes they add caution `pattern-suggests-idiopathic`; with PTH raised ..., `raised-pth-with-idiopathic-pattern`"
  const pattern = (f.lesion?.patterns ?? []).some((id) => IDIOPATHIC_PATTERNS.includes(id));
  const tYes = !facts.damage.includes('no') || !facts.disease.includes('no');
  if (pattern && tYes) {
    const inputs = ['lesion.patterns'];
    if (!facts.damage.includes('no'))
      inputs.push((f.lesion?.damage ?? []).length > 0 ? 'lesion.damage' : 'lesion.damageBefore');
    inputs.push(
      ...TISSUE_DISEASES.filter((id) => conditionStatus(f, id) === 'yes').map(
        (id) => 'conditions.' + id
      )
    );
    cautions.push({ id: 'pattern-suggests-idiopathic', inputs });
  }
  if (pattern && pthRaised(f))
    cautions.push({
      id: 'raised-pth-with-idiopathic-pattern',
      inputs: ['lesion.patterns', 'labs.pth']
    });
  // "Sources file both differently: the app says so (caution `tumoral-filed-differently`)."
  if (tumoral) {
    const inputs: string[] = [];
    if ((f.lesion?.patterns ?? []).includes('periarticular-mass')) inputs.push('lesion.patterns');
    if (conditionStatus(f, 'familial-tumoral-calcinosis') === 'yes')
      inputs.push('conditions.familial-tumoral-calcinosis');
    cautions.push({ id: 'tumoral-filed-differently', inputs });
  }
  // "`ossification-possible`: `albright-osteodystrophy` yes, or `hypoparathyroidism-or-pseudo` yes under 30 years or age unknown"
  const young = ageInDays(f.subject?.age) === null || under(f, '30', 'a');
  const bone: string[] = [];
  if (conditionStatus(f, 'albright-osteodystrophy') === 'yes')
    bone.push('conditions.albright-osteodystrophy');
  if (conditionStatus(f, 'hypoparathyroidism-or-pseudo') === 'yes' && young)
    bone.push('conditions.hypoparathyroidism-or-pseudo');
  if (bone.length > 0) cautions.push({ id: 'ossification-possible', inputs: bone });
  // "`deposit-not-confirmed`: `lesion.depositConfirmed` no or unknown" (absent means unknown)
  if (f.lesion?.depositConfirmed !== 'yes')
    cautions.push({ id: 'deposit-not-confirmed', inputs: ['lesion.depositConfirmed'] });
  // "`consider-fat-necrosis-of-the-newborn`: age under 1 a with raised calcium."
  if (under(f, '1', 'a') && cRaised)
    cautions.push({
      id: 'consider-fat-necrosis-of-the-newborn',
      inputs: ['subject.age', ...calcium.inputs]
    });
  // Section 7. "While it is raised, caution `calciphylaxis-is-not-in-the-table`"
  if (calciphylaxis) cautions.push({ id: 'calciphylaxis-is-not-in-the-table', inputs: [] });

  // Section 3. "Each caution and red flag is `{ id, inputs }`, once"
  const once: Caution[] = [];
  for (const caution of cautions) {
    const earlier = once.find((c) => c.id === caution.id);
    if (earlier === undefined) once.push({ ...caution, inputs: [...new Set(caution.inputs)] });
    else {
      earlier.inputs = [...new Set([...earlier.inputs, ...caution.inputs])];
      if (caution.readings !== undefined)
        earlier.readings = [...(earlier.readings ?? []), ...caution.readings];
    }
  }
  return once;
}

/** The facts that the present cautions touch, as the vocabulary says. */
export function touched(
  cautions: Caution[],
  calcium: Decided,
  phosphate: Decided
): { c: boolean; p: boolean; t: boolean } {
  const result = { c: false, p: false, t: false };
  const isOfCalcium = (path: string): boolean =>
    ['labs.totalCalcium', 'labs.adjustedCalcium', 'labs.ionisedCalcium'].includes(path);
  for (const caution of cautions) {
    switch (caution.id) {
      case 'adjusted-and-total-calcium-disagree': // "C"
      case 'ionised-and-total-calcium-disagree':
        result.c = true;
        break;
      case 'laboratory-flag-disagrees': // "C or P": the fact whose figure it is about
      case 'depends-on-laboratory-interval':
      case 'marginal-value':
      case 'reported-interval-unknown':
        if (caution.inputs.some(isOfCalcium)) result.c = true;
        if (caution.inputs.includes('labs.phosphate')) result.p = true;
        break;
      case 'unusual-value': // "C or P if the deciding value, else nothing"
        if (caution.inputs.some((path) => isOfCalcium(path) && calcium.inputs.includes(path)))
          result.c = true;
        if (
          caution.inputs.some(
            (path) => path === 'labs.phosphate' && phosphate.inputs.includes(path)
          )
        )
          result.p = true;
        break;
      case 'product-disagrees': // "C and P"
      case 'metastatic-disease-with-normal-figures':
        result.c = true;
        result.p = true;
        break;
      case 'pattern-suggests-idiopathic': // "T"
      case 'ossification-possible':
        result.t = true;
        break;
      case 'calciphylaxis-is-not-in-the-table': // "C, P and T"
        result.c = true;
        result.p = true;
        result.t = true;
        break;
      default: // "nothing"
        break;
    }
  }
  return result;
}
