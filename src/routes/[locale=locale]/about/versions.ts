import changelog from '../../../../CHANGELOG.md?raw';
import { readChangelog } from '$lib/pwa/changelog';

/** The texts, sources and terms that were reviewed together. */
export const CONTENT_VERSION = '2026.1';
/** The day on which the rule set and the content were last changed. */
export const RULE_SET_DAY = '2026-11-24';
/** The day of the release, from the change log. */
export const RELEASED_ON = readChangelog(changelog)[0]?.date ?? RULE_SET_DAY;
