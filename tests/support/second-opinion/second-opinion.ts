/**
 * A second, independent and deliberately naive reading of the clinical specification of the classifier, version 2026.1.
 * It follows the specification in its order, and really changes and re-runs the findings for `missing` and `counterfactuals`.
 */

import { checkFindings } from './check-findings';
import { computedAdjusted, computedProduct, conditionStatus, exposureStatus } from './figures';
import { toNumber } from './exact';
import { cautionsOf, redFlagsOf, touched } from './flags';
import {
  damageFact,
  enumerate,
  exposureAt,
  factsOf,
  productMakesKnown,
  run,
  type Changed,
  type Outcome
} from './kernel';
import type {
  Answer,
  Assessment,
  Counterfactual,
  Derived,
  Exposure,
  FindingError,
  Findings,
  Missing,
  Reason,
  Subtype
} from './types';
import {
  CONDITIONS,
  EXPOSURES,
  EXPOSURES_AT_SITE,
  IDIOPATHIC_PATTERNS,
  RULE_SET,
  TISSUE_DISEASES
} from './vocabulary';

export type { Assessment, FindingError };

export function secondOpinion(
  input: unknown
): { ok: true; assessment: Assessment } | { ok: false; errors: FindingError[] } {
  // Section 2.
  const errors = checkFindings(input);
  if (errors.length > 0) return { ok: false, errors };
  return { ok: true, assessment: assess(input as Findings) };
}

function assess(f: Findings): Assessment {
  const patterns = f.lesion?.patterns ?? [];
  const { facts, calcium, phosphate } = factsOf(f, {});
  const outcome = enumerate(facts, patterns, true);

  // Section 7, then the cautions.
  const redFlags = redFlagsOf(f);
  const tumoral = outcome.variants.some(
    (v) => v === 'hyperphosphataemic-tumoral' || v === 'normophosphataemic-tumoral'
  );
  const calciphylaxisFlag = redFlags.find((r) => r.id === 'possible-calciphylaxis');
  const cautions = cautionsOf(
    f,
    facts,
    calcium,
    phosphate,
    tumoral,
    calciphylaxisFlag !== undefined
  );
  for (const caution of cautions) {
    if (caution.id === 'calciphylaxis-is-not-in-the-table')
      caution.inputs = calciphylaxisFlag?.inputs ?? [];
  }

  // Section 3. "`supported` (one reachable subtype, and it stays the only one when every fact that a present caution touches is treated as unknown, what a
  // high product makes known still holding), `provisional` (one reachable, but not so), `indeterminate`."
  const touches = touched(cautions, calcium, phosphate);
  const widened = { ...facts };
  if (touches.c) widened.calcium = ['high', 'normal'];
  if (touches.p) widened.phosphate = ['high', 'normal'];
  if (touches.t) {
    widened.damage = ['yes', 'no'];
    widened.disease = ['yes', 'no'];
  }
  const wide = enumerate(widened, patterns, false);
  const first = outcome.reachable[0];
  const subtype: Assessment['subtype'] =
    outcome.reachable.length === 1 && first !== undefined ? first : 'indeterminate';
  let certainty: Assessment['certainty'] = 'indeterminate';
  if (subtype !== 'indeterminate')
    certainty =
      wide.reachable.length === 1 && wide.reachable[0] === subtype ? 'supported' : 'provisional';

  const derived: Derived = { calcium: calcium.derived, phosphate: phosphate.derived };
  const product = computedProduct(f);
  if (product !== null) derived.product = product;
  const computed = computedAdjusted(f);
  const total = f.labs?.['totalCalcium'];
  if (computed !== null && total?.value !== undefined && total.unit !== undefined) {
    // "Raw and adjusted are shown side by side."
    derived.totalCalciumAsEntered = { value: total.value, unit: total.unit };
    derived.computedAdjustedCalcium = {
      value: toNumber(computed.value, computed.unit === 'mg/dL' ? 1 : 2),
      unit: computed.unit
    };
  }

  const byId = (left: { id: string }, right: { id: string }): number =>
    left.id < right.id ? -1 : left.id > right.id ? 1 : 0;
  return {
    subtype,
    certainty,
    reachable: outcome.reachable,
    concurrent: outcome.concurrent,
    possibleConcurrent: outcome.possibleConcurrent,
    variants: outcome.variants,
    reasons: reasonsOf(f, subtype, outcome),
    missing: missingOf(f, outcome),
    counterfactuals: counterfactualsOf(f),
    cautions: cautions.sort(byId),
    redFlags: redFlags.sort(byId),
    derived,
    ruleSet: RULE_SET
  };
}

// ---------------------------------------------------------------------------------------------------------------------
// `reasons`: the rules of the vocabulary that are known to hold.

function reasonsOf(f: Findings, subtype: string, outcome: Outcome): Reason[] {
  const { facts, calcium, phosphate } = factsOf(f, {});
  const reasons: Reason[] = [];
  const add = (rule: string, inputs: string[]): void => {
    reasons.push({ rule, inputs, sources: [] });
  };
  const atSite = EXPOSURES_AT_SITE.filter((id) => !exposureAt(f, id).includes('no'));
  if (atSite.length > 0)
    add(
      'exposure-at-site',
      atSite.map((id) => 'exposures.' + id)
    );
  const cRaised = calcium.derived.status === 'high';
  const pRaised = phosphate.derived.status === 'high';
  if (cRaised) add('calcium-raised', calcium.inputs);
  if (pRaised) add('phosphate-raised', phosphate.inputs);
  if (!cRaised && !pRaised && productMakesKnown(facts))
    add('product-raised', ['labs.calciumPhosphateProduct']);
  if (!damageFact(f).includes('no'))
    add('damage-before', [
      (f.lesion?.damage ?? []).length > 0 ? 'lesion.damage' : 'lesion.damageBefore'
    ]);
  const diseases = TISSUE_DISEASES.filter((id) => conditionStatus(f, id) === 'yes');
  if (diseases.length > 0)
    add(
      'tissue-disease',
      diseases.map((id) => 'conditions.' + id)
    );
  const figuresNotRaised = !facts.calcium.includes('high') && !facts.phosphate.includes('high');
  if (figuresNotRaised && (subtype === 'dystrophic' || subtype === 'idiopathic'))
    add('figures-not-raised', [...calcium.inputs, ...phosphate.inputs]);
  if (subtype === 'idiopathic')
    add('no-damage-no-disease', [
      'lesion.damageBefore',
      f.otherConditions === 'none' ? 'otherConditions' : 'conditions'
    ]);
  if (outcome.variants.includes('hyperphosphataemic-tumoral')) {
    const inputs: string[] = [];
    if ((f.lesion?.patterns ?? []).includes('periarticular-mass')) inputs.push('lesion.patterns');
    if (conditionStatus(f, 'familial-tumoral-calcinosis') === 'yes')
      inputs.push('conditions.familial-tumoral-calcinosis');
    add('tumoral-mass-with-raised-phosphate', inputs);
  }
  if (outcome.variants.includes('normophosphataemic-tumoral'))
    add('tumoral-mass-with-normal-phosphate', ['lesion.patterns']);
  if (outcome.variants.some((v) => IDIOPATHIC_PATTERNS.includes(v)))
    add('idiopathic-pattern', ['lesion.patterns']);
  return reasons.sort((left, right) => (left.rule < right.rule ? -1 : 1));
}

// ---------------------------------------------------------------------------------------------------------------------
// Changing an answer.

function withExposure(f: Findings, id: string, part: Partial<Exposure>): Findings {
  const exposures = (f.exposures ?? []).map((e) => (e.id === id ? { ...e, ...part } : e));
  return { ...f, exposures };
}
/** The answer yes to an exposure at the site is the question of section 5: "brought to the lesion", so the site goes with it when it is not answered. */
function answerExposure(f: Findings, id: string, status: Answer): Findings {
  const entry = (f.exposures ?? []).find((e) => e.id === id);
  const siteOpen = entry?.atLesionSite === undefined || entry.atLesionSite === 'unknown';
  if (status === 'yes' && EXPOSURES_AT_SITE.includes(id) && siteOpen)
    return withExposure(f, id, { status, atLesionSite: 'yes' });
  return withExposure(f, id, { status });
}
function answerCondition(f: Findings, id: string, status: Answer): Findings {
  return {
    ...f,
    conditions: (f.conditions ?? []).map((c) => (c.id === id ? { ...c, status } : c))
  };
}

// ---------------------------------------------------------------------------------------------------------------------
// `missing`

function missingOf(f: Findings, outcome: Outcome): Missing[] {
  const missing: Missing[] = [];

  /** "an input whose answers change nothing is not listed" */
  function consider(input: string, base: Outcome, answers: Record<string, Outcome>): void {
    const canChange: string[] = [];
    const all = Object.values(answers);
    const differs = (part: (o: Outcome) => unknown): boolean =>
      all.some((o) => JSON.stringify(part(o)) !== JSON.stringify(part(base)));
    if (differs((o) => o.reachable)) canChange.push('subtype');
    if (differs((o) => [o.concurrent, o.possibleConcurrent])) canChange.push('concurrent');
    if (differs((o) => [o.variants, o.possibleVariants])) canChange.push('variants');
    if (canChange.length === 0) return;
    const outcomes: Record<string, Subtype[]> = {};
    for (const [answer, o] of Object.entries(answers)) outcomes[answer] = o.reachable;
    missing.push({ input, canChange: canChange.sort(), outcomes });
  }

  // Exposures. "Unanswered ids of a list are one item, `otherExposures` or `otherConditions` (answer `none`)"
  const exposuresUnanswered =
    f.otherExposures !== 'none' &&
    EXPOSURES.some((id) => !(f.exposures ?? []).some((e) => e.id === id));
  if (exposuresUnanswered)
    consider('otherExposures', outcome, { none: run({ ...f, otherExposures: 'none' }, {}, true) });
  // "an id answered unknown, or yes without site, is an item of its own"; "an answer is weighed with the other unanswered ids of its list taken as no"
  const exposuresElseNo: Findings = { ...f, otherExposures: 'none' };
  for (const entry of f.exposures ?? []) {
    const path = 'exposures.' + entry.id;
    const base = run(exposuresElseNo, {}, true);
    if ((entry.status ?? 'unknown') === 'unknown') {
      consider(path, base, {
        yes: run(answerExposure(exposuresElseNo, entry.id, 'yes'), {}, true),
        no: run(answerExposure(exposuresElseNo, entry.id, 'no'), {}, true)
      });
    }
    // "`atLesionSite` absent or unknown: X unknown."
    if (
      entry.status === 'yes' &&
      EXPOSURES_AT_SITE.includes(entry.id) &&
      exposureAt(f, entry.id).length === 2
    ) {
      consider(path + '.atLesionSite', base, {
        yes: run(withExposure(exposuresElseNo, entry.id, { atLesionSite: 'yes' }), {}, true),
        no: run(withExposure(exposuresElseNo, entry.id, { atLesionSite: 'no' }), {}, true)
      });
    }
  }

  // Conditions, in the same way.
  const conditionsUnanswered =
    f.otherConditions !== 'none' &&
    CONDITIONS.some((id) => !(f.conditions ?? []).some((c) => c.id === id));
  if (conditionsUnanswered)
    consider('otherConditions', outcome, {
      none: run({ ...f, otherConditions: 'none' }, {}, true)
    });
  const conditionsElseNo: Findings = { ...f, otherConditions: 'none' };
  for (const entry of f.conditions ?? []) {
    if ((entry.status ?? 'unknown') !== 'unknown') continue;
    consider('conditions.' + entry.id, run(conditionsElseNo, {}, true), {
      yes: run(answerCondition(conditionsElseNo, entry.id, 'yes'), {}, true),
      no: run(answerCondition(conditionsElseNo, entry.id, 'no'), {}, true)
    });
  }

  // Laboratory. One item for each thing to ask; the age can be what both calcium and phosphate wait for.
  const { calcium, phosphate } = factsOf(f, {});
  const asks = new Set([calcium.ask, phosphate.ask].filter((x): x is string => x !== null));
  for (const ask of asks) {
    const raised: Changed = {};
    const notRaised: Changed = {};
    if (calcium.ask === ask) {
      raised.calcium = 'raised';
      notRaised.calcium = 'not-raised';
    }
    if (phosphate.ask === ask) {
      raised.phosphate = 'raised';
      notRaised.phosphate = 'not-raised';
    }
    consider(ask, outcome, { raised: run(f, raised, true), 'not-raised': run(f, notRaised, true) });
  }

  // Lesion.
  if (damageFact(f).length === 2) {
    const answer = (damageBefore: Answer): Findings => ({
      ...f,
      lesion: { ...f.lesion, damageBefore }
    });
    consider('lesion.damageBefore', outcome, {
      yes: run(answer('yes'), {}, true),
      no: run(answer('no'), {}, true)
    });
  }
  // Section 6. "`patterns` absent is unknown (and stands under missing with `canChange: ["variants"]` when a tumoral variant waits for nothing else)"
  if (f.lesion?.patterns === undefined) {
    const tumoralVariants = (o: Outcome): string[] =>
      o.variants.filter((v) => v.endsWith('-tumoral'));
    const yes = run(f, { mass: 'yes' }, true);
    const no = run(f, { mass: 'no' }, true);
    if (tumoralVariants(yes).length > tumoralVariants(outcome).length)
      consider('lesion.patterns', outcome, { yes, no });
  }

  // "Order: smallest worst-case number of reachable subtypes left, then smallest average, then exposures, laboratory, conditions, lesion."
  const sizes = (m: Missing): number[] => Object.values(m.outcomes).map((list) => list.length);
  const worst = (m: Missing): number => Math.max(...sizes(m));
  const group = (m: Missing): number => {
    if (m.input.startsWith('exposures') || m.input === 'otherExposures') return 0;
    if (m.input.startsWith('labs') || m.input.startsWith('subject')) return 1;
    if (m.input.startsWith('conditions') || m.input === 'otherConditions') return 2;
    return 3;
  };
  const sum = (list: number[]): number => list.reduce((left, right) => left + right, 0);
  return missing.sort((left, right) => {
    if (worst(left) !== worst(right)) return worst(left) - worst(right);
    // averages compared without division
    const average = sum(sizes(left)) * sizes(right).length - sum(sizes(right)) * sizes(left).length;
    if (average !== 0) return average;
    if (group(left) !== group(right)) return group(left) - group(right);
    return left.input < right.input ? -1 : 1;
  });
}

// ---------------------------------------------------------------------------------------------------------------------
// `counterfactuals`. Section 1: "for each known input, "if this were otherwise, the answer would be ..."".

function counterfactualsOf(f: Findings): Counterfactual[] {
  const list: Counterfactual[] = [];
  const add = (input: string, to: string, changedFindings: Findings, changed: Changed): void => {
    list.push({ input, to, reachable: run(changedFindings, changed, false).reachable });
  };
  const { facts, calcium, phosphate } = factsOf(f, {});

  // The figures.
  const calciumPath = calcium.inputs[0];
  if (calciumPath !== undefined) {
    if (calcium.derived.status === 'high')
      add(calciumPath, 'not-raised', f, { calcium: 'not-raised' });
    else add(calciumPath, 'raised', f, { calcium: 'raised' });
  }
  if (phosphate.inputs.length > 0) {
    if (phosphate.derived.status === 'high')
      add('labs.phosphate', 'not-raised', f, { phosphate: 'not-raised' });
    else add('labs.phosphate', 'raised', f, { phosphate: 'raised' });
  }
  if (productMakesKnown(facts))
    add('labs.calciumPhosphateProduct', 'not-raised', f, { product: 'not-raised' });

  // Exposures.
  for (const entry of f.exposures ?? []) {
    const path = 'exposures.' + entry.id;
    if (entry.status === 'yes') add(path, 'no', answerExposure(f, entry.id, 'no'), {});
    if (entry.status === 'no') add(path, 'yes', answerExposure(f, entry.id, 'yes'), {});
    if (entry.status === 'yes' && entry.atLesionSite === 'yes')
      add(path + '.atLesionSite', 'no', withExposure(f, entry.id, { atLesionSite: 'no' }), {});
    if (entry.status === 'yes' && entry.atLesionSite === 'no')
      add(path + '.atLesionSite', 'yes', withExposure(f, entry.id, { atLesionSite: 'yes' }), {});
  }
  // `otherExposures: "none"`, were it otherwise: one of the exposures that it answers would be a yes at the site.
  if (
    f.otherExposures === 'none' &&
    EXPOSURES_AT_SITE.some(
      (id) => exposureStatus(f, id) === 'no' && !(f.exposures ?? []).some((e) => e.id === id)
    )
  ) {
    add('otherExposures', 'yes', f, { exposure: 'yes' });
  }

  // Conditions, in the same way.
  for (const entry of f.conditions ?? []) {
    if (entry.status === 'yes')
      add('conditions.' + entry.id, 'no', answerCondition(f, entry.id, 'no'), {});
    if (entry.status === 'no')
      add('conditions.' + entry.id, 'yes', answerCondition(f, entry.id, 'yes'), {});
  }
  if (
    f.otherConditions === 'none' &&
    TISSUE_DISEASES.some((id) => !(f.conditions ?? []).some((c) => c.id === id))
  ) {
    add('otherConditions', 'yes', f, { disease: 'yes' });
  }

  // Lesion. Damage listed: "no" is none listed and none before.
  const damage = damageFact(f);
  if (damage.length === 1) {
    if (damage[0] === 'no')
      add('lesion.damageBefore', 'yes', { ...f, lesion: { ...f.lesion, damageBefore: 'yes' } }, {});
    else
      add((f.lesion?.damage ?? []).length > 0 ? 'lesion.damage' : 'lesion.damageBefore', 'no', f, {
        damage: 'no'
      });
  }
  return list.sort((left, right) => (left.input + left.to < right.input + right.to ? -1 : 1));
}
