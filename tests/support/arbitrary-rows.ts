import fc from 'fast-check';
import { canonicalJson } from '../../src/lib/core/casebook/canonical-json';
import { idFrom } from '../../src/lib/core/casebook/id';
import {
  ITEM_STATES,
  MORPHOLOGIES,
  VIEWS,
  type AnyRow,
  type RowKind
} from '../../src/lib/core/casebook/row-schema';
import {
  ANSWERS,
  CERTAINTIES,
  LABS,
  RED_FLAGS,
  SUBTYPES
} from '../../src/lib/core/classifier/vocabulary';
import { acceptedFindings } from './arbitrary-findings';

/** What JavaScript calls a text: also halves of surrogate pairs, and zero. */
const units = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
  .map((codes) => String.fromCharCode(...codes));
const text = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  { weight: 1, arbitrary: units },
  { weight: 1, arbitrary: fc.constantFrom('', 'a', 'b', '\u2028', '"\\', '\ud800', '__proto__') }
);
/** Keys that the schema of a record drops, as each object inherits them. */
const key = text.filter((one) => !['__proto__', 'constructor', 'prototype'].includes(one));
const time = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 8.64e15 }));
const day = fc.constantFrom('', '2026-11-25', '1999-01-31');
const id = fc
  .tuple(fc.integer({ min: 0, max: 2 ** 48 - 1 }), fc.uint8Array({ minLength: 10, maxLength: 10 }))
  .map(([now, random]) => idFrom(now, random));
const link = fc.oneof(fc.constant(''), id);

const item = fc.record({ id: key, text, note: text });
/** Each item once. */
const sections = fc
  .array(fc.record({ title: text, items: fc.array(item, { maxLength: 2 }) }), { maxLength: 2 })
  .map((all) => {
    const seen = new Set<string>();
    const isNew = ({ id: name }: { id: string }) => !seen.has(name) && seen.add(name);
    return all.map(({ title, items }) => ({ title, items: items.filter(isNew) }));
  });
const place = fc.integer({ min: 0, max: 1000 });
const ofTen = fc.integer({ min: 0, max: 10 });
const millimetres = fc.double({ min: 0.1, max: 2000, noNaN: true });

const result = fc.record({
  reachable: fc.subarray([...SUBTYPES]),
  certainty: fc.constantFrom(...CERTAINTIES),
  redFlags: fc.subarray([...RED_FLAGS])
});

const BODIES: Record<RowKind, fc.Arbitrary<object>> = {
  case: fc.record({ archivedAt: time, content: fc.record({ pseudonym: text }) }),
  assessment: fc.record({
    caseId: link,
    ruleSet: text,
    content: fc.record({ findings: acceptedFindings, sampledOn: day, result })
  }),
  note: fc.record({
    caseId: link,
    assessmentId: link,
    topic: text,
    pinnedAt: time,
    content: fc.record({ text, tags: fc.array(text, { maxLength: 3 }) })
  }),
  'note-version': fc.record({ noteId: id, content: fc.record({ text }) }),
  'checklist-template': fc.record({ content: fc.record({ title: text, sections }) }),
  'checklist-run': fc.record({
    caseId: link,
    templateId: text,
    closedAt: time,
    content: fc.record({
      title: text,
      sections,
      states: fc.dictionary(
        key,
        fc.record({ state: fc.constantFrom(...ITEM_STATES), at: time, remark: text }),
        { maxKeys: 3 }
      )
    })
  }),
  lesion: fc.record({
    caseId: link,
    content: fc.record({
      label: text,
      view: fc.constantFrom(...VIEWS),
      region: text,
      x: place,
      y: place
    })
  }),
  'lesion-visit': fc.record({
    caseId: link,
    lesionId: id,
    on: day,
    content: fc.record(
      {
        lengthMm: millimetres,
        widthMm: millimetres,
        morphology: fc.constantFrom(...MORPHOLOGIES),
        ulcer: fc.constantFrom(...ANSWERS),
        infection: fc.constantFrom(...ANSWERS),
        pain: ofTen,
        hindrance: ofTen,
        remark: text
      },
      { requiredKeys: ['remark'] }
    )
  }),
  'lab-value': fc.record({
    caseId: link,
    on: day,
    content: fc.record({
      analyte: fc.constantFrom(...LABS),
      value: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
      unit: text
    })
  }),
  treatment: fc.record({
    caseId: link,
    startedOn: day,
    stoppedOn: day,
    content: fc.record({ name: text, dose: text, effect: text, adverse: text })
  })
};

const rowWith = (ids: fc.Arbitrary<string>, revisions: fc.Arbitrary<number>) =>
  fc.constantFrom(...(Object.keys(BODIES) as RowKind[])).chain((kind) =>
    fc
      .tuple(
        fc.record({
          id: ids,
          kind: fc.constant(kind),
          createdAt: time,
          updatedAt: time,
          revision: revisions,
          deletedAt: time
        }),
        BODIES[kind]
      )
      .map(([head, body]) => ({ ...head, ...body }) as AnyRow)
  );

const ofOneEach = (row: fc.Arbitrary<AnyRow>, maxLength: number) =>
  fc.uniqueArray(row, { maxLength, selector: (one) => one.id });

/** Rows of every kind that the schemas accept, each under an id of its own. */
export const arbitraryRows = ofOneEach(
  rowWith(id, fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })),
  12
);

/** The ids that rows of several devices share. */
export const SHARED_IDS = [1, 2, 3].map((now) => idFrom(now, new Uint8Array(10)));

/** Rows of one device, of which those of another are likely to be other states. */
export const rowsOfADevice = ofOneEach(
  rowWith(fc.constantFrom(...SHARED_IDS), fc.integer({ min: 1, max: 3 })),
  SHARED_IDS.length
);

/** Three devices on which each row was changed as often, each time otherwise. */
export const rowsThatPartedOnThreeDevices = fc
  .uniqueArray(rowWith(fc.constantFrom(...SHARED_IDS), fc.constant(2)), {
    maxLength: 9,
    selector: ({ content }) => canonicalJson(content)
  })
  .map((rows) => {
    const devices: [AnyRow[], AnyRow[], AnyRow[]] = [[], [], []];
    for (const row of rows)
      devices.find((device) => device.every((other) => other.id !== row.id))?.push(row);
    return devices;
  });
