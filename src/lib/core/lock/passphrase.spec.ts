import { describe, expect, test } from 'vitest';
import { normalPassphrase, passphraseFault } from './passphrase';

describe('a passphrase', () => {
  test.each([
    ['quatre mots sans lien', undefined],
    ['Wz9-x7!kQ2pf', undefined],
    ['lac été thé clé', undefined],
    ['Krankenhausflur', undefined],
    ['שלום עולם יפה מאוד', undefined],
    ['12345678901234567890', undefined],
    ['', 'short'],
    ['court', 'short'],
    ['a b c d', 'short'],
    ['onze lettre', 'short'],
    ['123456', 'digits'],
    ['1234567890123', 'digits'],
    ['12 03 1954 12 03', 'digits'],
    ['aaaaaaaaaaaaaa', 'repeated'],
    ['abcabcabcabcabc', 'repeated'],
    ['calme calme calme calme', 'repeated']
  ])('%j is refused as %s', (text, fault) => {
    expect(passphraseFault(text)).toBe(fault);
  });

  test('is the same however it was typed', () => {
    expect(normalPassphrase('  e\u0301te\u0301\u00a0 chaud ')).toBe('\u00e9t\u00e9 chaud');
    expect(normalPassphrase('ﬁn')).toBe('fin');
  });
});
