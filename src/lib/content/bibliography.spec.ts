import { parse } from 'valibot';
import { expect, test } from 'vitest';
import sources from './bibliography.json';
import { FOUR_OR_FIVE_SOURCES } from './bibliography';
import labels from './citation-labels.json';
import { BibliographySchema, CitationLabelsSchema, type Source } from './schema';
import { addressOf } from './source-text';

const BIBLIOGRAPHY = new Map((sources as Source[]).map((source) => [source.id, source]));

test('every source has the fields of CSL-JSON and well-formed identifiers', () => {
  expect(parse(BibliographySchema, sources)).toEqual(sources);
});

test('no two sources share an id or an identifier', () => {
  for (const field of ['id', 'DOI', 'PMID', 'PMCID', 'URL'] as const) {
    const values = [...BIBLIOGRAPHY.values()].flatMap((source) => source[field] ?? []);
    expect(new Set(values).size, field).toBe(values.length);
  }
  expect(BIBLIOGRAPHY.size).toBe(sources.length);
});

test('every source has one label of its own, and every label a source', () => {
  const named = parse(CitationLabelsSchema, labels);
  expect(Object.keys(named).toSorted()).toEqual([...BIBLIOGRAPHY.keys()].toSorted());
  expect(new Set(Object.values(named)).size).toBe(BIBLIOGRAPHY.size);
});

test('a label says the year of its source, where it says one', () => {
  for (const [id, label] of Object.entries(labels)) {
    const year = /\b(?:19|20)\d\d\b/.exec(label)?.[0];
    if (year) expect(String(BIBLIOGRAPHY.get(id)?.issued?.['date-parts'][0][0]), id).toBe(year);
  }
  expect(labels['review-2015']).toBe('Fabreguet 2015');
});

test('identifiers that were never seen for a reference of the review stay out', () => {
  expect(BIBLIOGRAPHY.get('shahi-2014')).not.toHaveProperty('DOI');
  expect(BIBLIOGRAPHY.get('shahi-2014')).not.toHaveProperty('PMID');
});

test('a source is opened by its DOI first, then PubMed, then PMC, then its page', () => {
  const address = (id: string) => {
    const source = BIBLIOGRAPHY.get(id);
    return source && addressOf(source);
  };
  expect(address('reiter-2011')).toBe('https://doi.org/10.1016/j.jaad.2010.08.038');
  expect(address('statpearls-calcinosis')).toBe('https://pubmed.ncbi.nlm.nih.gov/28846311/');
  expect(address('eflm-survey')).toBe('https://pmc.ncbi.nlm.nih.gov/articles/PMC4975217/');
  expect(address('dermnet-calcinosis-cutis')).toBe('https://dermnetnz.org/topics/calcinosis-cutis');
  expect(address('payne-1973')).toBeUndefined();
});

test('the explanation of four subtypes or five cites sources that exist', () => {
  expect(FOUR_OR_FIVE_SOURCES.flat().filter((id) => !BIBLIOGRAPHY.has(id))).toEqual([]);
});
