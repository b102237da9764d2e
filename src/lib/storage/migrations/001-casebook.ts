/**
 * The first tables. Only structure is indexed, never content, so that content can be sealed without moving a row.
 * `deletedAt` and `archivedAt` are 0 rather than absent, as a row without the key is not in the index.
 */
export const CASEBOOK = {
  cases: 'id, updatedAt, deletedAt',
  assessments: 'id, caseId, deletedAt',
  notes: 'id, caseId, topic, [pinnedAt+updatedAt], deletedAt',
  noteVersions: 'id, noteId, deletedAt',
  checklistTemplates: 'id, deletedAt',
  checklistRuns: 'id, caseId, closedAt, deletedAt',
  measurements: 'id, caseId, deletedAt',
  treatments: 'id, caseId, deletedAt',
  drafts: 'id',
  settings: 'id',
  snapshots: 'id, createdAt',
  meta: 'id'
};
