import { describe, expect, test } from 'vitest';
import {
  assessed,
  CALCIUM_HIGH,
  mmol,
  only,
  settled,
  yes,
  type Input
} from '../../../../tests/support/findings';

const certainty = (findings: Input) => assessed(findings).certainty;
const AT_SITE = { exposures: [{ id: 'iv-calcium', status: 'yes', atLesionSite: 'yes' }] };

describe('supported: it stays the only answer when every doubtful fact is taken as unknown', () => {
  test('without any caution that touches a fact', () => {
    expect(certainty(settled())).toBe('supported');
    expect(certainty(settled({ lesion: { depositConfirmed: 'no' } }))).toBe('supported');
  });

  test('a marginal phosphate beside a firmly raised calcium', () => {
    expect(certainty(settled({ labs: { phosphate: mmol(1.51) } }))).toBe('provisional');
    expect(
      certainty(settled({ labs: { totalCalcium: CALCIUM_HIGH, phosphate: mmol(1.51) } }))
    ).toBe('supported');
  });

  test('a marginal calcium beside a firmly raised phosphate', () => {
    expect(certainty(settled({ labs: { totalCalcium: mmol(2.65) } }))).toBe('provisional');
    expect(certainty(settled({ labs: { totalCalcium: mmol(2.65), phosphate: mmol(2.2) } }))).toBe(
      'supported'
    );
  });

  test('an exposure at the site, whatever the figures', () => {
    expect(certainty(settled({ ...AT_SITE, labs: { totalCalcium: mmol(2.65) } }))).toBe(
      'supported'
    );
    expect(certainty(only(AT_SITE))).toBe('supported');
  });

  test('what a high product makes known still holds', () => {
    const product = { calciumPhosphateProduct: { value: 6, unit: 'mmol2/L2' } };
    expect(certainty(settled({ labs: { phosphate: mmol(1.51), ...product } }))).toBe('supported');
    expect(
      certainty(settled({ labs: { totalCalcium: mmol(2.65), phosphate: mmol(1.51), ...product } }))
    ).toBe('supported');
  });
});

describe('provisional: a doubtful fact could make another answer', () => {
  test('T, when a pattern suggests idiopathic', () => {
    expect(
      certainty(settled({ conditions: yes('dermatomyositis'), lesion: { patterns: ['scrotal'] } }))
    ).toBe('provisional');
    expect(
      certainty(
        settled({
          labs: { totalCalcium: CALCIUM_HIGH },
          conditions: yes('dermatomyositis'),
          lesion: { patterns: ['scrotal'] }
        })
      )
    ).toBe('supported');
  });

  test('T by damage as well', () => {
    expect(certainty(settled({ lesion: { damageBefore: 'yes', patterns: ['scrotal'] } }))).toBe(
      'provisional'
    );
  });

  test('C, P and T, while calciphylaxis is possible', () => {
    const signs = yes('retiform-purpura-or-livedo');
    expect(certainty(settled({ signs }))).toBe('provisional');
    expect(certainty(settled({ signs, conditions: yes('dermatomyositis') }))).toBe('provisional');
    expect(certainty(settled({ signs, labs: { totalCalcium: CALCIUM_HIGH } }))).toBe('provisional');
    expect(certainty(settled({ signs, ...AT_SITE }))).toBe('supported');
  });
});

describe('indeterminate: several answers are reachable', () => {
  test('whatever the cautions', () => {
    expect(assessed({})).toMatchObject({
      subtype: 'indeterminate',
      certainty: 'indeterminate',
      reachable: ['dystrophic', 'iatrogenic', 'idiopathic', 'metastatic']
    });
  });
});
