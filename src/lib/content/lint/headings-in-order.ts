import { LANGUAGES } from '../reference';
import type { Check } from './problem';

/** No heading is skipped on the way down, no id stands twice on a page, and each heading has text below it. */
export const headingsInOrder: Check = ({ topics }) =>
  topics.flatMap((topic) =>
    LANGUAGES.flatMap((language) => {
      const where = `${topic.id}/${language}`;
      const seen = new Set<string>();
      let level = 1;
      return topic[language].blocks.flatMap((block, index, blocks) => {
        if (block.kind !== 'heading') return [];
        const problems = [];
        if (block.level > level + 1)
          problems.push({ where, what: `#${block.id} skips a level of heading` });
        if (seen.has(block.id)) problems.push({ where, what: `#${block.id} stands twice` });
        const next = blocks[index + 1];
        if (!next || (next.kind === 'heading' && next.level <= block.level))
          problems.push({ where, what: `#${block.id} has nothing below it` });
        seen.add(block.id);
        level = block.level;
        return problems;
      });
    })
  );
