import { describe, expect, test } from 'vitest';
import { normalPassphrase, passphraseFault } from './passphrase';

describe('a passphrase', () => {
  test.each([
    ['quatre mots sans lien', undefined],
    ['Wz9-x7!kQ2pf', undefined],
    ['lac été thé clé', undefined],
    ['Krankenhausflur', 'one-word'],
    ['dermatologie', 'one-word'],
    ['dermatologie-7', undefined],
    ['שלום עולם יפה מאוד', undefined],
    ['31415926535897932384', undefined],
    ['🔥🌵 violon 🎻 brume', undefined],
    ['e\u0301te\u0301 fore\u0302t cle\u0301', undefined],
    ['سماء نهر قمر باب', undefined],
    ['', 'short'],
    ['e\u0301'.repeat(11), 'short'],
    ['court', 'short'],
    ['a b c d', 'short'],
    ['onze lettre', 'short'],
    ['123456', 'digits'],
    ['1234567890123', 'digits'],
    ['12 03 1954 12 03', 'digits'],
    ['+33 (0)6 12 34 56 78', 'digits'],
    ['12:03:1954 12_03', 'digits'],
    ['١٢٣٤٥٦٧٨٩٠١٢٣', 'digits'],
    ['aaaaaaaaaaaaaa', 'repeated'],
    ['🔥'.repeat(12), 'repeated'],
    ['👨‍👩‍👧‍👦'.repeat(2), 'repeated'],
    ['azertyazerty', 'repeated'],
    ['12345678901234567890', 'repeated'],
    ['abcabcabcabcabc', 'repeated'],
    ['calme calme calme calme', 'repeated'],
    ['dermatologie dermatologie', 'repeated'],
    ['dermatologie et dermatologie', 'repeated'],
    ['dermatologie lac dermatologie', undefined]
  ])('%j is refused as %s', (text, fault) => {
    expect(passphraseFault(text)).toBe(fault);
  });

  test('is the same however it was typed', () => {
    expect(normalPassphrase('  e\u0301te\u0301\u00a0 chaud ')).toBe('\u00e9t\u00e9 chaud');
    expect(normalPassphrase('ﬁn')).toBe('fin');
  });
});
