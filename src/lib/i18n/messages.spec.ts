import { expect, test } from 'vitest';
import englishCasebook from './messages/casebook/en.json';
import frenchCasebook from './messages/casebook/fr.json';
import englishDetails from './messages/details/en.json';
import frenchDetails from './messages/details/fr.json';
import englishEvidence from './messages/evidence/en.json';
import frenchEvidence from './messages/evidence/fr.json';
import englishFollowUp from './messages/follow-up/en.json';
import frenchFollowUp from './messages/follow-up/fr.json';
import englishFirst from './messages/en.json';
import frenchFirst from './messages/fr.json';
import englishPwa from './messages/pwa/en.json';
import frenchPwa from './messages/pwa/fr.json';
import englishReference from './messages/reference/en.json';
import frenchReference from './messages/reference/fr.json';

const french = {
  ...frenchFirst,
  ...frenchDetails,
  ...frenchPwa,
  ...frenchReference,
  ...frenchEvidence,
  ...frenchCasebook,
  ...frenchFollowUp
};
const english = {
  ...englishFirst,
  ...englishDetails,
  ...englishPwa,
  ...englishReference,
  ...englishEvidence,
  ...englishCasebook,
  ...englishFollowUp
};
type Key = keyof typeof french;
const keys = Object.keys(french) as Key[];
const both = keys.map((key) => ({ key, fr: french[key], en: english[key] }));

/** Texts that are written alike in both languages. */
const ALIKE = [
  'app_name',
  'nav_label',
  'sources',
  'signs_infection',
  'calcium',
  'how_analyte',
  'about_versions',
  'about_licences',
  'study_n',
  'study_n_one',
  'sources_title',
  'intervention_diltiazem',
  'intervention_minocycline',
  'intervention_colchicine',
  'intervention_bisphosphonate',
  'intervention_rituximab',
  'intervention_abatacept',
  'intervention_thalidomide',
  'intervention_laser',
  'disease_lupus',
  'evidence_patients',
  'cb_notes',
  'cb_note',
  'cb_kind_note',
  'cb_infection',
  'lk_minutes',
  'follow_plot_date',
  'follow_region_front_abdomen',
  'follow_region_back_sacrum'
];

test('both languages have the same texts, in the same order', () => {
  expect(Object.keys(english)).toEqual(keys);
});

test('the two languages differ except where both write alike', () => {
  expect(both.filter(({ fr, en }) => fr === en).map(({ key }) => key)).toEqual(ALIKE);
});

test('both languages take the same inputs', () => {
  const inputs = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();
  expect(both.filter(({ fr, en }) => String(inputs(fr)) !== String(inputs(en)))).toEqual([]);
});

test('French puts a narrow no-break space before double punctuation, and nothing else', () => {
  expect(both.filter(({ fr }) => /(?<!\u202f)[:;!?»]|«(?!\u202f)/.test(fr))).toEqual([]);
});

test('English puts no space before punctuation', () => {
  expect(both.filter(({ en }) => /[\s\u202f][:;!?,.]/.test(en))).toEqual([]);
});

test('apostrophes and quotes are typographic, and there is no markup', () => {
  expect(both.filter(({ fr, en }) => /['"]/.test(fr + en) || /[“”]/.test(fr))).toEqual([]);
});

test('nothing is called abnormal or N/A', () => {
  const rejected = /abnormal|anormal|N\/A/i;
  expect(both.filter(({ fr, en }) => rejected.test(fr) || rejected.test(en))).toEqual([]);
});
