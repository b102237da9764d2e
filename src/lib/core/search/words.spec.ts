import { describe, expect, test } from 'vitest';
import { fold, stem, wordsOf } from './words';

describe('letters', () => {
  test.each([
    ['Sclérodermie', 'sclerodermie'],
    ['œdème', 'oedeme'],
    ['ÆTHER', 'aether'],
    ['Straße', 'strasse'],
    ['ﬁbrose', 'fibrose'],
    ['Raynaud', 'raynaud']
  ])('%s is found as %s', (typed, found) => {
    expect(fold(typed)).toBe(found);
  });
});

describe('endings', () => {
  test.each([
    ['calcinose', 'calcinoses'],
    ['calcinose', 'calcinosis'],
    ['dermatomyosite', 'dermatomyositis'],
    ['iatrogène', 'iatrogènes'],
    ['dystrophique', 'dystrophic'],
    ['bisphosphonate', 'bisphosphonates'],
    ['cortical', 'corticaux'],
    ['chirurgie', 'chirurgies'],
    ['therapy', 'therapies'],
    ['ulceration', 'ulcérations'],
    ['traité', 'traitées'],
    ['raised', 'raise'],
    ['rénal', 'rénaux']
  ])('%s and %s are one word', (one, other) => {
    expect(stem(fold(one))).toBe(stem(fold(other)));
  });

  test('are taken from the end of a word alone', () => {
    const whole = ['diesel', 'roseola', 'criteria', 'liquefaction', 'medecin', 'patient'];
    expect(whole.map(stem)).toEqual(whole);
    expect(stem('auxiliaire')).toBe('auxiliair');
  });

  test('leave what tells words apart', () => {
    expect(stem('fibrose')).not.toBe(stem('fibre'));
    expect(stem('plastique')).toBe('plastic');
  });

  test.each(['ivig', 'ssc', 'avk', 'il1', 'mgp', '2015', 'bone', 'pus', '1990s'])(
    '%s stays as it is',
    (word) => {
      expect(stem(word)).toBe(word);
    }
  );
});

describe('words', () => {
  test('an elided article does not hide the word', () => {
    expect(wordsOf('l’imagerie d’un dépôt')).toEqual(wordsOf('imagerie dépôt'));
  });

  test('an English genitive does not, either', () => {
    expect(wordsOf('Raynaud’s')).toEqual(wordsOf('raynaud'));
  });

  test('inverted commas around it do not, either', () => {
    expect(wordsOf("''l'imagerie''")).toEqual(wordsOf('imagerie'));
    expect(wordsOf("''Raynaud's''")).toEqual(wordsOf('raynaud'));
  });

  test('a name with an apostrophe is found by its last part', () => {
    expect(wordsOf('O’Sullivan')).toEqual(['o', 'sullivan']);
  });

  test('words of grammar are left out', () => {
    expect(wordsOf('the dose of minocycline in SSc')).toEqual(
      ['dose', 'minocyclin', 'ssc'].map(stem)
    );
  });

  test('figures, units and hyphens part words', () => {
    expect(wordsOf('anti-IL-1, 480 mg/j')).toEqual(['anti', 'il', '1', '480', 'mg', 'j']);
  });

  test('nothing gives nothing', () => {
    expect(wordsOf(' ’ - ')).toEqual([]);
  });
});
