/**
 * A made-up case, as the casebook keeps it, for the pictures of the project: by table.
 *
 * @returns {Record<string, Record<string, unknown>[]>}
 */
export function pictureRows() {
  let count = 0;
  const id = () => {
    count += 1;
    return `01a211b8-e660-7101-8101-${String(count).padStart(12, '0')}`;
  };
  const made = Date.UTC(2026, 8, 3, 8);
  const row = (/** @type {string} */ kind, /** @type {object} */ body) => ({
    id: id(),
    kind,
    createdAt: made,
    updatedAt: made + count * 3_600_000,
    revision: 1,
    deletedAt: 0,
    ...body
  });
  const one = row('case', { archivedAt: 0, content: { pseudonym: 'Dossier bleu, pivoine' } });
  const caseId = one.id;
  const lesion = row('lesion', {
    caseId,
    content: {
      label: 'Avant-bras droit',
      view: 'front',
      region: 'front-right-forearm',
      x: 190,
      y: 455
    }
  });
  const visit = (
    /** @type {string} */ on,
    /** @type {number} */ lengthMm,
    /** @type {number} */ pain
  ) =>
    row('lesion-visit', {
      caseId,
      lesionId: lesion.id,
      on,
      content: {
        lengthMm,
        widthMm: 9,
        morphology: 'nodular',
        ulcer: pain > 5 ? 'yes' : 'no',
        pain,
        remark: ''
      }
    });
  const value = (/** @type {string} */ on, /** @type {number} */ phosphate) =>
    row('lab-value', {
      caseId,
      on,
      content: { analyte: 'phosphate', value: phosphate, unit: 'mmol/L' }
    });
  return {
    cases: [one],
    notes: [
      row('note', {
        caseId,
        assessmentId: '',
        topic: '',
        pinnedAt: made,
        content: {
          text: 'Ulcère propre de l’avant-bras, à revoir jeudi.\n\n- pansement changé',
          tags: ['avant-bras']
        }
      })
    ],
    measurements: [
      lesion,
      visit('2026-09-03', 24, 7),
      visit('2026-10-01', 21, 5),
      visit('2026-11-05', 16, 3),
      value('2026-09-03', 1.22),
      value('2026-10-01', 1.18),
      value('2026-11-05', 1.2)
    ],
    treatments: [
      row('treatment', {
        caseId,
        startedOn: '2026-09-10',
        stoppedOn: '',
        content: { name: 'Diltiazem', dose: '2 × 60 mg', effect: '', adverse: '' }
      })
    ]
  };
}
