import type { AnyRow } from '$lib/core/casebook/row-schema';
import { pathsOf } from '$lib/core/casebook/saved-assessment';
import { ownDayOf, timelineOf } from '$lib/core/casebook/timeline';
import { assessmentOf } from '$lib/core/classifier/assessment-of';
import { dayText } from '$lib/i18n/dates';
import { inputText } from '$lib/i18n/input-text';
import { leadSentence } from '$lib/i18n/lead-sentence';
import { exactQuantity } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages';
import { certaintyName } from '$lib/i18n/wording';
import { kindName } from '$lib/i18n/wording-casebook';
import { labName } from '$lib/i18n/wording-findings';
import { flagTitle } from '$lib/i18n/wording-warnings';
import { visitText } from '../lesion-text';
import type { CaseFile } from '$lib/state/casebook';
import { momentText } from '$lib/i18n/moments';

/** What an entry is, and of when. */
export function headingOf(row: AnyRow): string {
  const day = ownDayOf(row);
  return `${kindName[row.kind]()} · ${day ? dayText(day) : momentText(row.createdAt)}`;
}

/** The case in plain words, the last first: for a letter, a message or a colleague. */
export function caseText({ case: { content }, rows }: CaseFile): string {
  const entries = timelineOf(rows).flatMap((row) => {
    const lines = linesOf(row);
    return lines.length === 0 ? [] : [`${headingOf(row)}\n${lines.join('\n')}`];
  });
  return [content.pseudonym, ...entries, m.cb_summary_closing()].join('\n\n');
}

function linesOf(row: AnyRow): string[] {
  switch (row.kind) {
    case 'assessment': {
      const { findings } = row.content;
      const now = assessmentOf(findings);
      return [
        `${leadSentence(now).sentence} (${certaintyName[now.certainty]()}, ${m.cb_rules({ version: row.ruleSet })})`,
        now.redFlags.map(({ id }) => flagTitle[id]()).join(' · '),
        pathsOf(findings)
          .map((path) => inputText(path, findings))
          .join(' · ')
      ].filter(Boolean);
    }
    case 'note':
      return [row.content.text];
    case 'checklist-run':
      return [row.content.title];
    case 'lesion-visit':
      return [visitText(row), row.content.remark].filter(Boolean);
    case 'lab-value':
      return [
        `${labName[row.content.analyte]()} ${exactQuantity(row.content.value, row.content.unit)}`
      ];
    case 'treatment':
      return [[row.content.name, row.content.dose].filter(Boolean).join(' · ')];
    default:
      return [];
  }
}
