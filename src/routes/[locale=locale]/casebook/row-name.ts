import { titleOf } from '$lib/core/casebook/note-text';
import type { AnyRow } from '$lib/core/casebook/row-schema';
import { labName } from '$lib/i18n/wording-findings';
import { kindName } from '$lib/i18n/wording-casebook';

/** What a row is called in a list: by what it says, else by what it is. */
export function nameOf({ kind, content }: AnyRow): string {
  if ('pseudonym' in content) return content.pseudonym;
  if ('text' in content) return titleOf(content.text) || kindName[kind]();
  if ('title' in content) return content.title;
  if ('label' in content) return content.label;
  if ('analyte' in content) return labName[content.analyte]();
  return 'name' in content ? content.name : kindName[kind]();
}
