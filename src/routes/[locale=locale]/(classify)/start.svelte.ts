import './classify.css';
import { hydrate, mount, type Component } from 'svelte';
import { bringStyles } from '$lib/components/page-styles';
import PageTools from '$lib/components/PageTools.svelte';
import { useLocale } from '$lib/i18n/locale';
import { isLocale } from '$lib/i18n/paraglide/runtime';
import { entry } from '$lib/state/entry.svelte';
import { whenIdle } from '$lib/state/idle';
import { installation } from '$lib/state/installation.svelte';
import Announcer from './Announcer.svelte';
import Below from './Below.svelte';
import { classification } from './classification.svelte';
import Figures from './Figures.svelte';
import Notices from './Notices.svelte';
import PersonFields from './PersonFields.svelte';
import { emptySummary, resultSummary } from './result-summary';
import ResultPanel from './ResultPanel.svelte';
import SiteExposure from './SiteExposure.svelte';
import { takeOver } from './take-over';
import WarningSigns from './WarningSigns.svelte';

/**
 * Starts the written Classify page part by part: the figures and the result at once, so that a value typed at the first
 * moment is answered; the rest when the browser has time. Why Kit does not start it:
 * docs/decisions/0016-the-classify-page-starts-in-parts.md.
 */
const { lang } = document.documentElement;
useLocale(isLocale(lang) ? lang : 'fr');

/** Read anew by the parts whenever the entry changes. */
const shared = {
  get evaluated() {
    return classification.evaluated;
  },
  get isEmpty() {
    return classification.isEmpty;
  },
  get isRestThere() {
    return classification.isRestThere;
  }
};

const announced = {
  get text() {
    const summary = shared.isEmpty ? emptySummary() : resultSummary(shared.evaluated);
    return Object.values(summary).join('. ');
  }
};

startParts();

function startParts(): void {
  const typeAgain = start('figures', Figures, shared);
  start('result', ResultPanel, shared);
  mount(PageTools, { target: document.body });
  // Only now: a part is taken up as it was written, which is with an empty entry.
  entry.load();
  typeAgain();

  // After the answer to what was typed early.
  setTimeout(follow);
  whenIdle(() => void bringStyles().then(startRest));
}

/** What is done with each entry, besides showing what it amounts to. */
function follow(): void {
  $effect.root(() => {
    $effect(() => entry.keep());
    $effect(() => {
      if (!entry.isEmpty && classification.evaluated.assessment.subtype !== 'indeterminate') {
        installation.noteUse();
      }
    });
  });
}

function startRest(): void {
  for (const rest of [
    () => start('site', SiteExposure, {})(),
    () => start('signs', WarningSigns, {})(),
    () => mount(Notices, { target: part('notices') }),
    () => mount(PersonFields, { target: part('person'), props: shared }),
    () => mount(Below, { target: part('below') }),
    () => (classification.isRestThere = true),
    () => mount(Announcer, { target: document.body, props: announced })
  ])
    whenIdle(rest);
}

/** Takes up a part that stands in the page; the answer does again what was done to it before. */
function start<Props extends Record<string, unknown>>(
  name: string,
  component: Component<Props>,
  props: Props
): () => void {
  const target = part(name);
  const doAgain = takeOver(target);
  hydrate(component, { target, props });
  return doAgain;
}

function part(name: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(`[data-part="${name}"]`);
  if (!found) throw new Error(`The page has no part ${name}`);
  return found;
}
