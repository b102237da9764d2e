import { safeParse } from 'valibot';
import { expect, test } from 'vitest';
import { readTopic } from '../markdown';
import { ShippedChecklistSchema, type ShippedChecklist } from '../checklist-schema';
import type { Reference, Topic } from '../reference';
import { checklistItemsToldApart } from './checklist-items-told-apart';
import { checklistLanguages } from './checklist-languages';
import { checklistsRestOnTopics } from './checklists-rest-on-topics';
import { citationsResolve } from './citations-resolve';
import { everyPieceCited } from './every-piece-cited';
import { everySourceCited } from './every-source-cited';
import { factsCarried } from './facts-carried';
import { forbiddenClaims } from './forbidden-claims';
import { headingsInOrder } from './headings-in-order';
import { figuresIn, languagesInStep } from './languages-in-step';
import { linksAlive } from './links-alive';
import { misreadFrench } from './misread-french';
import { reviewed } from './reviewed';

const SOUND_FR = `# Titre

Réponse : 9 sur 17, soit 3,1 cm². [@a-2001] {R-X-01}

## Partie {#part}

Voir [ici](topic:t#part). [@b-2002]`;
const SOUND_EN = `# Title

Answer: 9 of 17, that is 3.1 cm². [@a-2001] {R-X-01}

## Part {#part}

See [here](topic:t#part). [@b-2002]`;

const ITEM = {
  id: 'look',
  text: { fr: 'Chercher\u202f: 3,1\u202fcm²', en: 'Look: 3.1 cm²' },
  sources: ['a-2001'],
  facts: ['R-X-01']
};
const CHECKLIST: ShippedChecklist = {
  id: 'c',
  group: 'situation',
  order: 1,
  reviewed: '2026-11-25',
  title: { fr: 'Titre', en: 'Title' },
  sections: [{ title: { fr: 'Partie', en: 'Part' }, items: [ITEM] }]
};

function reference(fr = SOUND_FR, en = SOUND_EN, change: Partial<Topic> = {}): Reference {
  return {
    topics: [
      {
        id: 't',
        group: 'basics',
        order: 1,
        reviewed: '2026-11-25',
        version: '2026.1',
        changes: [{ on: '2026-11-25', fr: 'x', en: 'x' }],
        related: [],
        keywords: { fr: [], en: [] },
        fr: readTopic(fr),
        en: readTopic(en),
        ...change
      }
    ],
    bibliography: ['a-2001', 'b-2002'].map((id) => ({
      id,
      type: 'webpage' as const,
      note: 'x',
      publisher: 'x'
    })),
    studies: [],
    checklists: [CHECKLIST]
  };
}

const both = (from: string, to: string) =>
  reference(SOUND_FR.replace(from, to), SOUND_EN.replace(from, to));
const whats = (problems: { what: string }[]) => problems.map(({ what }) => what);

test('a sound topic passes every check', () => {
  const sound = reference();
  for (const check of [
    everyPieceCited,
    citationsResolve,
    everySourceCited(new Set()),
    factsCarried(['R-X-01']),
    forbiddenClaims,
    headingsInOrder,
    checklistItemsToldApart,
    checklistLanguages,
    checklistsRestOnTopics,
    languagesInStep,
    linksAlive(new Set()),
    misreadFrench,
    reviewed
  ])
    expect(check(sound)).toEqual([]);
});

test('a paragraph without a source is found', () => {
  expect(whats(everyPieceCited(both(' [@b-2002]', '')))).toEqual([
    'block 2 has no source',
    'block 2 has no source'
  ]);
});

test('a source that is not in the bibliography is found', () => {
  expect(whats(citationsResolve(both('@b-2002', '@c-2003')))[0]).toBe(
    'c-2003 is not in the bibliography'
  );
});

test('a source that nothing names is found, unless the classifier does', () => {
  const unused = both('@b-2002', '@a-2001');
  expect(everySourceCited(new Set())(unused)).toHaveLength(1);
  expect(everySourceCited(new Set(['b-2002']))(unused)).toEqual([]);
});

test('a figure that differs between the languages is found', () => {
  const found = whats(languagesInStep(reference(SOUND_FR, SOUND_EN.replace('3.1', '3.7'))));
  expect(found).toEqual(['figures: "17 3.1 9" in French, "17 3.7 9" in English']);
});

test('figures are read in the notation of their language', () => {
  expect(figuresIn('2,35 sur 1\u202f234', ',')).toBe('1234 2.35');
  expect(figuresIn('2.35 of 1\u202f234', '.')).toBe('1234 2.35');
});

test('a paragraph that only one language has is found', () => {
  expect(languagesInStep(reference(`${SOUND_FR}\n\nDe plus. [@a-2001]`))).toHaveLength(1);
});

test('sources, facts, links and shapes that differ are found', () => {
  for (const [from, to] of [
    ['[@b-2002]', '[@a-2001]'],
    ['{R-X-01}', '{R-X-02}'],
    ['topic:t#part', 'topic:t'],
    ['## ', '### ']
  ] as const)
    expect(languagesInStep(reference(SOUND_FR, SOUND_EN.replace(from, to))), from).toHaveLength(1);
});

test('a link that leads nowhere is found', () => {
  expect(whats(linksAlive(new Set())(both('topic:t#part', 'topic:t#gone')))[0]).toBe(
    'topic:t#gone leads nowhere'
  );
  expect(linksAlive(new Set())(both('topic:t#part', 'classify:systemic-sclerosis'))).toEqual([]);
  expect(linksAlive(new Set())(both('topic:t#part', 'classify:nothing'))).toHaveLength(2);
  expect(linksAlive(new Set())(reference(undefined, undefined, { related: ['u'] }))).toHaveLength(
    1
  );
});

test('a drawing or a list of studies that is not there is found', () => {
  const shown = both('See', 'x');
  expect(linksAlive(new Set())(shown)).toEqual([]);
  const marks = '\n\n::drawing{of="x"}\n\n::studies{intervention="y"}';
  expect(whats(linksAlive(new Set())(reference(SOUND_FR + marks, SOUND_EN + marks)))).toEqual([
    'no drawing x',
    'no study of y',
    'no drawing x',
    'no study of y'
  ]);
});

test('headings that skip, repeat or lead to nothing are found', () => {
  expect(whats(headingsInOrder(both('## ', '### ')))[0]).toContain('skips');
  const again = '\n\n## Encore {#part}';
  expect(whats(headingsInOrder(reference(SOUND_FR + again, SOUND_EN + again)))).toEqual(
    expect.arrayContaining(['#part stands twice', '#part has nothing below it'])
  );
});

test('a fact that no topic carries, or that is not in the list, is found', () => {
  expect(factsCarried(['R-X-01', 'R-Y-01'])(reference())).toHaveLength(2);
  expect(factsCarried([])(reference())).toHaveLength(2);
});

test.each(['Apremilast helps.', '75 % of the 88 improved.', 'Code E83.59.'])(
  'a forbidden claim is found: %s',
  (claim) => {
    expect(
      forbiddenClaims(reference(SOUND_FR, SOUND_EN.replace('See', `${claim} See`)))
    ).toHaveLength(1);
  }
);

test.each([
  'Chez 11 patientes, 4 patientes ont progressé.',
  'Demander la prise de calcium.',
  'Sensibilité à la palpation 29 %.',
  'Il y a beaucoup d’essais.',
  'Parmi ces 4, 2 avaient aussi une ulcération.'
])('French that reads as something else is found: %s', (said) => {
  expect(misreadFrench(reference(SOUND_FR.replace('Voir', `${said} Voir`), SOUND_EN))).toHaveLength(
    1
  );
});

test('a change after the review is found', () => {
  expect(reviewed(reference(undefined, undefined, { reviewed: '2026-01-01' }))).toHaveLength(1);
});

/** A sound reference whose one checklist has these items. */
const listed = (...items: ShippedChecklist['sections'][number]['items']): Reference => ({
  ...reference(),
  checklists: [{ ...CHECKLIST, sections: [{ title: CHECKLIST.title, items }] }]
});
const said = (fr: string, en: string) => listed({ ...ITEM, text: { fr, en } });

test('a checklist item without a source, a language or a review date is refused', () => {
  const holds = (data: unknown) => safeParse(ShippedChecklistSchema, data).success;
  const [section] = CHECKLIST.sections;
  const having = (item: object) => ({ ...CHECKLIST, sections: [{ ...section, items: [item] }] });
  expect(holds(CHECKLIST)).toBe(true);
  expect(holds(having({ ...ITEM, sources: [] }))).toBe(false);
  expect(holds(having({ ...ITEM, text: { fr: 'Chercher' } }))).toBe(false);
  expect(holds(having({ ...ITEM, note: { en: 'Why' } }))).toBe(false);
  expect(holds({ ...CHECKLIST, reviewed: undefined })).toBe(false);
});

test('a source of a checklist item that is not in the bibliography is found', () => {
  expect(citationsResolve(listed({ ...ITEM, sources: ['c-2003'] }))).toEqual([
    { where: 'checklists/c, look', what: 'c-2003 is not in the bibliography' }
  ]);
});

test('a source or fact of a checklist item that no topic has is found', () => {
  expect(whats(checklistsRestOnTopics(listed({ ...ITEM, sources: ['a-2001', 'c-2003'] })))).toEqual(
    ['no topic cites c-2003']
  );
  expect(whats(checklistsRestOnTopics(listed({ ...ITEM, sources: ['b-2002'] })))).toEqual([
    'no topic carries R-X-01 with a source of this item'
  ]);
});

test('checklists or items that cannot be told apart are found', () => {
  expect(whats(checklistItemsToldApart(listed(ITEM, ITEM)))).toEqual(['item look stands twice']);
  const twice = { ...reference(), checklists: [CHECKLIST, CHECKLIST] };
  expect(whats(checklistItemsToldApart(twice))).toEqual([
    'c stands twice',
    'two have the place situation 1'
  ]);
});

test.each([
  ['3,1', '3.7', 'figures: "3.1" in French, "3.7" in English'],
  ['Titre :', 'Title:', 'French has no narrow no-break space where one belongs'],
  ['Titre\u202f:', 'Title :', 'English has a space before punctuation'],
  ["l'os", 'bone', 'a straight quote']
])('checklist texts out of step are found: %s, %s', (fr, en, what) => {
  expect(whats(checklistLanguages(said(fr, en)))).toEqual([what]);
});

test('a forbidden claim in a checklist is found, in its note too', () => {
  expect(forbiddenClaims(said('Apremilast', 'x'))).toHaveLength(1);
  const note = { fr: 'x', en: 'Apremilast helps.' };
  expect(forbiddenClaims(listed({ ...ITEM, note }))).toMatchObject([{ where: 'checklists/c/en' }]);
});

test('French of a checklist that reads as something else is found', () => {
  expect(misreadFrench(said('Demander la prise de calcium', 'x'))).toHaveLength(1);
});
