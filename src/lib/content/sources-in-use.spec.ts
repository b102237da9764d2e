import { expect, test } from 'vitest';
import {
  SOURCES_BY_CAUTION,
  SOURCES_BY_RED_FLAG,
  SOURCES_BY_RULE
} from '$lib/core/classifier/knowledge';
import { INTERVALS } from '$lib/core/intervals/sets';
import { FOUR_OR_FIVE_SOURCES, PRODUCT_THRESHOLDS } from './bibliography';
import sources from './bibliography.json';

const BIBLIOGRAPHY = new Map(sources.map((source) => [source.id, source]));

const CITED = {
  rules: Object.values(SOURCES_BY_RULE).flat(),
  cautions: Object.values(SOURCES_BY_CAUTION).flat(),
  'red flags': Object.values(SOURCES_BY_RED_FLAG).flat(),
  intervals: Object.values(INTERVALS).flatMap((rows) => rows.flatMap((row) => row.sources)),
  'product thresholds': PRODUCT_THRESHOLDS.flatMap(({ sources }) => sources),
  'explanation of four subtypes or five': FOUR_OR_FIVE_SOURCES.flat()
};

test.each(Object.entries(CITED))('every source of the %s is in the bibliography', (_, ids) => {
  expect(ids.length).toBeGreaterThan(0);
  expect(ids.filter((id) => !BIBLIOGRAPHY.has(id))).toEqual([]);
});

test('every reason has a source', () => {
  const bare = Object.entries(SOURCES_BY_RULE).filter(([, sources]) => sources.length === 0);
  expect(bare).toEqual([]);
});

test('every interval has a source', () => {
  const rows = Object.values(INTERVALS).flat();
  expect(rows.filter(({ sources }) => sources.length === 0)).toEqual([]);
});

test('the thresholds of the product are the same in both units', () => {
  for (const threshold of PRODUCT_THRESHOLDS) {
    expect(threshold['mmol2/L2']).toBeCloseTo(threshold['mg2/dL2'] / 12.414, 2);
  }
});
