import type { LabId } from '$lib/core/classifier/vocabulary';
import { m } from '$lib/i18n/paraglide/messages';
import { labName } from '$lib/i18n/wording-findings';

/** What was entered and is not used, in words. */
export function unusedNames(paths: readonly string[]): string[] {
  return paths.map((path) => {
    const [group, id = '', detail] = path.split('.');
    if (group === 'subject') return m.age();
    if (group === 'intervals') return m.own_intervals();
    const name = labName[id as LabId]?.() ?? id;
    return detail === 'interval' ? m.interval_of({ lab: name }) : name;
  });
}
