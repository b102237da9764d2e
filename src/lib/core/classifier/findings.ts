import * as v from 'valibot';
import { daysOf, isTooOld } from '../quantities/age';
import { compare } from '../quantities/decimal';
import { AGE_UNITS, UNITS, type Analyte } from '../quantities/units';
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
  SEXES,
  SIGNS,
  type ErrorReason
} from './vocabulary';

/**
 * The input contract (clinical specification 2026.1, section 2). Each message is the id of an
 * `ErrorReason`; `validate.ts` turns issues into errors. Absent always means unknown.
 */
type Reason = ErrorReason;
const because = (reason: Reason): Reason => reason;

function oneOf<const T extends readonly string[]>(options: T) {
  return v.picklist(options, because('value-not-accepted'));
}

function idOf<const T extends readonly string[]>(options: T) {
  return v.picklist(options, because('unknown-id'));
}

const answer = oneOf(ANSWERS);

function figure(zero: 'zero-accepted' | 'zero-refused') {
  return v.pipe(
    v.number(because('not-a-number')),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const value = dataset.value;
      if (!Number.isFinite(value)) addIssue({ message: because('not-finite') });
      else if (value < 0) addIssue({ message: because('negative') });
      else if (value === 0 && zero === 'zero-refused')
        addIssue({ message: because('out-of-range') });
    })
  );
}

const limit = figure('zero-accepted');

/** What a cross-field check may look at: the values have not all passed their own checks yet. */
type Loose = Record<string, unknown>;

function asLoose(value: unknown): Loose | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Loose)
    : undefined;
}

/** Valibot's way to say what it expected; `validate.ts` reads it back. */
function expect(accepted: readonly string[]): string {
  return `(${accepted.map((one) => `"${one}"`).join(' | ')})`;
}

interface IssueBelow {
  message: Reason;
  input: unknown;
  expected?: string;
  path: [v.IssuePathItem, ...v.IssuePathItem[]];
}

/** An issue at a key below the object that is being checked. */
function at(
  input: Loose,
  key: string,
  reason: Reason,
  accepted: readonly string[] = []
): IssueBelow {
  const value = input[key];
  return {
    message: reason,
    input: value,
    expected: expect(accepted),
    path: [{ type: 'object', origin: 'value', input, key, value }]
  };
}

function isReversed({ low, high }: Loose): boolean {
  return typeof low === 'number' && typeof high === 'number' && low > high;
}

const interval = v.pipe(
  v.strictObject({ low: v.optional(limit), high: v.optional(limit) }, because('wrong-type')),
  v.rawCheck(({ dataset, addIssue }) => {
    const input = asLoose(dataset.value);
    if (!input) return;
    if (isReversed(input)) addIssue({ message: because('interval-reversed') });
    if (input.low === undefined && input.high === undefined)
      addIssue({ message: because('value-not-accepted') });
  })
);

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

function isCalendarDate(text: string): boolean {
  if (!ISO_DATE.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** A unit without a value has nothing to belong to; a value without a unit is not a quantity. */
function checkUnit(
  input: Loose,
  units: readonly string[],
  addIssue: (issue: IssueBelow) => void
): void {
  if (input.value === undefined) {
    if (input.unit !== undefined) addIssue(at(input, 'unit', 'unknown-key'));
    if (input.interval !== undefined) addIssue(at(input, 'interval', 'unknown-key'));
  } else if (input.unit === undefined) addIssue(at(input, 'unit', 'unit-missing', units));
}

function lab<A extends Analyte>(analyte: A) {
  return v.pipe(
    v.strictObject(
      {
        value: v.optional(figure(analyte === 'egfr' ? 'zero-accepted' : 'zero-refused')),
        unit: v.optional(v.picklist(UNITS[analyte], because('unit-not-accepted'))),
        reported: v.optional(oneOf(REPORTED)),
        interval: v.optional(interval),
        sampledOn: v.optional(
          v.pipe(
            v.string(because('wrong-type')),
            v.check(isCalendarDate, because('date-not-valid'))
          )
        ),
        confirmed: v.optional(v.boolean(because('wrong-type'))),
        when: v.optional(oneOf(['before-treatment']))
      },
      because('wrong-type')
    ),
    v.rawCheck(({ dataset, addIssue }) => {
      const input = asLoose(dataset.value);
      if (input) checkUnit(input, UNITS[analyte], addIssue);
    })
  );
}

const age = v.pipe(
  v.strictObject(
    {
      value: v.optional(figure('zero-accepted')),
      unit: v.optional(v.picklist(AGE_UNITS, because('unit-not-accepted')))
    },
    because('wrong-type')
  ),
  v.rawCheck(({ dataset, addIssue }) => {
    const input = asLoose(dataset.value);
    if (!input) return;
    checkUnit(input, AGE_UNITS, addIssue);
    if (isTooOld(input)) addIssue(at(input, 'value', 'out-of-range'));
  })
);

const customRow = v.pipe(
  v.strictObject(
    {
      analyte: v.optional(idOf(LABS)),
      unit: v.optional(v.string(because('wrong-type'))),
      low: v.optional(limit),
      high: v.optional(limit),
      fromAge: v.optional(age),
      toAge: v.optional(age)
    },
    because('wrong-type')
  ),
  v.rawCheck(({ dataset, addIssue }) => {
    const input = asLoose(dataset.value);
    if (!input) return;
    const units = UNITS[input.analyte as Analyte] as readonly string[] | undefined;
    if (input.analyte === undefined) addIssue(at(input, 'analyte', 'unknown-id', LABS));
    if (input.unit === undefined) addIssue(at(input, 'unit', 'unit-missing', units));
    else if (units && !units.includes(input.unit as string))
      addIssue(at(input, 'unit', 'unit-not-accepted', units));
    if (input.low === undefined && input.high === undefined)
      addIssue({ message: because('value-not-accepted') });
    const from = daysOf(input.fromAge);
    const to = daysOf(input.toAge);
    if (isReversed(input) || (from && to && compare(to, from) <= 0))
      addIssue({ message: because('interval-reversed') });
  })
);

const customRows = v.pipe(
  v.array(customRow, because('wrong-type')),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!Array.isArray(dataset.value)) return;
    const rows = (dataset.value as unknown[]).map(asLoose);
    rows.forEach((row, index) => {
      if (row && rows.slice(0, index).some((earlier) => earlier && overlap(earlier, row)))
        addIssue(atIndex(dataset.value as unknown[], index));
    });
  })
);

function overlap(one: Loose, other: Loose): boolean {
  if (one.analyte === undefined || one.analyte !== other.analyte) return false;
  const endsBefore = (a: Loose, b: Loose) => {
    const end = daysOf(a.toAge);
    const start = daysOf(b.fromAge);
    return end !== undefined && start !== undefined && compare(end, start) <= 0;
  };
  return !endsBefore(one, other) && !endsBefore(other, one);
}

function atIndex(input: unknown[], key: number): IssueBelow {
  const value = input[key];
  return {
    message: 'duplicate-id',
    input: value,
    path: [{ type: 'array', origin: 'value', input, key, value }]
  };
}

/** A list in which each id may stand once: entries that carry an `id`, or the ids themselves. */
function listOf<const S extends v.GenericSchema>(item: S) {
  return v.pipe(
    v.array(item, because('wrong-type')),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!Array.isArray(dataset.value)) return;
      const entries = dataset.value as unknown[];
      const seen = new Set<unknown>();
      entries.forEach((entry, index) => {
        const id = item.type === 'picklist' ? entry : asLoose(entry)?.id;
        if (seen.has(id)) {
          const here = atIndex(entries, index);
          const inner = asLoose(entry);
          const inId = inner && at(inner, 'id', 'duplicate-id');
          addIssue(inId ? { ...inId, path: [...here.path, ...inId.path] } : here);
        }
        seen.add(id);
      });
    })
  );
}

function answered<const T extends readonly string[]>(ids: T) {
  return v.strictObject({ id: idOf(ids), status: v.optional(answer) }, because('wrong-type'));
}

const exposure = v.pipe(
  v.strictObject(
    {
      id: idOf(EXPOSURES),
      status: v.optional(answer),
      atLesionSite: v.optional(answer),
      extravasation: v.optional(answer)
    },
    because('wrong-type')
  ),
  v.rawCheck(({ dataset, addIssue }) => {
    const input = asLoose(dataset.value);
    if (!input || (EXPOSURES_AT_SITE as readonly unknown[]).includes(input.id)) return;
    for (const key of ['atLesionSite', 'extravasation'])
      if (input[key] !== undefined) addIssue(at(input, key, 'unknown-key'));
  })
);

const noneOrUnknown = oneOf(['none', 'unknown']);

const lesion = v.pipe(
  v.strictObject(
    {
      damageBefore: v.optional(answer),
      damage: v.optional(listOf(idOf(DAMAGES))),
      patterns: v.optional(listOf(idOf(PATTERNS))),
      depositConfirmed: v.optional(answer)
    },
    because('wrong-type')
  ),
  v.rawCheck(({ dataset, addIssue }) => {
    const input = asLoose(dataset.value);
    if (input?.damageBefore === 'no' && Array.isArray(input.damage) && input.damage.length > 0)
      addIssue(at(input, 'damageBefore', 'value-not-accepted', ['yes', 'unknown']));
  })
);

const labs = v.strictObject(
  {
    totalCalcium: v.optional(lab('totalCalcium')),
    adjustedCalcium: v.optional(lab('adjustedCalcium')),
    ionisedCalcium: v.optional(lab('ionisedCalcium')),
    phosphate: v.optional(lab('phosphate')),
    albumin: v.optional(lab('albumin')),
    creatinine: v.optional(lab('creatinine')),
    egfr: v.optional(lab('egfr')),
    pth: v.optional(lab('pth')),
    vitaminD25: v.optional(lab('vitaminD25')),
    calciumPhosphateProduct: v.optional(lab('calciumPhosphateProduct'))
  },
  because('wrong-type')
);

export const findingsSchema = v.strictObject(
  {
    subject: v.optional(
      v.strictObject({ age: v.optional(age), sex: v.optional(oneOf(SEXES)) }, because('wrong-type'))
    ),
    intervals: v.optional(
      v.strictObject(
        { set: v.optional(idOf(INTERVAL_SETS)), custom: v.optional(customRows) },
        because('wrong-type')
      )
    ),
    labs: v.optional(labs),
    exposures: v.optional(listOf(exposure)),
    otherExposures: v.optional(noneOrUnknown),
    conditions: v.optional(listOf(answered(CONDITIONS))),
    otherConditions: v.optional(noneOrUnknown),
    lesion: v.optional(lesion),
    signs: v.optional(listOf(answered(SIGNS)))
  },
  because('wrong-type')
);

/** What is known of one lesion or one kind of lesion, and of the person who has it. */
export type Findings = v.InferOutput<typeof findingsSchema>;
export type Labs = NonNullable<Findings['labs']>;
export type Lab = NonNullable<Labs[keyof Labs]>;
export type CustomInterval = NonNullable<NonNullable<Findings['intervals']>['custom']>[number];
