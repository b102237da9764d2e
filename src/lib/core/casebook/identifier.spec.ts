import { describe, expect, test } from 'vitest';
import { looksLikeIdentifier } from './identifier';

const seen = (text: string) => looksLikeIdentifier(text, 2026);

describe('what names a person is noticed', () => {
  test.each([
    ['756.9217.0769.85', 'avs'],
    ['7569217076985', 'avs'],
    ['AVS 756 9217 0769 85, lit 12', 'avs'],
    ['756 0791234563', 'avs'],
    ['80756012345678901234', 'insurance-card'],
    ['80756 01234 56789 01234', 'insurance-card'],
    ['jeanne.muster@example.ch', 'e-mail'],
    ['079 123 45 67', 'phone'],
    ['+41 79 123 45 67', 'phone'],
    ['0041791234567', 'phone'],
    ['+33 6 12 34 56 78', 'phone'],
    ['12.03.1961', 'date-of-birth'],
    ['1961-03-12', 'date-of-birth'],
    ['31/12/1961', 'date-of-birth'],
    ['1961-01-01', 'date-of-birth'],
    ['née le 1.2.2019', 'date-of-birth'],
    ['born 1/2/2019', 'date-of-birth'],
    ['dossier 123456', 'file-number'],
    ['MRN: 0012345', 'file-number']
  ])('%s', (text, kind) => {
    expect(seen(text)).toEqual([kind]);
  });
});

describe('what a ward writes anyway is left alone', () => {
  test.each([
    ['a pseudonym', 'lit 12, dossier bleu'],
    ['AVS with a wrong checksum', '756.9217.0769.84'],
    ['thirteen digits of another country', '4006381333931'],
    ['a card number that is one digit short', '8075601234567890123'],
    ['an at sign alone', 'contrôle @ J15'],
    ['figures with units', 'Ca 2,35 mmol/L; P 1,62; PTH 65 ng/L'],
    ['a visit of this year', 'contrôle le 12.03.2026'],
    ['a sample of last year', '2025-11-30'],
    ['a date fourteen years back', '12.03.2012'],
    ['a day that no month has', '32.03.1961'],
    ['a day before the first', '00.03.1961'],
    ['a month that no year has', '12.13.1961'],
    ['a month before the first', '12.00.1961'],
    ['a file number of four digits', 'dossier 1234'],
    ['a dose', 'diltiazem 60 mg 3x/j'],
    ['nothing', '']
  ])('%s', (_, text) => {
    expect(seen(text)).toEqual([]);
  });
});

test('a date fifteen years back is taken for a birth', () => {
  expect(seen('12.03.2011')).toEqual(['date-of-birth']);
});

test('each kind is named once, however often it occurs', () => {
  expect(seen('a@b.ch, c@d.ch, 079 123 45 67')).toEqual(['e-mail', 'phone']);
});

test('the longest text there can be, without a space, does not hold up who is typing', () => {
  expect(looksLikeIdentifier('\u00e9'.repeat(200_000), 2026)).toEqual([]);
}, 5000);
