import type { TopicText } from './blocks';
import type { ShippedChecklist } from './checklist-schema';
import type { Source, Study, TopicMeta } from './schema';

/** A topic in both languages. */
export type Topic = TopicMeta & { fr: TopicText; en: TopicText };

export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** All that the reference holds, as the lint looks at it. */
export interface Reference {
  topics: Topic[];
  bibliography: Source[];
  studies: Study[];
  checklists: ShippedChecklist[];
}
