import { REFERENCE } from '$lib/content/load.server';
import { plain } from '$lib/content/blocks';
import type { Language } from '$lib/content/reference';
import { TOPIC_GROUPS } from '$lib/content/schema';
import type { PageServerLoad } from './$types';

export const csr = false;
export const prerender = true;

/** Every topic with the beginning of its answer, by group. */
export const load: PageServerLoad = ({ params }) => {
  const language = params.locale as Language;
  return {
    groups: TOPIC_GROUPS.map((group) => ({
      group,
      topics: REFERENCE.topics
        .filter((topic) => topic.group === group)
        .map((topic) => ({
          id: topic.id,
          title: topic[language].title,
          answer: firstSentence(plain(topic[language].answer.children))
        }))
    }))
  };
};

/** A full stop that is followed by a capital: not that of "p. ex." or of a decimal. */
function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s+\p{Lu}|$)/su.exec(text)?.[0] ?? text;
}
