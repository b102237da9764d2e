import fc from 'fast-check';
import {
  ANSWERS,
  CONDITIONS,
  DAMAGES,
  EXPOSURES,
  EXPOSURES_AT_SITE,
  INTERVAL_SETS,
  LABS,
  PATTERNS,
  REPORTED,
  SIGNS,
  type LabId
} from '../../src/lib/core/classifier/vocabulary';
import { UNITS } from '../../src/lib/core/quantities/units';

/** Figures that stand on, beside and far from every limit, for each analyte and unit. */
const FIGURES: Record<string, number[]> = {
  calcium: [
    0.5, 0.9, 1.14, 1.15, 1.33, 1.34, 1.6, 1.74, 1.75, 1.9, 2.19, 2.2, 2.204, 2.205, 2.6, 2.604,
    2.605, 2.61, 2.7, 2.73, 2.8, 2.99, 2.996, 3, 3.2, 3.45, 3.495, 3.5, 4, 4.01, 4.5, 5.2, 5.66, 6,
    6.5, 6.51, 6.9, 7, 8.3, 8.4, 8.8, 9.5, 10.2, 10.3, 10.4, 10.7, 10.8, 10.84, 10.85, 10.9, 11.3,
    12, 12.4, 14, 14.1, 16, 25
  ],
  phosphate: [
    0.3, 0.39, 0.4, 0.79, 0.8, 0.9, 1.1, 1.3, 1.5, 1.504, 1.505, 1.51, 1.575, 1.58, 1.6, 1.8, 1.81,
    1.9, 2.4, 2.41, 2.5, 2.6, 2.61, 3, 3.01, 3.4, 3.41, 3.5, 4.24, 4.6, 4.7, 4.8, 5.4, 5.6, 5.9, 6,
    6.2, 6.5, 7.7, 9, 9.1, 15
  ],
  albumin: [1.9, 2.9, 4.1, 9, 10, 19, 19.9, 20, 30, 39, 40, 41, 55, 60, 61],
  creatinine: [0.9, 1.2, 1.3, 1.35, 7.5, 14, 15, 80, 110, 121, 239, 900, 2500, 2501],
  egfr: [0, 15, 59.9, 60, 90],
  pth: [3, 8.5, 64, 65, 66, 90.7, 188],
  vitaminD25: [20, 87],
  calciumPhosphateProduct: [3, 4.43, 5.63, 5.635, 5.64, 6.27, 40, 69.94, 69.95, 70, 76]
};

function figuresOf(analyte: LabId): number[] {
  return FIGURES[analyte] ?? FIGURES.calcium!;
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>, freq = 2) =>
  fc.option(arbitrary, { nil: undefined, freq });
const answer = fc.constantFrom(...ANSWERS);
const some = <T>(values: readonly T[], maxLength: number) =>
  fc.uniqueArray(fc.constantFrom(...values), { maxLength });

/** Analytes whose one-sided intervals are ruled on; for others both limits are printed. */
function isJudged(analyte: LabId): boolean {
  return analyte === 'phosphate' || analyte.endsWith('Calcium');
}

function limitsOf(limits: number[], printed: readonly ('low' | 'high')[]) {
  return {
    ...(printed.includes('low') && { low: Math.min(...limits) }),
    ...(printed.includes('high') && { high: Math.max(...limits) })
  };
}

function lab(analyte: LabId) {
  return fc
    .record({
      value: maybe(fc.constantFrom(...figuresOf(analyte)), 6),
      unit: fc.constantFrom<string>(...UNITS[analyte]),
      reported: maybe(fc.constantFrom(...REPORTED), 1),
      limits: maybe(
        fc.tuple(fc.constantFrom(...figuresOf(analyte)), fc.constantFrom(...figuresOf(analyte))),
        1
      ),
      /** Which of the two limits are printed. */
      printed: fc.constantFrom(
        ['low', 'high'] as const,
        ['low', 'high'] as const,
        ...(isJudged(analyte) ? ([['low'], ['high']] as const) : [])
      ),
      confirmed: maybe(fc.boolean(), 1),
      when: fc.option(fc.constant('before-treatment'), { nil: undefined, freq: 12 })
    })
    .map(({ value, unit, limits, printed, ...entry }) => ({
      ...entry,
      ...(value !== undefined && { value, unit }),
      ...(value !== undefined && limits && { interval: limitsOf(limits, printed) })
    }));
}

const age = fc.oneof(
  fc.record({
    value: fc.constantFrom(0, 0.5, 1, 3, 11.9, 12, 15, 16, 19, 20, 29, 30, 50, 130),
    unit: fc.constant('a')
  }),
  fc.record({ value: fc.constantFrom(0, 1, 3, 11, 12, 48, 191, 192), unit: fc.constant('mo') }),
  fc.record({ value: fc.constantFrom(0, 3, 4, 51), unit: fc.constant('wk') }),
  fc.record({ value: fc.constantFrom(0, 5, 6, 27, 28, 365, 366), unit: fc.constant('d') })
);

const customRow = fc
  .constantFrom<LabId>(
    'totalCalcium',
    'adjustedCalcium',
    'ionisedCalcium',
    'phosphate',
    'creatinine'
  )
  .chain((analyte) =>
    fc
      .record({
        unit: fc.constantFrom<string>(...UNITS[analyte]),
        limits: fc.tuple(
          fc.constantFrom(...figuresOf(analyte)),
          fc.constantFrom(...figuresOf(analyte))
        ),
        from: maybe(fc.constantFrom(0, 1, 16), 1),
        to: maybe(fc.constantFrom(18, 40), 1)
      })
      .map(({ unit, limits, from, to }) => ({
        analyte,
        unit,
        low: Math.min(...limits),
        high: Math.max(...limits),
        ...(from !== undefined && { fromAge: { value: from, unit: 'a' } }),
        ...(to !== undefined && { toAge: { value: to, unit: 'a' } })
      }))
  );

const exposure = fc
  .record({
    id: fc.constantFrom(...EXPOSURES),
    status: maybe(answer, 5),
    atLesionSite: maybe(answer),
    extravasation: maybe(answer)
  })
  .map(({ atLesionSite, extravasation, ...entry }) =>
    (EXPOSURES_AT_SITE as readonly string[]).includes(entry.id)
      ? { ...entry, atLesionSite, extravasation }
      : entry
  );

const othersAnswered = maybe(fc.constantFrom('none', 'unknown'), 4);

/** The stored form: what is not known is absent. */
const asJson = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

/** Findings that the contract accepts, crowded around every limit and rule. */
export const acceptedFindings = fc
  .record({
    subject: maybe(fc.record({ age: maybe(age, 4) }), 5),
    intervals: maybe(
      fc.record({
        set: maybe(fc.constantFrom(...INTERVAL_SETS)),
        custom: maybe(
          fc.uniqueArray(customRow, { maxLength: 2, selector: ({ analyte }) => analyte }),
          1
        )
      }),
      1
    ),
    labs: fc.record(
      Object.fromEntries(
        LABS.map((analyte) => [
          analyte,
          maybe(lab(analyte), analyte === 'totalCalcium' || analyte === 'phosphate' ? 6 : 1)
        ])
      )
    ),
    exposures: maybe(fc.uniqueArray(exposure, { maxLength: 3, selector: ({ id }) => id })),
    otherExposures: othersAnswered,
    conditions: maybe(
      fc.uniqueArray(fc.record({ id: fc.constantFrom(...CONDITIONS), status: maybe(answer, 5) }), {
        maxLength: 4,
        selector: ({ id }) => id
      })
    ),
    otherConditions: othersAnswered,
    lesion: maybe(
      fc
        .record({
          damageBefore: maybe(answer, 4),
          damage: maybe(some(DAMAGES, 2), 1),
          patterns: maybe(some(PATTERNS, 2), 3),
          depositConfirmed: maybe(answer)
        })
        .map((lesion) =>
          lesion.damageBefore === 'no' && lesion.damage?.length ? { ...lesion, damage: [] } : lesion
        ),
      5
    ),
    signs: maybe(
      fc.uniqueArray(fc.record({ id: fc.constantFrom(...SIGNS), status: maybe(answer, 6) }), {
        maxLength: 3,
        selector: ({ id }) => id
      })
    )
  })
  .map(asJson);

type Tree = Record<string, unknown> | unknown[];

function placesIn(tree: unknown): [Tree, string][] {
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, inner]) => [
    [tree as Tree, key] as [Tree, string],
    ...placesIn(inner)
  ]);
}

const SPOILT = [null, 'x', '', -1, 0, 1e300, true, [], {}, 'yes', 'mmol/L', '2026-02-30', [null]];

/** Findings in which up to three places were spoilt: most of them are refused. */
export const spoiltFindings = fc
  .tuple(
    acceptedFindings,
    fc.array(
      fc.record({
        place: fc.nat(),
        how: fc.constantFrom('replace', 'remove', 'add-key', 'repeat'),
        value: fc.constantFrom(...SPOILT)
      }),
      { minLength: 1, maxLength: 3 }
    )
  )
  .map(([findings, spoilings]) => {
    const spoilt = structuredClone(findings);
    for (const { place, how, value } of spoilings) {
      const places = placesIn(spoilt);
      const [parent, key] = places[place % Math.max(places.length, 1)] ?? [];
      if (!parent || key === undefined) continue;
      if (Array.isArray(parent) && how === 'repeat') parent.push(structuredClone(parent[0]));
      else if (Array.isArray(parent)) parent[Number(key)] = structuredClone(value);
      else if (how === 'replace') parent[key] = structuredClone(value);
      else if (how === 'remove') delete parent[key];
      else
        Object.defineProperty(parent, '__proto__', {
          value: structuredClone(value),
          enumerable: true,
          configurable: true,
          writable: true
        });
    }
    return asJson(spoilt);
  });
