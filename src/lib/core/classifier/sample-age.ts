import type { Findings } from './findings';
import { LABS, type LabId } from './vocabulary';

export interface SampleAge {
  /** The oldest dated figure in use; its age in whole days, below 0 for a date to come. */
  oldest?: { lab: LabId; day: string; days: number };
  /** Figures in use whose day is not known. */
  undated: LabId[];
}

const DAY_MS = 86_400_000;

/** How old the figures in use are on `today` (ISO day). Values from before the treatment are not used. */
export function sampleAge({ labs = {} }: Findings, today: string): SampleAge {
  const used = LABS.filter((lab) => labs[lab] && labs[lab].when !== 'before-treatment');
  const dated = used
    .flatMap((lab) => {
      const day = labs[lab]!.sampledOn;
      return day ? [{ lab, day, days: (Date.parse(today) - Date.parse(day)) / DAY_MS }] : [];
    })
    .sort((one, other) => other.days - one.days);
  return {
    ...(dated[0] && { oldest: dated[0] }),
    undated: used.filter((lab) => !labs[lab]!.sampledOn)
  };
}

/** The day on the reader's own calendar. */
export function isoDay(now: Date): string {
  const two = (figure: number) => String(figure).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
