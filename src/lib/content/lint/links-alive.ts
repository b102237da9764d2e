import { CONDITIONS } from '$lib/core/classifier/vocabulary';
import type { Block, Inline, TopicText } from '../blocks';
import { LANGUAGES, type Reference } from '../reference';
import type { Check } from './problem';

/** Every link, related topic, study list and drawing leads to something that is there. */
export const linksAlive =
  (drawings: ReadonlySet<string>): Check =>
  (reference) => {
    const targets = targetsOf(reference);
    const interventions = new Set<string>(
      reference.studies.map(({ intervention }) => intervention)
    );
    return reference.topics.flatMap((topic) => [
      ...topic.related
        .filter((id) => !targets.has(`topic:${id}`))
        .map((id) => ({ where: topic.id, what: `related: no topic ${id}` })),
      ...LANGUAGES.flatMap((language) => {
        const where = `${topic.id}/${language}`;
        const { blocks } = topic[language];
        return [
          ...linksOf(topic[language])
            .filter((to) => !targets.has(to))
            .map((to) => ({ where, what: `${to} leads nowhere` })),
          ...blocks.flatMap((block) => {
            if (block.kind === 'studies' && !interventions.has(block.intervention))
              return [{ where, what: `no study of ${block.intervention}` }];
            if (block.kind === 'drawing' && !drawings.has(block.of))
              return [{ where, what: `no drawing ${block.of}` }];
            return [];
          })
        ];
      })
    ]);
  };

function targetsOf({ topics }: Reference): Set<string> {
  return new Set([
    ...CONDITIONS.map((id) => `classify:${id}`),
    ...topics.flatMap(({ id, en }) => [
      `topic:${id}`,
      ...en.blocks.flatMap((block) => (block.kind === 'heading' ? [`topic:${id}#${block.id}`] : []))
    ])
  ]);
}

function linksOf({ answer, blocks }: TopicText): string[] {
  return [
    ...linksIn(answer.children),
    ...blocks.flatMap((block) => childrenOf(block).flatMap(linksIn))
  ];
}

function childrenOf(block: Block): Inline[][] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.children];
    case 'list':
      return block.items.map(({ children }) => children);
    case 'table':
      return [...block.head, ...block.rows.flatMap(({ cells }) => cells)];
    default:
      return [];
  }
}

function linksIn(children: readonly Inline[]): string[] {
  return children.flatMap((child) => {
    if (child.kind === 'text') return [];
    const inner = linksIn(child.children);
    return child.kind === 'link' ? [child.to, ...inner] : inner;
  });
}
