import { error } from '@sveltejs/kit';
import { citedIn, REFERENCE, sourcesById, titlesIn } from '$lib/content/load.server';
import { piecesOf } from '$lib/content/lint/problem';
import type { Language } from '$lib/content/reference';
import type { EntryGenerator, PageServerLoad } from './$types';

/** The page is read as it is: nothing of it is started by a script but what `src/reader` adds. */
export const csr = false;
export const prerender = true;

export const entries: EntryGenerator = () =>
  (['fr', 'en'] as const).flatMap((locale) =>
    REFERENCE.topics.map(({ id }) => ({ locale, topic: id }))
  );

export const load: PageServerLoad = ({ params }) => {
  const language = params.locale as Language;
  const { topics, studies } = REFERENCE;
  const index = topics.findIndex(({ id }) => id === params.topic);
  const topic = topics[index];
  if (!topic) error(404);
  const text = topic[language];
  const shown = new Set(
    text.blocks.flatMap((block) => (block.kind === 'studies' ? [block.intervention] : []))
  );
  const ownStudies = studies.filter(({ intervention }) => shown.has(intervention));
  const sources = [
    ...new Set([
      ...piecesOf(text).flatMap(({ cites }) => cites),
      ...ownStudies.flatMap((study) => study.sources)
    ])
  ].map((id) => sourcesById.get(id)!);
  const neighbour = (step: number) => {
    const other = topics[index + step];
    return other && { id: other.id, title: other[language].title };
  };
  return {
    id: topic.id,
    text,
    reviewed: topic.reviewed,
    version: topic.version,
    changes: topic.changes.map((change) => ({ on: change.on, what: change[language] })),
    related: topic.related.map((id) => ({ id, title: titlesIn(language).get(id) ?? id })),
    studies: ownStudies,
    sources,
    citedIn: Object.fromEntries(
      sources.map(({ id }) => [id, citedIn(id).filter((one) => one !== topic.id)])
    ),
    previous: neighbour(-1),
    next: neighbour(1)
  };
};
