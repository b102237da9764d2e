import { hydrate, mount } from 'svelte';
import PageTools from '$lib/components/PageTools.svelte';
import { useLocale } from '$lib/i18n/locale';
import { isLocale } from '$lib/i18n/paraglide/runtime';
import { loadDetails } from '$lib/i18n/texts';
import { whenIdle } from '$lib/state/idle';
import SearchPanel from './SearchPanel.svelte';

/** Starts the written search page: docs/decisions/0016-the-classify-page-starts-in-parts.md. */
const { lang } = document.documentElement;
const locale = isLocale(lang) ? lang : 'fr';
useLocale(locale);
// Not awaited here: the published script is a classic one, which cannot wait at its top.
void loadDetails(locale).then(() => {
  const target = document.querySelector('[data-part="search"]');
  if (!target) throw new Error('The page has no part search');
  hydrate(SearchPanel, { target });
  // After the panel has begun to open its index.
  whenIdle(() => whenIdle(() => mount(PageTools, { target: document.body })));
});
