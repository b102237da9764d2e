import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  SOURCES_BY_CAUTION,
  SOURCES_BY_RED_FLAG,
  SOURCES_BY_RULE
} from '$lib/core/classifier/knowledge';
import { INTERVALS } from '$lib/core/intervals/sets';
import facts from '../../../../tests/fixtures/facts.json';
import { FOUR_OR_FIVE_SOURCES, PRODUCT_THRESHOLDS } from '../bibliography';
import { ABBREVIATIONS, REFERENCE } from '../load.server';
import { checklistItemsToldApart } from './checklist-items-told-apart';
import { checklistLanguages } from './checklist-languages';
import { checklistsRestOnTopics } from './checklists-rest-on-topics';
import { citationsResolve } from './citations-resolve';
import { everyPieceCited } from './every-piece-cited';
import { everySourceCited } from './every-source-cited';
import { factsCarried } from './facts-carried';
import { forbiddenClaims } from './forbidden-claims';
import { headingsInOrder } from './headings-in-order';
import { languagesInStep } from './languages-in-step';
import { linksAlive } from './links-alive';
import { misreadFrench } from './misread-french';
import type { Check } from './problem';
import { reviewed } from './reviewed';

const DRAWINGS = new Set(
  readdirSync(join(import.meta.dirname, '..', '..', 'components', 'drawings')).map((file) =>
    file.replace('.svelte', '')
  )
);

/** What the classifier, its intervals and their explanations name. */
const ELSEWHERE = new Set([
  ...[SOURCES_BY_RULE, SOURCES_BY_CAUTION, SOURCES_BY_RED_FLAG].flatMap((map) =>
    Object.values(map).flat()
  ),
  ...Object.values(INTERVALS).flatMap((rows) => rows.flatMap(({ sources }) => sources)),
  ...FOUR_OR_FIVE_SOURCES.flat(),
  ...PRODUCT_THRESHOLDS.flatMap(({ sources }) => sources),
  ...ABBREVIATIONS.flatMap(({ sources }) => sources)
]);

const CHECKS: Record<string, Check> = {
  'every paragraph, item and row names a source': everyPieceCited,
  'every source that is named is in the bibliography': citationsResolve,
  'every source in the bibliography is named': everySourceCited(ELSEWHERE),
  'both languages say the same, with the same figures and sources': languagesInStep,
  'headings are in order and have text below them': headingsInOrder,
  'links, related topics, studies and drawings are there': linksAlive(DRAWINGS),
  'nothing is claimed that must not be': forbiddenClaims,
  'no French reads as something else than it means': misreadFrench,
  'nothing was changed after it was reviewed': reviewed,
  'checklists, and the items of each, have ids and places of their own': checklistItemsToldApart,
  'checklists have the same figures in both languages, and sound typography': checklistLanguages,
  'checklists name no source or fact that the topics do not': checklistsRestOnTopics,
  'every fact is carried in both languages': factsCarried(facts.map(({ id }) => id))
};

test('the reference holds every topic, study and checklist', () => {
  expect(REFERENCE.topics.length).toBeGreaterThanOrEqual(39);
  expect(REFERENCE.studies.length).toBeGreaterThanOrEqual(53);
  expect(facts.length).toBe(236);
  expect(REFERENCE.checklists.length).toBeGreaterThanOrEqual(18);
});

test.each(Object.entries(CHECKS))('%s', (_, check) => {
  expect(check(REFERENCE)).toEqual([]);
});
