import { describe, expect, test } from 'vitest';
import { EVERYTHING, queryOf, readSelection } from './url-state';

const KNOWN = {
  disease: ['ssc', 'dm'],
  intervention: ['sodium-thiosulfate'],
  route: ['oral'],
  design: ['case-report'],
  outcome: ['pain']
};
const read = (query: string) => readSelection(new URLSearchParams(query), KNOWN);

describe('the selection in the address', () => {
  test.each(['', '?disease=ssc', '?disease=dm&route=oral&outcome=pain&sort=n', '?sort=share'])(
    '%s comes back as it went',
    (query) => {
      expect(queryOf(read(query))).toBe(query);
    }
  );

  test('of everything is no query', () => {
    expect(read('')).toEqual(EVERYTHING);
    expect(queryOf({ filter: { disease: '' }, sort: 'year' })).toBe('');
  });

  test('leaves out what is not known', () => {
    expect(read('?disease=gout&route=oral&sort=name&utm=1')).toEqual({
      filter: { route: 'oral' },
      sort: 'year'
    });
  });
});
