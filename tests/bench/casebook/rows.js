import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/install.js';

/**
 * Casebooks of a known size, but for their dates the same in every run: cases, notes of 200 to 600 characters in sentences of the reference,
 * and checklists. A row in twenty lies in the trash, a case in ten is archived, and a third of the checklists is open.
 *
 * @typedef {{ cases: number, notes: number, runs: number }} Size
 * @typedef {{ id: string, kind: string, updatedAt: number, deletedAt: number, pinnedAt?: number, content: Record<string, unknown> }} Row
 */

const HOUR_MS = 3_600_000;
/** Of today: the app removes what has lain in its trash for a month. */
const NEWEST = Date.now() - (Date.now() % HOUR_MS) - HOUR_MS;
const TAGS = ['lit12', 'main', 'coude', 'pansement', 'staff', 'rappel', 'famille'];

/**
 * @param {Size} size
 * @returns {{ cases: Row[], notes: Row[], checklistRuns: Row[] }} by the name of their table
 */
export function makeRows({ cases, notes, runs }) {
  const random = seeded(25_11_2026);
  const below = (/** @type {number} */ end) => Math.floor(random() * end);
  const sentences = sentencesOfReference();
  const sentence = () => sentences[below(sentences.length)] ?? '';
  const row = (
    /** @type {string} */ kind,
    /** @type {number} */ at,
    /** @type {object} */ body
  ) => {
    const time = NEWEST - at * HOUR_MS;
    return {
      id: idOf(time, random),
      kind,
      createdAt: time,
      updatedAt: time + below(HOUR_MS),
      revision: 1 + below(5),
      deletedAt: at % 20 === 7 ? NEWEST : 0,
      .../** @type {{ content: Record<string, unknown> }} */ (body)
    };
  };
  const madeCases = list(cases, (at) =>
    row('case', at, {
      archivedAt: at % 10 === 3 ? NEWEST : 0,
      content: { pseudonym: `lit ${at + 1}, ${TAGS[below(TAGS.length)]}` }
    })
  );
  const aCase = () => madeCases[below(madeCases.length)]?.id ?? '';
  return {
    cases: madeCases,
    notes: list(notes, (at) => {
      const length = 200 + below(400);
      let text = '';
      while (text.length < length) text += `${sentence()}${random() < 0.2 ? '\n' : ' '}`;
      return row('note', at, {
        caseId: random() < 0.5 ? aCase() : '',
        assessmentId: '',
        topic: '',
        pinnedAt: at % 500 === 11 ? NEWEST : 0,
        content: { text: text.slice(0, 600).trim(), tags: [TAGS[below(TAGS.length)] ?? ''] }
      });
    }),
    checklistRuns: list(runs, (at) => {
      const items = list(12, (number) => ({ id: `i${number}`, text: short(sentence()), note: '' }));
      const handled = items.slice(0, below(items.length));
      return row('checklist-run', at, {
        caseId: aCase(),
        templateId: '',
        closedAt: at % 3 === 0 ? 0 : NEWEST,
        content: {
          title: short(sentence()),
          sections: list(3, (part) => ({
            title: short(sentence()),
            items: items.slice(4 * part, 4 * part + 4)
          })),
          states: Object.fromEntries(
            handled.map(({ id }) => [id, { state: 'done', at: NEWEST, remark: '' }])
          )
        }
      });
    })
  };
}

/** @param {string} text */
const short = (text) => text.slice(0, 80);

/**
 * @template One
 * @param {number} count
 * @param {(at: number) => One} make
 */
const list = (count, make) => Array.from({ length: count }, (_, at) => make(at));

function sentencesOfReference() {
  const topics = join(ROOT, 'src', 'lib', 'content', 'topics');
  return readdirSync(topics)
    .map((topic) => readFileSync(join(topics, topic, 'fr.md'), 'utf8'))
    .flatMap((text) => text.split('\n'))
    .filter((line) => /^[\p{L}*]/u.test(line))
    .flatMap((line) =>
      line.replace(/\s*[[{][^\]}]*[\]}](\([^)]*\))?|\*\*/g, '').split(/(?<=[.!?]) /)
    )
    .filter((sentence) => sentence.length > 20);
}

/** UUID version 7. @param {number} time @param {() => number} random */
function idOf(time, random) {
  const hex = (/** @type {number} */ digits) =>
    Math.floor(random() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0');
  const at = time.toString(16).padStart(12, '0');
  return `${at.slice(0, 8)}-${at.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(12)}`;
}

/** Mulberry32. @param {number} seed */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
