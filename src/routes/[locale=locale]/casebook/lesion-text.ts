import type { LesionVisit, MORPHOLOGIES } from '$lib/core/casebook/row-schema';
import type { Followed, Measure } from '$lib/core/casebook/follow-up';
import { exactNumber } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages';

type Text = () => string;
export type Morphology = (typeof MORPHOLOGIES)[number];

export const morphologyName: Record<Morphology, Text> = {
  nodular: m.cb_morphology_nodular,
  amorphous: m.cb_morphology_amorphous,
  linear: m.cb_morphology_linear,
  plate: m.cb_morphology_plate,
  sheet: m.cb_morphology_sheet,
  reticular: m.cb_morphology_reticular,
  net: m.cb_morphology_net,
  mousse: m.cb_morphology_mousse,
  stone: m.cb_morphology_stone
};

export const measureName: Record<Measure, Text> = {
  length: m.cb_length,
  area: m.cb_area,
  pain: m.cb_pain,
  hindrance: m.cb_hindrance
};

export const followedName: Record<Followed, Text> = {
  ...measureName,
  width: m.cb_width,
  morphology: m.cb_morphology,
  ulcer: m.cb_ulcer,
  infection: m.cb_infection
};

const ANSWER: Record<string, Text> = { yes: m.yes, no: m.no, unknown: m.unknown };
const OF: Record<string, { name: Text; unit: string }> = {
  length: { name: m.cb_length, unit: '\u202fmm' },
  lengthMm: { name: m.cb_length, unit: '\u202fmm' },
  width: { name: m.cb_width, unit: '\u202fmm' },
  widthMm: { name: m.cb_width, unit: '\u202fmm' },
  area: { name: m.cb_area, unit: '\u202fmm²' },
  pain: { name: m.cb_pain, unit: '/10' },
  hindrance: { name: m.cb_hindrance, unit: '/10' },
  morphology: { name: m.cb_morphology, unit: '' },
  ulcer: { name: m.cb_ulcer, unit: '' },
  infection: { name: m.cb_infection, unit: '' }
};

/** What was seen, with its unit, after its name where wanted: `longueur 12 mm`. */
export function seenText(of: string, value: number | string, isNamed = false): string {
  const known = OF[of];
  const text =
    typeof value === 'number'
      ? `${exactNumber(Math.round(value * 10) / 10, '')}${known?.unit ?? ''}`
      : (ANSWER[value]?.() ?? morphologyName[value as Morphology]?.() ?? value);
  return isNamed && known ? `${known.name()}${m.colon()}${text}` : text;
}

/** Everything that was seen of a lesion on one day, in one line. */
export function visitText({ content }: LesionVisit): string {
  return Object.entries(content)
    .filter(([of, value]) => of !== 'remark' && value !== undefined)
    .map(([of, value]) => seenText(of, value, true))
    .join(m.semicolon());
}
