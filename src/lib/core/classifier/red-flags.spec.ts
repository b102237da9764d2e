import { describe, expect, test } from 'vitest';
import {
  assessed,
  CHILD,
  INFANT,
  mg,
  mmol,
  only,
  redFlagsOf,
  settled,
  yes,
  type Input,
  type LabInput
} from '../../../../tests/support/findings';
import { SIGNS, type RedFlagId, type SignId } from './vocabulary';

const flagOf = (id: RedFlagId, findings: Input) =>
  assessed(findings).redFlags.find((flag) => flag.id === id);

/** Which flags each sign raises in an adult without any risk. */
const BY_SIGN: Record<SignId, RedFlagId[]> = {
  'retiform-purpura-or-livedo': ['possible-calciphylaxis'],
  'painful-violaceous-plaque': ['possible-calciphylaxis'],
  'necrosis-without-trauma': ['possible-calciphylaxis'],
  'painful-ulcer': ['exposed-or-ulcerated'],
  'painful-nodule': [],
  pus: ['infected-deposit'],
  fever: ['infected-deposit'],
  'spreading-redness': ['infected-deposit'],
  'draining-sinus': ['infected-deposit', 'exposed-or-ulcerated'],
  'infection-diagnosed': ['infected-deposit'],
  ulcer: ['exposed-or-ulcerated'],
  'deposit-through-skin': ['exposed-or-ulcerated'],
  'necrosis-over-deposit': ['exposed-or-ulcerated'],
  'vessel-nerve-tendon-at-risk': ['threatened-structure'],
  'nerve-compression': ['threatened-structure'],
  confusion: [],
  polyuria: [],
  'rhythm-change': [],
  'bone-pain': [],
  cytopenia: [],
  'ulcer-on-burn-scar': ['ulcer-on-burn-scar']
};

describe('a sign alone', () => {
  test.each(SIGNS)('%s', (sign) => {
    for (const findings of [settled(), only()])
      expect(assessed({ ...findings, signs: yes(sign) }).redFlags).toEqual(
        BY_SIGN[sign].map((id) => ({
          id,
          inputs: [`signs.${sign}`],
          ...(id === 'possible-calciphylaxis' && { risks: [] })
        }))
      );
  });

  test.each(SIGNS)('%s answered no or unknown raises nothing', (sign) => {
    for (const status of ['no', 'unknown', undefined])
      expect(redFlagsOf(only({ signs: [{ id: sign, status }] }))).toEqual([]);
  });
});

describe('possible calciphylaxis', () => {
  test('is raised by the known diagnosis', () => {
    expect(flagOf('possible-calciphylaxis', settled({ conditions: yes('calciphylaxis') }))).toEqual(
      {
        id: 'possible-calciphylaxis',
        inputs: ['conditions.calciphylaxis'],
        risks: []
      }
    );
  });

  const RISKS: [string, Input][] = [
    ...[
      'dialysis',
      'renal-failure',
      'hyperparathyroidism',
      'malignancy',
      'obesity',
      'diabetes',
      'liver-disease'
    ].map((id): [string, Input] => [id, { conditions: yes(id) }]),
    ['vitamin-k-antagonist', { exposures: yes('vitamin-k-antagonist') }]
  ];
  test.each(RISKS)('is raised by a painful ulcer or nodule together with %s', (risk, findings) => {
    for (const sign of ['painful-ulcer', 'painful-nodule'])
      expect(flagOf('possible-calciphylaxis', settled({ ...findings, signs: yes(sign) }))).toEqual({
        id: 'possible-calciphylaxis',
        inputs: [`signs.${sign}`],
        risks: [risk]
      });
    expect(redFlagsOf(settled(findings))).toEqual([]);
  });

  test('is not raised by them with a condition that is no risk', () => {
    for (const findings of [
      { conditions: yes('sarcoidosis', 'paraprotein') },
      { exposures: yes('vitamin-d') },
      { conditions: [{ id: 'dialysis', status: 'unknown' }] }
    ])
      expect(redFlagsOf(settled({ ...findings, signs: yes('painful-nodule') }))).toEqual([]);
  });

  test('lists every known risk, and every sign', () => {
    expect(
      flagOf(
        'possible-calciphylaxis',
        settled({
          conditions: yes('obesity', 'dialysis'),
          exposures: yes('vitamin-k-antagonist'),
          signs: yes('painful-ulcer', 'necrosis-without-trauma')
        })
      )
    ).toEqual({
      id: 'possible-calciphylaxis',
      inputs: ['signs.necrosis-without-trauma', 'signs.painful-ulcer'],
      risks: ['dialysis', 'vitamin-k-antagonist', 'obesity']
    });
  });
});

describe('hypercalcaemic crisis', () => {
  const CALCIUM = 'totalCalcium';
  const isCrisis = (labs: Record<string, LabInput>, more: Input = {}) =>
    redFlagsOf(only({ labs, ...more })).includes('hypercalcaemic-crisis');

  test.each([
    ['mmol/L', 3.494, 3.495, 3.5],
    ['mg/dL', 13.94, 13.95, 14],
    ['meq/L', 6.994, 6.995, 7]
  ])('at or above the threshold in %s, as displayed', (unit, below, at, threshold) => {
    for (const analyte of [CALCIUM, 'adjustedCalcium']) {
      expect(isCrisis({ [analyte]: { value: below, unit } })).toBe(false);
      expect(isCrisis({ [analyte]: { value: at, unit } })).toBe(true);
      expect(isCrisis({ [analyte]: { value: threshold, unit } })).toBe(true);
    }
  });

  test('the decimals of a printed interval do not move a threshold', () => {
    expect(isCrisis({ [CALCIUM]: mmol(3.495, { interval: { high: 2.603 } }) })).toBe(true);
  });

  test.each([
    ['mmol/L', 2.994, 2.995],
    ['mg/dL', 11.94, 11.95],
    ['meq/L', 5.994, 5.995]
  ])('from the lower step in %s with a symptom', (unit, below, at) => {
    for (const sign of ['confusion', 'polyuria', 'rhythm-change']) {
      const signs = yes(sign);
      expect(isCrisis({ [CALCIUM]: { value: below, unit } }, { signs })).toBe(false);
      expect(isCrisis({ [CALCIUM]: { value: at, unit } }, { signs })).toBe(true);
      expect(isCrisis({ [CALCIUM]: { value: at, unit } })).toBe(false);
    }
    expect(isCrisis({ [CALCIUM]: { value: at, unit } }, { signs: yes('fever') })).toBe(false);
  });

  test('from the lower step under one year, without a symptom', () => {
    expect(isCrisis({ [CALCIUM]: mmol(3) }, { subject: INFANT })).toBe(true);
    expect(isCrisis({ [CALCIUM]: mmol(2.99) }, { subject: INFANT })).toBe(false);
    expect(isCrisis({ [CALCIUM]: mmol(3) }, { subject: { age: { value: 1, unit: 'a' } } })).toBe(
      false
    );
    expect(isCrisis({ [CALCIUM]: mmol(3) }, { subject: {} })).toBe(false);
    expect(isCrisis({ [CALCIUM]: { reported: 'high' } }, { subject: INFANT })).toBe(false);
  });

  test.each(['totalCalcium', 'adjustedCalcium', 'ionisedCalcium'])(
    '%s reported high with a symptom, whatever a printed interval says',
    (analyte) => {
      const signs = yes('confusion');
      expect(isCrisis({ [analyte]: { reported: 'high' } }, { signs })).toBe(true);
      expect(isCrisis({ [analyte]: { reported: 'normal' } }, { signs })).toBe(false);
      expect(isCrisis({ [analyte]: { reported: 'high' } })).toBe(false);
      expect(
        isCrisis({ [analyte]: mmol(1.3, { interval: { high: 2 }, reported: 'high' }) }, { signs })
      ).toBe(true);
    }
  );

  test('ionised calcium raised with a symptom', () => {
    const signs = yes('polyuria');
    expect(isCrisis({ ionisedCalcium: mmol(1.34) }, { signs })).toBe(true);
    expect(isCrisis({ ionisedCalcium: mmol(1.33) }, { signs })).toBe(false);
    expect(isCrisis({ ionisedCalcium: mmol(1.34) })).toBe(false);
    expect(isCrisis({ ionisedCalcium: mmol(2.2) })).toBe(false);
  });

  test('a computed value counts, also when another calcium decides', () => {
    const albumin = { value: 20, unit: 'g/L' };
    expect(isCrisis({ [CALCIUM]: mmol(3.1), albumin })).toBe(true);
    expect(isCrisis({ [CALCIUM]: mmol(3.09), albumin })).toBe(false);
    expect(isCrisis({ [CALCIUM]: mmol(3.1), albumin, ionisedCalcium: mmol(1.2) })).toBe(true);
  });

  test('a value from before the treatment does not count', () => {
    expect(isCrisis({ [CALCIUM]: mmol(3.8, { when: 'before-treatment' }) })).toBe(false);
  });

  test('names the calcium that is high, and the symptoms', () => {
    expect(
      flagOf(
        'hypercalcaemic-crisis',
        only({
          labs: { ionisedCalcium: mmol(1.2), totalCalcium: mmol(3.6) },
          signs: yes('rhythm-change', 'confusion', 'fever')
        })
      )
    ).toEqual({
      id: 'hypercalcaemic-crisis',
      inputs: ['labs.totalCalcium', 'signs.confusion', 'signs.rhythm-change']
    });
  });

  test('names the ionised calcium that is raised', () => {
    const findings = only({ labs: { ionisedCalcium: mmol(1.34) }, signs: yes('polyuria') });
    expect(flagOf('hypercalcaemic-crisis', findings)?.inputs).toEqual([
      'labs.ionisedCalcium',
      'signs.polyuria'
    ]);
  });

  test('names the albumin, too, where only the computed value reaches the step', () => {
    const labs = { totalCalcium: mmol(3.3), albumin: { value: 30, unit: 'g/L' } };
    expect(flagOf('hypercalcaemic-crisis', only({ labs }))).toEqual({
      id: 'hypercalcaemic-crisis',
      inputs: ['labs.totalCalcium', 'labs.albumin']
    });
  });

  test('names the age, where it is the age that makes it one', () => {
    const labs = { totalCalcium: mmol(3) };
    expect(flagOf('hypercalcaemic-crisis', only({ labs, subject: INFANT }))).toEqual({
      id: 'hypercalcaemic-crisis',
      inputs: ['labs.totalCalcium', 'subject.age']
    });
  });
});

test('a crisis by the adjusted calcium as reported names that entry', () => {
  const labs = { adjustedCalcium: mmol(3.6) };
  expect(flagOf('hypercalcaemic-crisis', only({ labs }))).toEqual({
    id: 'hypercalcaemic-crisis',
    inputs: ['labs.adjustedCalcium']
  });
});

describe('a suspected slip raises a flag when one of its readings does', () => {
  const flags = (labs: Record<string, LabInput>, more: Input = {}) =>
    redFlagsOf(only({ labs, ...more }));

  test('total calcium of 12.5 mmol/L, which would be 12.5 mg/dL', () => {
    expect(flags({ totalCalcium: mmol(12.5) })).toEqual([]);
    expect(flags({ totalCalcium: mmol(12.5) }, { signs: yes('confusion') })).toEqual([
      'hypercalcaemic-crisis'
    ]);
    expect(flags({ totalCalcium: mmol(9.5) }, { signs: yes('confusion') })).toEqual([]);
  });

  test('total calcium of 14 mmol/L counts: in no unit would it be ordinary', () => {
    expect(flags({ totalCalcium: mmol(14) })).toEqual(['hypercalcaemic-crisis']);
  });

  test('as another kind of calcium, even beside a figure of that kind', () => {
    const signs = yes('confusion');
    expect(flags({ ionisedCalcium: mmol(3.1) }, { signs })).toEqual(['hypercalcaemic-crisis']);
    expect(flags({ ionisedCalcium: mmol(3.1), totalCalcium: mmol(2.4) }, { signs })).toEqual([
      'hypercalcaemic-crisis'
    ]);
    expect(flags({ ionisedCalcium: mmol(3.2) }, { subject: INFANT })).toEqual([
      'hypercalcaemic-crisis',
      'child-systemic-illness'
    ]);
    expect(
      flags({ ionisedCalcium: mmol(3.2), totalCalcium: mmol(2.4) }, { subject: INFANT })
    ).toEqual(['hypercalcaemic-crisis', 'child-systemic-illness']);
  });

  test('and the flag names what was entered, not what it may have been', () => {
    const labs = { ionisedCalcium: { value: 12, unit: 'mg/dL' } };
    expect(flagOf('hypercalcaemic-crisis', only({ labs, signs: yes('confusion') }))).toEqual({
      id: 'hypercalcaemic-crisis',
      inputs: ['labs.ionisedCalcium', 'signs.confusion']
    });
  });

  test('as does the slip of an albumin that the adjustment needs', () => {
    const labs = { totalCalcium: mmol(3.4), albumin: { value: 2.5, unit: 'g/L' } };
    expect(flags(labs)).toEqual(['hypercalcaemic-crisis']);
    expect(flags({ totalCalcium: mmol(3.4) })).toEqual([]);
    expect(flags({ ...labs, totalCalcium: mmol(2.4) })).toEqual([]);
  });

  test('its laboratory flag still counts', () => {
    expect(
      flags({ totalCalcium: mmol(9.5, { reported: 'high' }) }, { signs: yes('confusion') })
    ).toEqual(['hypercalcaemic-crisis']);
  });

  test('each flag stands once, and no other flag is repeated', () => {
    const signs = yes('confusion', 'fever', 'bone-pain');
    expect(
      flags({ totalCalcium: mmol(12.5, { reported: 'high' }) }, { signs, subject: CHILD })
    ).toEqual(['infected-deposit', 'hypercalcaemic-crisis', 'child-systemic-illness']);
  });

  test('a reading keeps the flag and the interval of the figure', () => {
    expect(
      flags(
        { totalCalcium: mmol(12.4, { interval: { low: 8.8, high: 12.5 } }) },
        { subject: CHILD }
      )
    ).toEqual([]);
    expect(flags({ totalCalcium: mmol(12.4) }, { subject: CHILD })).toEqual([
      'child-systemic-illness'
    ]);
  });

  test('a slip of phosphate raises none', () => {
    expect(flags({ phosphate: mmol(3.5) }, { subject: CHILD })).toEqual([]);
  });
});

describe('systemic illness of a child', () => {
  const flag = (findings: Input) => flagOf('child-systemic-illness', findings);
  const at = (value: number, unit = 'a') => ({ age: { value, unit } });

  test('bone pain or cytopenia under 16 years, or with the age not known', () => {
    for (const sign of ['bone-pain', 'cytopenia']) {
      const signs = yes(sign);
      for (const subject of [{}, at(0, 'd'), at(15.99)])
        expect(flag({ subject, signs })?.inputs).toEqual([`signs.${sign}`]);
      expect(flag({ subject: at(16), signs })).toBeUndefined();
    }
  });

  test('raised calcium under 16 years, by the value that decides', () => {
    const labs = { totalCalcium: mmol(2.9) };
    expect(flag({ subject: at(15.99), labs })?.inputs).toEqual(['labs.totalCalcium']);
    expect(flag({ subject: at(16), labs })).toBeUndefined();
    expect(flag({ subject: {}, labs })).toBeUndefined();
    expect(flag({ subject: CHILD, labs: { totalCalcium: mmol(2.6) } })).toBeUndefined();
    expect(flag({ subject: CHILD, labs: { phosphate: mmol(2.4) } })).toBeUndefined();
    expect(
      flag({ subject: CHILD, labs: { ...labs, ionisedCalcium: { reported: 'normal' } } })
    ).toBeUndefined();
  });

  test.each(['hyperparathyroidism', 'hypervitaminosis-d', 'milk-alkali'])(
    'raised calcium is explained by %s, the signs are not',
    (id) => {
      const findings = {
        subject: CHILD,
        labs: { totalCalcium: mg(12) },
        conditions: yes(id)
      };
      expect(flag(findings)).toBeUndefined();
      expect(flag({ ...findings, signs: yes('cytopenia') })?.inputs).toEqual(['signs.cytopenia']);
    }
  );

  test('an explanation that is not known to be there explains nothing', () => {
    expect(
      flag({
        subject: CHILD,
        labs: { totalCalcium: mg(12) },
        conditions: [
          { id: 'milk-alkali', status: 'unknown' },
          { id: 'sarcoidosis', status: 'yes' }
        ]
      })
    ).toBeDefined();
  });
});
