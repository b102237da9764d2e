import { mount } from 'svelte';
import PageTools from '$lib/components/PageTools.svelte';
import { useLocale } from '$lib/i18n/locale';
import { isLocale } from '$lib/i18n/paraglide/runtime';
import { loadDetails } from '$lib/i18n/texts';
import { whenIdle } from '$lib/state/idle';
import { openSourcesInPlace } from './citations';
import { explainAbbreviations } from './abbreviations';
import { addContents } from './contents';
import { showKept } from './kept';
import { listNotes } from './notes';
import { addTools } from './tools';

/**
 * What a script adds to a page of the reference, which can be read without any: sources in place, favourites, share,
 * the terms, updates. These pages are not hydrated: docs/decisions/0013-pages-that-are-only-read.md.
 */
const { lang } = document.documentElement;
const locale = isLocale(lang) ? lang : 'fr';
useLocale(locale);
// Not awaited here: the published script is a classic one, which cannot wait at its top.
void loadDetails(locale).then(() => {
  openSourcesInPlace();
  addContents();
  addTools();
  showKept();
  void explainAbbreviations();
  whenIdle(() => void listNotes());
  mount(PageTools, { target: document.body });
});
