import { describe, expect, test } from 'vitest';
import {
  assessed,
  CALCIUM_HIGH,
  PHOSPHATE_HIGH,
  settled,
  yes
} from '../../../../tests/support/findings';
import { rowOf, TABLE, type Combination } from './table';

const BOTH = [true, false];
const COMBINATIONS: Combination[] = BOTH.flatMap((x) =>
  BOTH.flatMap((c) => BOTH.flatMap((p) => BOTH.map((t) => ({ x, c, p, t }))))
);
const key = ({ x, c, p, t }: Combination) => [x, c, p, t].join();

describe('the table', () => {
  test('has one row for each of the 16 combinations, and no other', () => {
    expect(TABLE).toHaveLength(16);
    expect(new Set(TABLE.map(key))).toEqual(new Set(COMBINATIONS.map(key)));
  });

  test('answers each combination with its own row', () => {
    for (const combination of COMBINATIONS) expect(key(rowOf(combination))).toBe(key(combination));
  });
});

/** The rows as the specification words them: X, C or P, T from a disease, T from damage alone. */
const SPECIFIED: [
  x: boolean,
  cOrP: boolean,
  t: 'disease' | 'damage' | 'no',
  subtype: string,
  concurrent: string[]
][] = [
  [true, false, 'no', 'iatrogenic', []],
  [true, false, 'damage', 'iatrogenic', []],
  [true, false, 'disease', 'iatrogenic', ['dystrophic']],
  [true, true, 'no', 'iatrogenic', ['metastatic']],
  [true, true, 'damage', 'iatrogenic', ['metastatic']],
  [true, true, 'disease', 'iatrogenic', ['dystrophic', 'metastatic']],
  [false, true, 'disease', 'metastatic', ['dystrophic']],
  [false, true, 'damage', 'metastatic', ['dystrophic']],
  [false, true, 'no', 'metastatic', []],
  [false, false, 'disease', 'dystrophic', []],
  [false, false, 'damage', 'dystrophic', []],
  [false, false, 'no', 'idiopathic', []]
];

const RAISED = [
  ['neither is raised', {}, false],
  ['calcium is raised', { totalCalcium: CALCIUM_HIGH }, true],
  ['phosphate is raised', { phosphate: PHOSPHATE_HIGH }, true],
  ['both are raised', { totalCalcium: CALCIUM_HIGH, phosphate: PHOSPHATE_HIGH }, true]
] as const;

describe.each(RAISED)('when %s', (_, labs, cOrP) => {
  test.each(SPECIFIED.filter((row) => row[1] === cOrP))(
    'exposure at the site %s, raised %s, damaged tissue by %s: %s',
    (x, _cOrP, t, subtype, concurrent) => {
      const assessment = assessed(
        settled({
          labs,
          exposures: x ? [{ id: 'iv-calcium', status: 'yes', atLesionSite: 'yes' }] : [],
          conditions: t === 'disease' ? yes('dermatomyositis') : [],
          lesion: { damageBefore: t === 'damage' ? 'yes' : 'no' }
        })
      );
      expect(assessment).toMatchObject({
        subtype,
        reachable: [subtype],
        concurrent,
        possibleConcurrent: []
      });
    }
  );
});

test('disease and damage together are as the disease alone', () => {
  expect(
    assessed(
      settled({
        exposures: [{ id: 'iv-calcium', status: 'yes', atLesionSite: 'yes' }],
        conditions: yes('dermatomyositis'),
        lesion: { damageBefore: 'yes' }
      })
    ).concurrent
  ).toEqual(['dystrophic']);
});
