import { expect, test } from 'vitest';
import { REFERENCE, sourcesById } from '$lib/content/load.server';
import { plotPlace } from '$lib/core/evidence/select';
import { STUDIES, studyLabel, TOPIC_OF } from './studies';

test('the studies of the page are those of the reference', () => {
  expect(STUDIES).toEqual(REFERENCE.studies);
});

test('no study in the plot is controlled, as the page says', () => {
  const plotted = STUDIES.filter((study) => plotPlace(study) === 'plotted' || study.beforeAfter);
  expect(plotted.length).toBeGreaterThan(10);
  expect(plotted.filter(({ certainty }) => certainty === 'controlled')).toEqual([]);
});

test('every intervention leads to a topic', () => {
  const topics = new Set(REFERENCE.topics.map(({ id }) => id));
  expect(Object.values(TOPIC_OF).filter((topic) => !topics.has(topic))).toEqual([]);
});

test('every study is named by a label, and by its own paper where there is one', () => {
  expect(STUDIES.filter((study) => sourcesById.has(studyLabel(study)))).toEqual([]);
  const balin = STUDIES.find(({ id }) => id === 'balin-2012-diltiazem');
  expect(balin?.sources[0]).toBe('review-2015');
  expect(balin && studyLabel(balin)).toBe('Balin 2012');
});

test('the label of a study holds its year, which the page therefore does not repeat', () => {
  const without = STUDIES.filter((study) => !studyLabel(study).includes(String(study.year ?? '')));
  expect(without).toEqual([]);
});
