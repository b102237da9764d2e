import { getLocale } from '$lib/i18n/paraglide/runtime';
import { classifyWith } from '$lib/i18n/paths';
import type { ConditionId } from '$lib/core/classifier/vocabulary';

/** The address of `topic:ID#SECTION`, seen from another topic, or of `classify:CONDITION`. */
export function linkTarget(to: string): string {
  const [kind, rest = ''] = to.split(/:(.*)/);
  if (kind === 'classify') return classifyWith(rest as ConditionId, getLocale());
  const [id = '', section] = rest.split('#');
  return `../${id}/${section ? `#${section}` : ''}`;
}
