import { idFrom } from '../../src/lib/core/casebook/id';
import { newRow, type Body } from '../../src/lib/core/casebook/row';
import type { AnyRow, RowKind } from '../../src/lib/core/casebook/row-schema';

/**
 * A case of which every text is one of these, so that each stands in each field that a file can bring: valid by their
 * schemas, as a file of a stranger would be.
 */
export function hostileRows(texts: readonly string[]) {
  const rows: AnyRow[] = [];
  const add = <Kind extends RowKind>(kind: Kind, body: Body<Kind>, deletedAt = 0): string => {
    const at = rows.length + 1;
    const random = Uint8Array.from({ length: 10 }, (_, place) => (at >> (8 * (place % 2))) & 255);
    const row = newRow(kind, idFrom(Date.now(), random), Date.now(), body);
    rows.push({ ...row, deletedAt } as AnyRow);
    return row.id;
  };
  const item = (text: string, at: number) => ({ id: `i${at}`, text, note: text });
  const sections = texts.map((title, at) => ({ title, items: [item(title, at)] }));
  const states = Object.fromEntries(
    texts.map((remark, at) => [`i${at}`, { state: 'done' as const, at: 1, remark }])
  );

  const caseId = add('case', { archivedAt: 0, content: { pseudonym: texts[0] ?? '' } });
  const ids = {
    case: caseId,
    note: add('note', {
      caseId,
      assessmentId: '',
      topic: 'surgery',
      pinnedAt: 1,
      content: { text: texts.join('\n\n'), tags: [...texts] }
    }),
    template: add('checklist-template', { content: { title: texts[0] ?? '', sections } }),
    run: add('checklist-run', {
      caseId,
      templateId: texts[0] ?? '',
      closedAt: 0,
      content: { title: texts[0] ?? '', sections, states }
    })
  };
  texts.forEach((text, at) => {
    const on = '2026-11-20';
    add('case', { archivedAt: 0, content: { pseudonym: text } });
    add('case', { archivedAt: 0, content: { pseudonym: text } }, Date.now());
    add('assessment', {
      caseId,
      ruleSet: text,
      content: {
        findings: {},
        sampledOn: '',
        result: { reachable: [], certainty: 'indeterminate', redFlags: [] }
      }
    });
    add('note', {
      caseId,
      assessmentId: '',
      topic: at % 2 ? 'surgery' : text,
      pinnedAt: 0,
      content: { text, tags: [text] }
    });
    add('note-version', { noteId: ids.note, content: { text } });
    add('checklist-template', { content: { title: text, sections: [] } });
    add('checklist-run', {
      caseId,
      templateId: text,
      closedAt: 0,
      content: { title: text, sections: [{ title: text, items: [item(text, at)] }], states: {} }
    });
    const lesionId = add('lesion', {
      caseId,
      content: { label: text, view: 'front', region: text, x: 500, y: 300 }
    });
    add('lesion-visit', { caseId, lesionId, on, content: { lengthMm: 9, remark: text } });
    add('lab-value', { caseId, on, content: { analyte: 'phosphate', value: 1.2, unit: text } });
    add('treatment', {
      caseId,
      startedOn: on,
      stoppedOn: '',
      content: { name: text, dose: text, effect: text, adverse: text }
    });
  });
  return { rows, ids };
}
