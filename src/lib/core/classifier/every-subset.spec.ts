import { describe, expect, test, vi } from 'vitest';
import {
  ADULT,
  assessed,
  CALCIUM_HIGH,
  CALCIUM_NORMAL,
  CHILD,
  PHOSPHATE_HIGH,
  PHOSPHATE_NORMAL,
  type Input
} from '../../../../tests/support/findings';

/**
 * Promise 20, no answer from missing inputs: of findings in which everything is known, every subset
 * of inputs is taken away, and the answer is held against every way to complete what is left.
 */
type Question = ((findings: Input) => Input)[];

const labQuestion = (analyte: string, raised: unknown, notRaised: unknown): Question => {
  const withLab = (entry: unknown) => (findings: Input) => ({
    ...findings,
    labs: { ...(findings.labs as Input), [analyte]: entry }
  });
  return [withLab(raised), withLab(notRaised)];
};

const lesionQuestion = (key: string, values: unknown[]): Question =>
  values.map((value) => (findings) => ({
    ...findings,
    lesion: { ...(findings.lesion as Input), [key]: value }
  }));

const listQuestion = (list: string, others: string, entry: Input): Question => [
  (findings) => ({ ...findings, [list]: [entry], [others]: 'none' }),
  (findings) => ({ ...findings, [others]: 'none' })
];

vi.setConfig({ testTimeout: 60_000 });

/** Each question with every way to answer it. */
const QUESTIONS: Question[] = [
  labQuestion('totalCalcium', CALCIUM_HIGH, CALCIUM_NORMAL),
  labQuestion('phosphate', PHOSPHATE_HIGH, PHOSPHATE_NORMAL),
  listQuestion('exposures', 'otherExposures', {
    id: 'iv-calcium',
    status: 'yes',
    atLesionSite: 'yes'
  }),
  listQuestion('conditions', 'otherConditions', { id: 'dermatomyositis', status: 'yes' }),
  lesionQuestion('damageBefore', ['yes', 'no']),
  lesionQuestion('patterns', [['periarticular-mass'], ['scrotal'], []])
];

/** For each question one answer, or not answered at all. */
type Given = (number | 'taken')[];

function givens(choices: (question: Question) => (number | 'taken')[]): Given[] {
  return QUESTIONS.reduce<Given[]>(
    (all, question) => all.flatMap((given) => choices(question).map((one) => [...given, one])),
    [[]]
  );
}

const everyAnswer = (question: Question) => question.map((_, index) => index);

function findingsOf(given: Given, base: Input): Input {
  return QUESTIONS.reduce((findings, answers, index) => {
    const one = given[index]!;
    return one === 'taken' ? findings : answers[one]!(findings);
  }, base);
}

describe.each([
  ['an adult', { subject: ADULT }],
  ['a child', { subject: CHILD }]
])('of %s every subset of the inputs', (_, base: Input) => {
  const complete = new Map(
    givens(everyAnswer).map((given) => [given.join(), assessed(findingsOf(given, base))])
  );
  const completionsOf = (given: Given) =>
    given
      .reduce<Given[]>(
        (all, one, index) =>
          all.flatMap((start) =>
            (one === 'taken' ? everyAnswer(QUESTIONS[index]!) : [one]).map((answer) => [
              ...start,
              answer
            ])
          ),
        [[]]
      )
      .map((completion) => complete.get(completion.join())!);

  test('is answered when everything is known', () => {
    expect(complete.size).toBe(2 ** 5 * 3);
    for (const { subtype } of complete.values()) expect(subtype).not.toBe('indeterminate');
  });

  test('reaches exactly what its completions reach, and is the same for all or indeterminate', () => {
    for (const given of givens((question) => [...everyAnswer(question), 'taken'])) {
      const assessment = assessed(findingsOf(given, base));
      const completions = completionsOf(given);
      const subtypes = [...new Set(completions.map(({ subtype }) => subtype))].sort();
      expect(assessment.reachable).toEqual(subtypes);
      expect(assessment.subtype).toBe(subtypes.length === 1 ? subtypes[0] : 'indeterminate');
      const inEvery = (subtype: string) =>
        completions.every(({ concurrent }) => (concurrent as string[]).includes(subtype));
      const inSome = (subtype: string) =>
        completions.some(({ concurrent }) => (concurrent as string[]).includes(subtype));
      const subtypesOfTable = ['dystrophic', 'iatrogenic', 'idiopathic', 'metastatic'];
      expect(assessment.concurrent).toEqual(subtypesOfTable.filter(inEvery));
      expect(assessment.possibleConcurrent).toEqual(
        subtypesOfTable.filter((subtype) => inSome(subtype) && !inEvery(subtype))
      );
      for (const variant of assessment.variants)
        expect(completions.every(({ variants }) => variants.includes(variant))).toBe(true);
    }
  });
});

test('a missing calcium or phosphate never yields idiopathic', () => {
  for (const given of givens((question) => [...everyAnswer(question), 'taken']))
    if (given[0] === 'taken' || given[1] === 'taken')
      expect(assessed(findingsOf(given, { subject: ADULT })).subtype).not.toBe('idiopathic');
});
