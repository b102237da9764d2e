import type { IdentifierKind } from '$lib/core/casebook/identifier';
import type { Reason } from '$lib/core/casebook/outcome';
import type { RowKind } from '$lib/core/casebook/row-schema';
import { m } from './paraglide/messages';

type Text = () => string;

/** Why something was not kept, and what can be done. */
export const reasonText: Record<Reason, Text> = {
  quota: m.cb_reason_quota,
  'connection-lost': m.cb_reason_connection_lost,
  'newer-database': m.cb_reason_newer_database,
  blocked: m.cb_reason_blocked,
  aborted: m.cb_reason_aborted,
  unavailable: m.cb_reason_unavailable,
  locked: m.cb_reason_locked,
  damaged: m.cb_reason_damaged,
  unknown: m.cb_reason_unknown
};

/** An encrypted row that does not open: no more is known of it than the table that it stands in. */
export const tableName: Record<string, Text> = {
  cases: m.cb_kind_case,
  assessments: m.cb_kind_assessment,
  notes: m.cb_kind_note,
  noteVersions: m.cb_kind_note_version,
  checklistTemplates: m.cb_kind_checklist_template,
  checklistRuns: m.cb_kind_checklist_run,
  measurements: m.lk_check_measurement,
  treatments: m.cb_kind_treatment,
  drafts: m.lk_check_draft,
  snapshots: m.lk_check_snapshot
};

/** What a text seems to contain. */
export const identifierName: Record<IdentifierKind, Text> = {
  avs: m.cb_identifier_avs,
  'insurance-card': m.cb_identifier_insurance_card,
  'e-mail': m.cb_identifier_e_mail,
  phone: m.cb_identifier_phone,
  'date-of-birth': m.cb_identifier_date_of_birth,
  'file-number': m.cb_identifier_file_number
};

export const kindName: Record<RowKind, Text> = {
  case: m.cb_kind_case,
  assessment: m.cb_kind_assessment,
  note: m.cb_kind_note,
  'note-version': m.cb_kind_note_version,
  'checklist-template': m.cb_kind_checklist_template,
  'checklist-run': m.cb_kind_checklist_run,
  lesion: m.cb_kind_lesion,
  'lesion-visit': m.cb_kind_lesion_visit,
  'lab-value': m.cb_kind_lab_value,
  treatment: m.cb_kind_treatment
};
