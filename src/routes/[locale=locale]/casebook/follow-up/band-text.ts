import type { Band } from '$lib/core/casebook/follow-up';
import { dayText } from '$lib/i18n/dates';
import { m } from '$lib/i18n/paraglide/messages';

/** The drug and what the reader wrote of its dose. */
export const bandName = ({ name, dose }: Band): string => [name, dose].filter(Boolean).join(', ');

/** A first day before the window is not shown as one within it. */
export const startText = ({ from, startedBefore }: Band): string =>
  startedBefore ? m.follow_plot_started_before({ on: dayText(from) }) : dayText(from);

export const endText = ({ to, goesOn }: Band): string =>
  goesOn ? m.follow_plot_goes_on({ on: dayText(to) }) : dayText(to);

export const bandText = (band: Band): string =>
  m.follow_plot_band({ name: bandName(band), from: startText(band), to: endText(band) });
