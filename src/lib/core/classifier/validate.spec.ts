import { describe, expect, test } from 'vitest';
import { ADULT, errorsOf, mmol, refusals, settled } from '../../../../tests/support/findings';
import { assess } from './assess';
import {
  CONDITIONS,
  DAMAGES,
  EXPOSURES,
  EXPOSURES_AT_SITE,
  INTERVAL_SETS,
  LABS,
  PATTERNS,
  SIGNS
} from './vocabulary';
import { UNITS } from '../quantities/units';

const calcium = (entry: unknown) => ({ labs: { totalCalcium: entry } });
const custom = (...rows: unknown[]) => ({ intervals: { custom: rows } });
const CALCIUM_ROW = { analyte: 'totalCalcium', unit: 'mmol/L', low: 2, high: 2.6 };
const a = (value: unknown) => ({ value, unit: 'a' });

describe('accepted', () => {
  test.each([
    ['nothing at all', {}],
    ['an adult of whom everything is known', settled()],
    ['an empty entry, which is absent', { labs: { totalCalcium: {}, phosphate: {} } }],
    ['an empty subject, age and lesion', { subject: { age: {} }, lesion: {}, intervals: {} }],
    ['a lower limit alone', calcium(mmol(2.4, { interval: { low: 2.2 } }))],
    ['low equal to high', calcium(mmol(2, { interval: { low: 2, high: 2 } }))],
    ['a limit of 0', calcium(mmol(2, { interval: { low: 0, high: 0 } }))],
    ['an eGFR of 0', { labs: { egfr: { value: 0, unit: 'mL/min/{1.73_m2}' } } }],
    ['an age of 0, and of 130', { subject: { age: a(0) } }],
    ['an age of 130 years', { subject: { age: a(130) } }],
    ['an age of 1560 months', { subject: { age: { value: 1560, unit: 'mo' } } }],
    ['not confirmed, which is as absent', calcium(mmol(2.4, { confirmed: false }))],
    ['the last day of February in a leap year', calcium(mmol(2.4, { sampledOn: '2024-02-29' }))],
    ['only a date', calcium({ sampledOn: '2026-11-20' })],
    ['a custom interval beside a set', { intervals: { set: 'us-pedsap', custom: [CALCIUM_ROW] } }],
    ['a custom row between two ages', custom({ ...CALCIUM_ROW, fromAge: a(1), toAge: a(16) })],
    ['custom rows with one limit', custom({ analyte: 'phosphate', unit: 'mmol/L', high: 1.5 })],
    [
      'custom rows that follow each other',
      custom({ ...CALCIUM_ROW, toAge: a(16) }, { ...CALCIUM_ROW, fromAge: a(16) })
    ],
    [
      'custom rows that follow each other in the other order',
      custom({ ...CALCIUM_ROW, fromAge: a(16) }, { ...CALCIUM_ROW, toAge: a(16) })
    ],
    [
      'custom rows of several analytes',
      custom(CALCIUM_ROW, { ...CALCIUM_ROW, analyte: 'adjustedCalcium' })
    ],
    [
      'damage that is not known beside a damage',
      { lesion: { damageBefore: 'unknown', damage: ['trauma'] } }
    ],
    ['no damage and an empty list', { lesion: { damageBefore: 'no', damage: [] } }],
    ['the same id in two lists', { conditions: [{ id: 'obesity' }], signs: [{ id: 'ulcer' }] }],
    ['each sex', { subject: { sex: 'other', age: ADULT.age } }]
  ])('%s', (_, findings) => {
    expect(assess(findings).ok).toBe(true);
  });

  test.each(Object.entries(UNITS).flatMap(([lab, units]) => units.map((unit) => [lab, unit])))(
    '%s in %s',
    (lab, unit) => {
      expect(assess({ labs: { [lab]: { value: 40, unit } } }).ok).toBe(true);
    }
  );

  test.each(EXPOSURES_AT_SITE)('%s with a site', (id) => {
    expect(assess({ exposures: [{ id, atLesionSite: 'yes', extravasation: 'no' }] }).ok).toBe(true);
  });
});

/** What is refused, with the path and the reason of each error. */
const REFUSED: [string, unknown, string[]][] = [
  [
    'a unit of another analyte',
    calcium({ value: 40, unit: 'g/L' }),
    ['labs.totalCalcium.unit unit-not-accepted']
  ],
  [
    'a unit that is no text',
    calcium({ value: 2.4, unit: 1 }),
    ['labs.totalCalcium.unit wrong-type']
  ],
  ['a figure without a unit', calcium({ value: 2.4 }), ['labs.totalCalcium.unit unit-missing']],
  [
    'a text for a figure',
    calcium({ value: '2.4', unit: 'mmol/L' }),
    ['labs.totalCalcium.value not-a-number']
  ],
  [
    'null for a figure',
    calcium({ value: null, unit: 'mmol/L' }),
    ['labs.totalCalcium.value not-a-number']
  ],
  [
    'a figure and a unit wrong at once',
    calcium({ value: null }),
    ['labs.totalCalcium.value not-a-number', 'labs.totalCalcium.unit unit-missing']
  ],
  [
    'an object for a figure',
    calcium({ value: { mmol: 2.4 }, unit: 'mmol/L' }),
    ['labs.totalCalcium.value not-a-number']
  ],
  [
    'a list for a figure',
    calcium({ value: [2.4], unit: 'mmol/L' }),
    ['labs.totalCalcium.value not-a-number']
  ],
  ['NaN', calcium(mmol(NaN)), ['labs.totalCalcium.value not-a-number']],
  ['infinity', calcium(mmol(Infinity)), ['labs.totalCalcium.value not-finite']],
  [
    '1e999 in a file',
    JSON.parse('{"labs":{"totalCalcium":{"value":1e999,"unit":"mmol/L"}}}'),
    ['labs.totalCalcium.value not-finite']
  ],
  ['a negative figure', calcium(mmol(-2.4)), ['labs.totalCalcium.value negative']],
  ['a negative infinity', calcium(mmol(-Infinity)), ['labs.totalCalcium.value not-finite']],
  ['zero', calcium(mmol(0)), ['labs.totalCalcium.value out-of-range']],
  ...LABS.filter((lab) => lab !== 'egfr').map((lab): [string, unknown, string[]] => [
    `zero for ${lab}`,
    { labs: { [lab]: { value: 0, unit: UNITS[lab][0] } } },
    [`labs.${lab}.value out-of-range`]
  ]),
  [
    'an eGFR below zero',
    { labs: { egfr: { value: -1, unit: 'mL/min/{1.73_m2}' } } },
    ['labs.egfr.value negative']
  ],
  [
    'a flag outside the list',
    calcium({ reported: 'raised' }),
    ['labs.totalCalcium.reported value-not-accepted']
  ],
  ['a flag that is no text', calcium({ reported: 1 }), ['labs.totalCalcium.reported wrong-type']],
  ['null for a flag', calcium({ reported: null }), ['labs.totalCalcium.reported wrong-type']],
  ['a unit without a figure', calcium({ unit: 'mmol/L' }), ['labs.totalCalcium.unit unknown-key']],
  [
    'an interval without a figure',
    calcium({ reported: 'high', interval: { high: 2.6 } }),
    ['labs.totalCalcium.interval unknown-key']
  ],
  [
    'a reversed interval',
    calcium(mmol(2.4, { interval: { low: 2.6, high: 2.2 } })),
    ['labs.totalCalcium.interval interval-reversed']
  ],
  [
    'an interval without limits',
    calcium(mmol(2.4, { interval: {} })),
    ['labs.totalCalcium.interval value-not-accepted']
  ],
  [
    'a text for a limit',
    calcium(mmol(2.4, { interval: { low: '2.2', high: 2.6 } })),
    ['labs.totalCalcium.interval.low not-a-number']
  ],
  [
    'a text for a limit that would be above the other',
    calcium(mmol(2.4, { interval: { low: '3', high: 2.6 } })),
    ['labs.totalCalcium.interval.low not-a-number']
  ],
  [
    'a text for a limit that would be below the other',
    calcium(mmol(2.4, { interval: { low: 2.6, high: '2' } })),
    ['labs.totalCalcium.interval.high not-a-number']
  ],
  [
    'a negative limit',
    calcium(mmol(2.4, { interval: { low: -1, high: 2.6 } })),
    ['labs.totalCalcium.interval.low negative']
  ],
  [
    'an infinite limit',
    calcium(mmol(2.4, { interval: { high: Infinity } })),
    ['labs.totalCalcium.interval.high not-finite']
  ],
  [
    'a list for an interval',
    calcium(mmol(2.4, { interval: [2.2, 2.6] })),
    ['labs.totalCalcium.interval wrong-type']
  ],
  [
    'an empty list for an interval',
    calcium(mmol(2.4, { interval: [] })),
    ['labs.totalCalcium.interval wrong-type']
  ],
  [
    'null for an interval',
    calcium(mmol(2.4, { interval: null })),
    ['labs.totalCalcium.interval wrong-type']
  ],
  [
    'a day that does not exist',
    calcium(mmol(2.4, { sampledOn: '2026-02-29' })),
    ['labs.totalCalcium.sampledOn date-not-valid']
  ],
  [
    'a month that does not exist',
    calcium(mmol(2.4, { sampledOn: '2026-13-01' })),
    ['labs.totalCalcium.sampledOn date-not-valid']
  ],
  [
    'a month without a day',
    calcium(mmol(2.4, { sampledOn: '2026-11' })),
    ['labs.totalCalcium.sampledOn date-not-valid']
  ],
  [
    'a date with a time',
    calcium(mmol(2.4, { sampledOn: '2026-11-20T08:00:00Z' })),
    ['labs.totalCalcium.sampledOn date-not-valid']
  ],
  [
    'a date with words before it',
    calcium(mmol(2.4, { sampledOn: 'on 2026-11-20' })),
    ['labs.totalCalcium.sampledOn date-not-valid']
  ],
  [
    'a date written otherwise',
    calcium(mmol(2.4, { sampledOn: '20.11.2026' })),
    ['labs.totalCalcium.sampledOn date-not-valid']
  ],
  [
    'a date that is no text',
    calcium(mmol(2.4, { sampledOn: 20261120 })),
    ['labs.totalCalcium.sampledOn wrong-type']
  ],
  [
    'a confirmation that is no yes or no',
    calcium(mmol(2.4, { confirmed: 'yes' })),
    ['labs.totalCalcium.confirmed wrong-type']
  ],
  [
    'another time than before treatment',
    calcium(mmol(2.4, { when: 'after' })),
    ['labs.totalCalcium.when value-not-accepted']
  ],
  [
    'an analyte that does not exist',
    { labs: { calcium: mmol(2.4) } },
    ['labs.calcium unknown-key']
  ],
  ['a key that does not exist', { note: 'x' }, ['note unknown-key']],
  [
    'every key that does not exist',
    { note: 'x', name: 'y', labs: { calcium: 1, sodium: 1 } },
    ['note unknown-key', 'name unknown-key', 'labs.calcium unknown-key', 'labs.sodium unknown-key']
  ],
  [
    'a prototype key in a file',
    JSON.parse('{"__proto__":{"x":1},"labs":{"__proto__":{}}}'),
    ['__proto__ unknown-key', 'labs.__proto__ unknown-key']
  ],
  [
    'a key that every object inherits',
    { constructor: 1, labs: { toString: 1 } },
    ['constructor unknown-key', 'labs.toString unknown-key']
  ],
  [
    'a list of keys that do not exist',
    {
      signs: [
        { id: 'fever', since: 1 },
        { id: 'pus', note: 1 }
      ]
    },
    ['signs.0.since unknown-key', 'signs.1.note unknown-key']
  ],
  ['null', null, [' wrong-type']],
  ['a list', [], [' wrong-type']],
  ['a text', 'x', [' wrong-type']],
  ['nothing', undefined, [' wrong-type']],
  [
    'lists for objects',
    { subject: [], labs: [], lesion: [], intervals: [] },
    ['subject wrong-type', 'labs wrong-type', 'lesion wrong-type', 'intervals wrong-type']
  ],
  ['a list with content for an object, once', { labs: [1, 2] }, ['labs wrong-type']],
  [
    'a list for an entry, an age, a row',
    {
      labs: { totalCalcium: [] },
      subject: { age: [] },
      intervals: { custom: [[]] },
      exposures: [[]],
      conditions: [[]]
    },
    [
      'labs.totalCalcium wrong-type',
      'subject.age wrong-type',
      'intervals.custom.0 wrong-type',
      'exposures.0 wrong-type',
      'conditions.0 wrong-type'
    ]
  ],
  [
    'null for objects and lists',
    {
      subject: null,
      labs: null,
      lesion: null,
      intervals: null,
      exposures: null,
      conditions: null,
      signs: null
    },
    [
      'subject wrong-type',
      'labs wrong-type',
      'lesion wrong-type',
      'intervals wrong-type',
      'exposures wrong-type',
      'conditions wrong-type',
      'signs wrong-type'
    ]
  ],
  ['null for an entry', { labs: { totalCalcium: null } }, ['labs.totalCalcium wrong-type']],
  [
    'null in a list',
    { exposures: [null], conditions: [null], lesion: { patterns: [null] } },
    ['exposures.0 wrong-type', 'conditions.0 wrong-type', 'lesion.patterns.0 wrong-type']
  ],
  [
    'objects for lists',
    { exposures: {}, signs: {}, lesion: { damage: {} }, intervals: { custom: {} } },
    [
      'exposures wrong-type',
      'signs wrong-type',
      'lesion.damage wrong-type',
      'intervals.custom wrong-type'
    ]
  ],
  [
    'ids that do not exist',
    {
      exposures: [{ id: 'x' }],
      conditions: [{ id: 'x' }],
      signs: [{ id: 'x' }],
      lesion: { damage: ['x'], patterns: ['x'] },
      intervals: { set: 'x', custom: [{ ...CALCIUM_ROW, analyte: 'x' }] }
    },
    [
      'exposures.0.id unknown-id',
      'conditions.0.id unknown-id',
      'signs.0.id unknown-id',
      'lesion.damage.0 unknown-id',
      'lesion.patterns.0 unknown-id',
      'intervals.set unknown-id',
      'intervals.custom.0.analyte unknown-id'
    ]
  ],
  [
    'entries without an id',
    { exposures: [{}], conditions: [{}], signs: [{ status: 'yes' }] },
    ['exposures.0.id unknown-id', 'conditions.0.id unknown-id', 'signs.0.id unknown-id']
  ],
  [
    'several entries without an id',
    { exposures: [{}, {}], conditions: [null, null], lesion: { damage: [1, 1] } },
    [
      'exposures.0.id unknown-id',
      'exposures.1.id unknown-id',
      'conditions.0 wrong-type',
      'conditions.1 wrong-type',
      'lesion.damage.0 wrong-type',
      'lesion.damage.1 wrong-type'
    ]
  ],
  [
    'an id that is present but undefined',
    { conditions: [{ id: undefined }], lesion: { damage: [undefined] } },
    ['conditions.0.id unknown-id', 'lesion.damage.0 unknown-id']
  ],
  [
    'an id that is no text',
    { conditions: [{ id: 1 }], lesion: { damage: [1] } },
    ['conditions.0.id wrong-type', 'lesion.damage.0 wrong-type']
  ],
  [
    'an answer outside the list',
    {
      conditions: [{ id: 'obesity', status: 'maybe' }],
      exposures: [{ id: 'iv-calcium', atLesionSite: 'maybe', extravasation: 1 }],
      otherConditions: 'no',
      otherExposures: 'yes',
      lesion: { damageBefore: 'maybe', depositConfirmed: 'maybe' },
      subject: { sex: 'f' }
    },
    [
      'conditions.0.status value-not-accepted',
      'exposures.0.atLesionSite value-not-accepted',
      'exposures.0.extravasation wrong-type',
      'otherConditions value-not-accepted',
      'otherExposures value-not-accepted',
      'lesion.damageBefore value-not-accepted',
      'lesion.depositConfirmed value-not-accepted',
      'subject.sex value-not-accepted'
    ]
  ],
  [
    'an id that stands twice',
    {
      conditions: [{ id: 'obesity' }, { id: 'diabetes' }, { id: 'obesity' }],
      exposures: [{ id: 'vitamin-d' }, { id: 'vitamin-d' }],
      signs: [{ id: 'pus' }, { id: 'pus' }, { id: 'pus' }],
      lesion: { damage: ['trauma', 'trauma'], patterns: ['vulvar', 'scrotal', 'vulvar'] }
    },
    [
      'conditions.2.id duplicate-id',
      'exposures.1.id duplicate-id',
      'signs.1.id duplicate-id',
      'signs.2.id duplicate-id',
      'lesion.damage.1 duplicate-id',
      'lesion.patterns.2 duplicate-id'
    ]
  ],
  [
    'a site for what is never at the site',
    {
      exposures: [{ id: 'vitamin-d', atLesionSite: 'yes', extravasation: 'no' }]
    },
    ['exposures.0.atLesionSite unknown-key', 'exposures.0.extravasation unknown-key']
  ],
  [
    'damage that is denied and listed',
    { lesion: { damageBefore: 'no', damage: ['trauma'] } },
    ['lesion.damageBefore value-not-accepted']
  ],
  ['an age above 130 years', { subject: { age: a(130.1) } }, ['subject.age.value out-of-range']],
  [
    'an age above 130 years in months',
    { subject: { age: { value: 1561, unit: 'mo' } } },
    ['subject.age.value out-of-range']
  ],
  ['an age without a unit', { subject: { age: { value: 3 } } }, ['subject.age.unit unit-missing']],
  ['an age without a value', { subject: { age: { unit: 'a' } } }, ['subject.age.unit unknown-key']],
  [
    'an age in a unit that is none',
    { subject: { age: { value: 3, unit: 'y' } } },
    ['subject.age.unit unit-not-accepted']
  ],
  ['a negative age', { subject: { age: a(-1) } }, ['subject.age.value negative']],
  ['an infinite age', { subject: { age: a(Infinity) } }, ['subject.age.value not-finite']],
  ['an age that is a text', { subject: { age: a('3') } }, ['subject.age.value not-a-number']],
  [
    'a custom row without an analyte',
    custom({ unit: 'mmol/L', high: 2 }),
    ['intervals.custom.0.analyte unknown-id']
  ],
  [
    'custom rows without an analyte, which cannot overlap',
    custom({ unit: 'mmol/L', high: 2 }, { unit: 'mmol/L', high: 2 }),
    ['intervals.custom.0.analyte unknown-id', 'intervals.custom.1.analyte unknown-id']
  ],
  [
    'a custom row without a unit',
    custom({ analyte: 'phosphate', high: 2 }),
    ['intervals.custom.0.unit unit-missing']
  ],
  [
    'a custom row in a unit of another analyte',
    custom({ ...CALCIUM_ROW, unit: 'g/L' }),
    ['intervals.custom.0.unit unit-not-accepted']
  ],
  [
    'a custom row with a unit that is no text',
    custom({ ...CALCIUM_ROW, unit: 1 }),
    ['intervals.custom.0.unit wrong-type']
  ],
  [
    'a custom row of an unknown analyte in any unit',
    custom({ analyte: 'x', unit: 'g/L', high: 2 }),
    ['intervals.custom.0.analyte unknown-id']
  ],
  [
    'a custom row without limits',
    custom({ analyte: 'phosphate', unit: 'mmol/L' }),
    ['intervals.custom.0 value-not-accepted']
  ],
  [
    'a custom row with reversed limits',
    custom({ ...CALCIUM_ROW, low: 3 }),
    ['intervals.custom.0 interval-reversed']
  ],
  [
    'a custom row with reversed ages',
    custom({ ...CALCIUM_ROW, fromAge: a(16), toAge: a(15) }),
    ['intervals.custom.0 interval-reversed']
  ],
  [
    'a custom row that ends where it begins',
    custom({ ...CALCIUM_ROW, fromAge: a(1), toAge: { value: 12, unit: 'mo' } }),
    ['intervals.custom.0 interval-reversed']
  ],
  [
    'a custom row with limits and ages reversed, once',
    custom({ ...CALCIUM_ROW, low: 3, fromAge: a(2), toAge: a(1) }),
    ['intervals.custom.0 interval-reversed']
  ],
  [
    'a custom row that begins too late',
    custom({ ...CALCIUM_ROW, fromAge: a(131) }),
    ['intervals.custom.0.fromAge.value out-of-range']
  ],
  [
    'custom rows of one analyte that overlap',
    custom(CALCIUM_ROW, { ...CALCIUM_ROW, fromAge: a(16) }),
    ['intervals.custom.1 duplicate-id']
  ],
  [
    'custom rows that overlap from birth on',
    custom({ ...CALCIUM_ROW, toAge: a(16) }, { ...CALCIUM_ROW, toAge: a(18) }),
    ['intervals.custom.1 duplicate-id']
  ],
  [
    'custom rows that overlap by one year',
    custom(
      { ...CALCIUM_ROW, toAge: a(17) },
      { ...CALCIUM_ROW, analyte: 'phosphate' },
      { ...CALCIUM_ROW, fromAge: a(16) }
    ),
    ['intervals.custom.2 duplicate-id']
  ]
];

describe('refused, with the path and the reason', () => {
  test.each(REFUSED)('%s', (_, findings, errors) => {
    expect(refusals(findings).sort()).toEqual([...errors].sort());
  });

  test('all errors at once', () => {
    expect(
      refusals({
        extra: 1,
        labs: { totalCalcium: { value: '2', unit: 'mg' }, phosphate: { value: 1 } },
        conditions: [{ id: 'x' }],
        signs: [{ id: 'fever' }, { id: 'fever' }]
      }).sort()
    ).toEqual(
      [
        'extra unknown-key',
        'labs.totalCalcium.value not-a-number',
        'labs.totalCalcium.unit unit-not-accepted',
        'labs.phosphate.unit unit-missing',
        'conditions.0.id unknown-id',
        'signs.1.id duplicate-id'
      ].sort()
    );
  });

  test('of what stands in one place only the first thing that is wrong', () => {
    expect(refusals({ exposures: [{ id: 'vitamin-d', atLesionSite: 1 }] })).toEqual([
      'exposures.0.atLesionSite unknown-key'
    ]);
    expect(refusals(calcium({ interval: { low: 'x' } }))).toEqual([
      'labs.totalCalcium.interval unknown-key'
    ]);
    expect(refusals(calcium({ interval: [] }))).toEqual(['labs.totalCalcium.interval unknown-key']);
    expect(refusals({ signs: [{ id: 'x' }, { id: 'x' }] })).toEqual([
      'signs.0.id unknown-id',
      'signs.1.id unknown-id'
    ]);
  });

  test('what is inside a list in the place of an object is not judged as well', () => {
    expect(refusals({ labs: [{ totalCalcium: 1 }], lesion: [] })).toEqual([
      'labs wrong-type',
      'lesion wrong-type'
    ]);
  });

  test('and nothing of the input is changed', () => {
    const findings = settled();
    const before = structuredClone(findings);
    assess(findings);
    expect(findings).toEqual(before);
  });
});

/** What an error says it received, and what would be accepted. */
describe('each error tells what stood there and what is accepted', () => {
  const ANSWERS = ['yes', 'no', 'unknown'];
  test.each([
    ['a unit', calcium({ value: 40, unit: 'g/L' }), 'g/L', ['mmol/L', 'mg/dL', 'meq/L']],
    ['no unit', calcium({ value: 40 }), null, ['mmol/L', 'mg/dL', 'meq/L']],
    ['no unit of age', { subject: { age: { value: 40 } } }, null, ['a', 'mo', 'wk', 'd']],
    ['a text for a figure', calcium(mmol('x' as never)), 'x', ['number']],
    ['a negative figure', calcium(mmol(-1)), -1, ['number', 'above 0']],
    ['infinity', calcium(mmol(Infinity)), Infinity, ['number']],
    ['zero', calcium(mmol(0)), 0, ['number', 'above 0']],
    ['a date', calcium({ sampledOn: 'x' }), 'x', ['YYYY-MM-DD']],
    ['a confirmation', calcium({ confirmed: 1 }), 1, ['boolean']],
    ['a flag', calcium({ reported: 'x' }), 'x', ['low', 'normal', 'high']],
    ['a time', calcium({ when: 'x' }), 'x', ['before-treatment']],
    [
      'a reversed interval',
      calcium(mmol(2, { interval: { low: 3, high: 2 } })),
      { low: 3, high: 2 },
      ['low not above high']
    ],
    ['an analyte', { labs: { x: 1 } }, 1, [...LABS]],
    [
      'a key',
      { x: 1 },
      1,
      [
        'subject',
        'intervals',
        'labs',
        'exposures',
        'otherExposures',
        'conditions',
        'otherConditions',
        'lesion',
        'signs'
      ]
    ],
    ['a list for an object', { labs: [] }, [], ['Object']],
    ['null for an object', { labs: null }, null, ['Object']],
    ['an object for a list', { signs: {} }, {}, ['Array']],
    ['an exposure', { exposures: [{ id: 'x' }] }, 'x', [...EXPOSURES]],
    ['no exposure', { exposures: [{}] }, null, [...EXPOSURES]],
    ['no condition', { conditions: [{}] }, null, [...CONDITIONS]],
    ['no sign', { signs: [{}] }, null, [...SIGNS]],
    ['no analyte', custom({ unit: 'mmol/L', high: 1 }), null, [...LABS]],
    ['a custom unit', custom({ ...CALCIUM_ROW, unit: 'x' }), 'x', ['mmol/L', 'mg/dL', 'meq/L']],
    ['no custom unit', custom({ analyte: 'phosphate', high: 1 }), null, ['mmol/L', 'mg/dL']],
    ['no custom unit of an unknown analyte', custom({ analyte: 'x', high: 1 }), 'x', [...LABS]],
    ['a set', { intervals: { set: 'x' } }, 'x', [...INTERVAL_SETS]],
    ['a damage', { lesion: { damage: ['x'] } }, 'x', [...DAMAGES]],
    ['a pattern', { lesion: { patterns: ['x'] } }, 'x', [...PATTERNS]],
    ['an answer', { conditions: [{ id: 'obesity', status: 'x' }] }, 'x', ANSWERS],
    ['others', { otherConditions: 'x' }, 'x', ['none', 'unknown']],
    [
      'damage denied and listed',
      { lesion: { damageBefore: 'no', damage: ['trauma'] } },
      'no',
      ['yes', 'unknown']
    ],
    ['an age', { subject: { age: a(131) } }, 131, ['number', 'at most 130 a']],
    ['an age below zero', { subject: { age: a(-1) } }, -1, ['number', '0 or above']],
    ['a limit below zero', custom({ ...CALCIUM_ROW, low: -1 }), -1, ['number', '0 or above']],
    [
      'an upper limit below zero',
      custom({ analyte: 'phosphate', unit: 'mmol/L', high: -1 }),
      -1,
      ['number', '0 or above']
    ],
    [
      'a beginning below zero',
      custom({ ...CALCIUM_ROW, fromAge: a(-1) }),
      -1,
      ['number', '0 or above']
    ],
    ['an end below zero', custom({ ...CALCIUM_ROW, toAge: a(-1) }), -1, ['number', '0 or above']],
    ['a late end', custom({ ...CALCIUM_ROW, toAge: a(131) }), 131, ['number', 'at most 130 a']],
    [
      'an eGFR below zero',
      { labs: { egfr: { value: -1, unit: 'mL/min/{1.73_m2}' } } },
      -1,
      ['number', '0 or above']
    ],
    [
      'a concentration below zero',
      calcium({ value: -1, unit: 'mmol/L' }),
      -1,
      ['number', 'above 0']
    ],
    ['a concentration of zero', calcium({ value: 0, unit: 'mmol/L' }), 0, ['number', 'above 0']],
    [
      'ages the wrong way round',
      custom({ ...CALCIUM_ROW, fromAge: a(16), toAge: a(1) }),
      { ...CALCIUM_ROW, fromAge: a(16), toAge: a(1) },
      ['low not above high', 'toAge above fromAge']
    ],
    ['a duplicate', { signs: [{ id: 'pus' }, { id: 'pus' }] }, 'pus', []],
    ['a duplicate pattern', { lesion: { patterns: ['vulvar', 'vulvar'] } }, 'vulvar', []],
    ['a unit without a figure', calcium({ unit: 'mmol/L' }), 'mmol/L', []],
    ['a site elsewhere', { exposures: [{ id: 'vitamin-d', atLesionSite: 'no' }] }, 'no', []]
  ] as [string, unknown, unknown, string[]][])('%s', (_, findings, received, accepted) => {
    expect(errorsOf(findings)[0]).toMatchObject({ received, accepted });
  });
});
