import { describe, expect, test } from 'vitest';
import vocabulary from '../../../../tests/fixtures/vocabulary.json';
import {
  asJson,
  assessed,
  CALCIUM_HIGH,
  CALCIUM_LOW,
  CALCIUM_NORMAL,
  CHILD,
  INFANT,
  mmol,
  PHOSPHATE_HIGH,
  PHOSPHATE_LOW,
  settled,
  yes,
  type Input
} from '../../../../tests/support/findings';
import { cautionsOf } from './cautions';
import { evaluate } from './evaluate';
import type { Findings } from './findings';
import { redFlagsOf } from './red-flags';
import type { CautionId } from './vocabulary';

interface Raised {
  when: string;
  findings: Input;
  inputs: string[];
}

/** What the specification has a caution touch: of "C or P" the facts whose figure it names. */
function specified(id: CautionId, inputs: string[]): string[] {
  const text = (vocabulary.cautions as Record<string, string>)[id]!;
  if (text.startsWith('nothing')) return [];
  if (text === 'C or P')
    return [...new Set(inputs.map((input) => (input === 'labs.phosphate' ? 'p' : 'c')))];
  return [...text.matchAll(/[CPT]/g)].map(([letter]) => letter.toLowerCase());
}

/** Every caution with the facts that it makes doubtful. */
function touching(findings: Input) {
  const evaluation = evaluate(asJson(settled(findings)) as Findings);
  return cautionsOf(evaluation, redFlagsOf(evaluation));
}

const RAISED: [CautionId, Raised[]][] = [
  [
    'laboratory-flag-disagrees',
    [
      {
        when: 'calcium inside its printed interval is flagged high',
        findings: {
          labs: { totalCalcium: mmol(2.4, { interval: { high: 2.6 }, reported: 'high' }) }
        },
        inputs: ['labs.totalCalcium']
      },
      {
        when: 'phosphate inside its printed interval is flagged low',
        findings: { labs: { phosphate: mmol(1.1, { interval: { high: 1.5 }, reported: 'low' }) } },
        inputs: ['labs.phosphate']
      }
    ]
  ],
  [
    'depends-on-laboratory-interval',
    [
      {
        when: 'another set would say otherwise',
        findings: { labs: { totalCalcium: mmol(2.58) } },
        inputs: ['labs.totalCalcium']
      },
      {
        when: 'the chosen set has no row for either figure',
        findings: {
          intervals: { set: 'us-national-jewish' },
          subject: { age: { value: 40, unit: 'a' } }
        },
        inputs: ['labs.totalCalcium']
      },
      {
        when: 'an adjusted value decides',
        findings: {
          labs: { totalCalcium: mmol(2.58), albumin: { value: 40, unit: 'g/L' } }
        },
        inputs: ['labs.totalCalcium', 'labs.albumin']
      }
    ]
  ],
  [
    'marginal-value',
    [
      {
        when: 'calcium is 2.65',
        findings: { labs: { totalCalcium: mmol(2.65) } },
        inputs: ['labs.totalCalcium']
      },
      {
        when: 'both are raised by little',
        findings: { labs: { totalCalcium: mmol(2.65), phosphate: mmol(1.55) } },
        inputs: ['labs.totalCalcium', 'labs.phosphate']
      }
    ]
  ],
  [
    'low-calcium',
    [
      {
        when: 'calcium is low',
        findings: { labs: { totalCalcium: CALCIUM_LOW } },
        inputs: ['labs.totalCalcium']
      },
      {
        when: 'the deciding calcium is reported low',
        findings: { labs: { ionisedCalcium: { reported: 'low' } } },
        inputs: ['labs.ionisedCalcium']
      }
    ]
  ],
  [
    'low-phosphate',
    [
      {
        when: 'phosphate is low',
        findings: { labs: { phosphate: PHOSPHATE_LOW } },
        inputs: ['labs.phosphate']
      }
    ]
  ],
  [
    'consider-hypoparathyroidism',
    [
      {
        when: 'calcium is low and phosphate raised',
        findings: { labs: { totalCalcium: CALCIUM_LOW, phosphate: PHOSPHATE_HIGH } },
        inputs: ['labs.totalCalcium', 'labs.phosphate']
      },
      {
        when: 'nothing is known of the kidneys',
        findings: {
          labs: { totalCalcium: CALCIUM_LOW, phosphate: PHOSPHATE_HIGH },
          otherConditions: 'unknown'
        },
        inputs: ['labs.totalCalcium', 'labs.phosphate']
      }
    ]
  ],
  [
    'reported-interval-unknown',
    [
      {
        when: 'a child’s phosphate is only reported',
        findings: { subject: CHILD, labs: { phosphate: { reported: 'normal' } } },
        inputs: ['labs.phosphate']
      },
      {
        when: 'both are only reported and the age is not known',
        findings: {
          subject: {},
          labs: { totalCalcium: { reported: 'normal' }, phosphate: { reported: 'normal' } }
        },
        inputs: ['labs.totalCalcium', 'labs.phosphate']
      },
      {
        when: 'a child’s calcium has a figure and a flag',
        findings: { subject: CHILD, labs: { totalCalcium: mmol(2.4, { reported: 'normal' }) } },
        inputs: ['labs.totalCalcium']
      }
    ]
  ],
  [
    'product-disagrees',
    [
      {
        when: 'the product is reported high and neither figure is',
        findings: { labs: { calciumPhosphateProduct: { reported: 'high' } } },
        inputs: ['labs.calciumPhosphateProduct']
      }
    ]
  ],
  [
    'metastatic-disease-with-normal-figures',
    [
      ...[
        'renal-failure',
        'dialysis',
        'hyperparathyroidism',
        'sarcoidosis',
        'hypervitaminosis-d',
        'milk-alkali',
        'familial-tumoral-calcinosis'
      ].map((id) => ({
        when: `${id} and neither figure is raised`,
        findings: { conditions: yes(id) },
        inputs: [`conditions.${id}`]
      })),
      {
        when: 'two of these, and low figures',
        findings: {
          conditions: yes('sarcoidosis', 'dialysis'),
          labs: { totalCalcium: CALCIUM_LOW, phosphate: PHOSPHATE_LOW }
        },
        inputs: ['conditions.dialysis', 'conditions.sarcoidosis']
      }
    ]
  ],
  [
    'distant-exposure',
    [
      {
        when: 'calcium was given in a vein elsewhere',
        findings: { exposures: [{ id: 'iv-calcium', status: 'yes', atLesionSite: 'no' }] },
        inputs: ['exposures.iv-calcium.atLesionSite']
      },
      {
        when: 'it leaked elsewhere',
        findings: {
          exposures: [
            { id: 'parenteral-phosphate', status: 'yes', atLesionSite: 'no', extravasation: 'yes' }
          ]
        },
        inputs: ['exposures.parenteral-phosphate.atLesionSite']
      }
    ]
  ],
  [
    'external-calcium-exposure',
    [
      {
        when: 'calcium is handled at work',
        findings: { exposures: yes('occupational-calcium') },
        inputs: ['exposures.occupational-calcium']
      }
    ]
  ],
  [
    'pattern-suggests-idiopathic',
    ['subepidermal-nodule', 'scrotal', 'vulvar', 'milia-like'].flatMap((pattern) => [
      {
        when: `${pattern} and a disease of the tissue`,
        findings: { conditions: yes('dermatomyositis'), lesion: { patterns: [pattern] } },
        inputs: ['lesion.patterns']
      },
      {
        when: `${pattern} and damage before`,
        findings: { lesion: { damageBefore: 'yes', patterns: [pattern] } },
        inputs: ['lesion.patterns']
      }
    ])
  ],
  [
    'raised-pth-with-idiopathic-pattern',
    [
      {
        when: 'PTH is reported high',
        findings: { labs: { pth: { reported: 'high' } }, lesion: { patterns: ['scrotal'] } },
        inputs: ['labs.pth', 'lesion.patterns']
      },
      {
        when: 'PTH is flagged high beside a lower limit alone',
        findings: {
          labs: { pth: { value: 500, unit: 'ng/L', interval: { low: 15 }, reported: 'high' } },
          lesion: { patterns: ['scrotal'] }
        },
        inputs: ['labs.pth', 'lesion.patterns']
      },
      {
        when: 'PTH is above its printed interval, whatever its flag',
        findings: {
          labs: { pth: { value: 66, unit: 'ng/L', interval: { high: 65 }, reported: 'normal' } },
          lesion: { patterns: ['scrotal'] }
        },
        inputs: ['labs.pth', 'lesion.patterns']
      }
    ]
  ],
  [
    'tumoral-filed-differently',
    [
      {
        when: 'a mass and raised phosphate',
        findings: {
          labs: { phosphate: PHOSPHATE_HIGH },
          lesion: { patterns: ['periarticular-mass'] }
        },
        inputs: ['lesion.patterns']
      },
      {
        when: 'the disease, a mass and raised phosphate',
        findings: {
          labs: { phosphate: PHOSPHATE_HIGH },
          conditions: yes('familial-tumoral-calcinosis'),
          lesion: { patterns: ['periarticular-mass'] }
        },
        inputs: ['lesion.patterns', 'conditions.familial-tumoral-calcinosis']
      },
      {
        when: 'a mass with normal figures',
        findings: { lesion: { patterns: ['periarticular-mass'] } },
        inputs: ['lesion.patterns']
      }
    ]
  ],
  [
    'ossification-possible',
    [
      {
        when: 'Albright osteodystrophy at any age',
        findings: { conditions: yes('albright-osteodystrophy') },
        inputs: ['conditions.albright-osteodystrophy']
      },
      {
        when: 'hypoparathyroidism under 30 years',
        findings: {
          subject: { age: { value: 29.99, unit: 'a' } },
          conditions: yes('hypoparathyroidism-or-pseudo')
        },
        inputs: ['conditions.hypoparathyroidism-or-pseudo']
      },
      {
        when: 'both, with the age not known',
        findings: {
          subject: {},
          conditions: yes('hypoparathyroidism-or-pseudo', 'albright-osteodystrophy')
        },
        inputs: ['conditions.albright-osteodystrophy', 'conditions.hypoparathyroidism-or-pseudo']
      }
    ]
  ],
  [
    'deposit-not-confirmed',
    [
      ...['no', 'unknown', undefined].map((depositConfirmed) => ({
        when: `a deposit confirmed: ${depositConfirmed}`,
        findings: { lesion: { depositConfirmed } },
        inputs: ['lesion.depositConfirmed']
      }))
    ]
  ],
  [
    'consider-fat-necrosis-of-the-newborn',
    [
      {
        when: 'calcium is raised under one year',
        findings: { subject: INFANT, labs: { totalCalcium: mmol(3.1) } },
        inputs: ['labs.totalCalcium']
      }
    ]
  ],
  [
    'calciphylaxis-is-not-in-the-table',
    [
      {
        when: 'a sign of calciphylaxis is there',
        findings: { signs: yes('retiform-purpura-or-livedo') },
        inputs: ['signs.retiform-purpura-or-livedo']
      }
    ]
  ]
];

describe.each(RAISED)('%s', (id, raised) => {
  test.each(raised)('when $when', ({ findings, inputs }) => {
    const assessment = assessed(settled(findings));
    const own = assessment.cautions.filter((caution) => caution.id === id);
    expect(own).toEqual([{ id, inputs }]);
    if (assessment.cautions.length === 1)
      expect(assessment.certainty).toBe(
        specified(id, inputs).length === 0 ? 'supported' : 'provisional'
      );
  });

  test.each(raised)('makes the facts of the specification doubtful when $when', (one) => {
    const own = touching(one.findings).find((caution) => caution.id === id)!;
    expect([...new Set(own.touches)]).toEqual(specified(id, one.inputs));
  });
});

const ABSENT: [CautionId, string, Input][] = [
  [
    'laboratory-flag-disagrees',
    'the flag agrees',
    { labs: { totalCalcium: mmol(2.4, { interval: { high: 2.6 }, reported: 'normal' }) } }
  ],
  [
    'laboratory-flag-disagrees',
    'no interval is printed',
    { labs: { phosphate: mmol(1.1, { reported: 'high' }) } }
  ],
  [
    'laboratory-flag-disagrees',
    'the value does not decide',
    {
      labs: {
        ionisedCalcium: mmol(1.2),
        totalCalcium: mmol(2.4, { interval: { high: 2.6 }, reported: 'high' })
      }
    }
  ],
  [
    'laboratory-flag-disagrees',
    'a computed value decides, which has no flag',
    {
      labs: {
        totalCalcium: mmol(2.4, { interval: { high: 2.6 }, reported: 'high' }),
        albumin: { value: 40, unit: 'g/L' }
      }
    }
  ],
  ['marginal-value', 'phosphate is raised by more than 5 %', { labs: { phosphate: mmol(1.58) } }],
  ['marginal-value', 'phosphate is at the limit', { labs: { phosphate: mmol(1.5) } }],
  [
    'depends-on-laboratory-interval',
    'the bands of ages disagree, and nothing is judged',
    {
      subject: {},
      labs: { totalCalcium: mmol(2.65), phosphate: mmol(1.1, { interval: { high: 1.5 } }) }
    }
  ],
  [
    'low-calcium',
    'an infant’s calcium is only not raised',
    { subject: INFANT, labs: { totalCalcium: mmol(2) } }
  ],
  [
    'low-calcium',
    'a low total does not decide',
    { labs: { totalCalcium: CALCIUM_LOW, ionisedCalcium: mmol(1.2) } }
  ],
  [
    'consider-hypoparathyroidism',
    'the kidneys are impaired',
    { labs: { totalCalcium: CALCIUM_LOW, phosphate: PHOSPHATE_HIGH }, conditions: yes('dialysis') }
  ],
  [
    'consider-hypoparathyroidism',
    'it is known already',
    {
      labs: { totalCalcium: CALCIUM_LOW, phosphate: PHOSPHATE_HIGH },
      conditions: yes('hypoparathyroidism-or-pseudo')
    }
  ],
  ['consider-hypoparathyroidism', 'phosphate is normal', { labs: { totalCalcium: CALCIUM_LOW } }],
  ['consider-hypoparathyroidism', 'calcium is normal', { labs: { phosphate: PHOSPHATE_HIGH } }],
  [
    'reported-interval-unknown',
    'the person is 16',
    {
      subject: { age: { value: 16, unit: 'a' } },
      labs: { phosphate: { reported: 'normal' } }
    }
  ],
  [
    'reported-interval-unknown',
    'a limit is printed, though the figure is a suspected slip',
    {
      subject: CHILD,
      labs: {
        totalCalcium: mmol(9.5, { interval: { low: 8.8, high: 10.8 }, reported: 'normal' })
      }
    }
  ],
  [
    'product-disagrees',
    'calcium is raised',
    {
      labs: { totalCalcium: CALCIUM_HIGH, calciumPhosphateProduct: { reported: 'high' } }
    }
  ],
  [
    'product-disagrees',
    'a figure is not known',
    {
      labs: { totalCalcium: undefined, calciumPhosphateProduct: { reported: 'high' } }
    }
  ],
  [
    'product-disagrees',
    'the product is normal',
    {
      labs: { calciumPhosphateProduct: { reported: 'normal' } }
    }
  ],
  [
    'metastatic-disease-with-normal-figures',
    'phosphate is raised',
    {
      labs: { phosphate: PHOSPHATE_HIGH },
      conditions: yes('dialysis')
    }
  ],
  [
    'metastatic-disease-with-normal-figures',
    'calcium is not known',
    {
      labs: { totalCalcium: undefined },
      conditions: yes('dialysis')
    }
  ],
  ['metastatic-disease-with-normal-figures', 'it is malignancy', { conditions: yes('malignancy') }],
  [
    'distant-exposure',
    'it was at the site',
    {
      exposures: [{ id: 'iv-calcium', status: 'yes', atLesionSite: 'yes' }]
    }
  ],
  ['distant-exposure', 'the site is not known', { exposures: yes('iv-calcium') }],
  [
    'distant-exposure',
    'it was not given',
    {
      exposures: [{ id: 'iv-calcium', status: 'no', atLesionSite: 'no' }]
    }
  ],
  [
    'distant-exposure',
    'nobody knows whether it was given',
    {
      exposures: [{ id: 'iv-calcium', status: 'unknown', atLesionSite: 'no' }]
    }
  ],
  [
    'external-calcium-exposure',
    'it is not known',
    {
      exposures: [{ id: 'occupational-calcium', status: 'unknown' }]
    }
  ],
  ['pattern-suggests-idiopathic', 'the tissue was sound', { lesion: { patterns: ['scrotal'] } }],
  [
    'pattern-suggests-idiopathic',
    'the pattern says nothing',
    {
      lesion: {
        damageBefore: 'yes',
        patterns: ['periarticular-mass', 'universal', 'circumscribed']
      }
    }
  ],
  [
    'raised-pth-with-idiopathic-pattern',
    'PTH is normal',
    {
      labs: { pth: { reported: 'normal' } },
      lesion: { patterns: ['scrotal'] }
    }
  ],
  [
    'raised-pth-with-idiopathic-pattern',
    'PTH is inside its printed interval',
    {
      labs: { pth: { value: 65, unit: 'ng/L', interval: { high: 65 }, reported: 'high' } },
      lesion: { patterns: ['scrotal'] }
    }
  ],
  [
    'raised-pth-with-idiopathic-pattern',
    'only a lower limit is printed, and PTH is not below it',
    {
      labs: { pth: { value: 500, unit: 'ng/L', interval: { low: 15 } } },
      lesion: { patterns: ['scrotal'] }
    }
  ],
  [
    'raised-pth-with-idiopathic-pattern',
    'no interval judges the figure',
    {
      labs: { pth: { value: 500, unit: 'ng/L' } },
      lesion: { patterns: ['scrotal'] }
    }
  ],
  [
    'raised-pth-with-idiopathic-pattern',
    'the pattern is another',
    {
      labs: { pth: { reported: 'high' } },
      lesion: { patterns: ['periarticular-mass'] }
    }
  ],
  [
    'tumoral-filed-differently',
    'no variant is known',
    {
      conditions: yes('familial-tumoral-calcinosis')
    }
  ],
  [
    'tumoral-filed-differently',
    'the variant is another, beside the familial disease',
    {
      conditions: yes('familial-tumoral-calcinosis'),
      lesion: { patterns: ['scrotal'] }
    }
  ],
  [
    'ossification-possible',
    'hypoparathyroidism from 30 years on',
    {
      subject: { age: { value: 30, unit: 'a' } },
      conditions: yes('hypoparathyroidism-or-pseudo')
    }
  ],
  ['deposit-not-confirmed', 'it is confirmed', {}],
  [
    'pattern-suggests-idiopathic',
    'the patterns are not known',
    { lesion: { damageBefore: 'yes', patterns: undefined } }
  ],
  [
    'consider-fat-necrosis-of-the-newborn',
    'calcium is not raised',
    {
      subject: INFANT,
      labs: { totalCalcium: CALCIUM_NORMAL }
    }
  ],
  [
    'consider-fat-necrosis-of-the-newborn',
    'the first birthday has passed',
    {
      subject: { age: { value: 1, unit: 'a' } },
      labs: { totalCalcium: mmol(3.1) }
    }
  ],
  [
    'consider-fat-necrosis-of-the-newborn',
    'the age is not known',
    {
      subject: {},
      labs: { totalCalcium: mmol(3.1) }
    }
  ],
  ['calciphylaxis-is-not-in-the-table', 'another sign is there', { signs: yes('ulcer') }]
];

test.each(ABSENT)('no %s when %s', (id, _, findings) => {
  expect(assessed(settled(findings)).cautions.map((caution) => caution.id)).not.toContain(id);
});

describe('an unusual figure makes doubtful', () => {
  const unusual = (labs: Input) =>
    touching({ labs }).find((caution) => caution.id === 'unusual-value');

  test('the calcium, when it decides', () => {
    expect(unusual({ totalCalcium: mmol(4.2) })?.touches).toEqual(['c']);
    expect(
      unusual({ totalCalcium: mmol(4.2), albumin: { value: 40, unit: 'g/L' } })?.touches
    ).toEqual(['c']);
  });

  test('the phosphate', () => {
    expect(unusual({ phosphate: mmol(0.3) })?.touches).toEqual(['p']);
  });

  test('nothing, when another calcium decides', () => {
    expect(unusual({ totalCalcium: mmol(4.2), ionisedCalcium: mmol(1.2) })).toEqual({
      id: 'unusual-value',
      inputs: ['labs.totalCalcium'],
      touches: []
    });
  });
});

test('an adult of whom everything is known and normal has no caution', () => {
  expect(assessed(settled()).cautions).toEqual([]);
});
