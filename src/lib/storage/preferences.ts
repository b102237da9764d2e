import type { CustomInterval } from '$lib/core/classifier/findings';
import {
  INTERVAL_SETS,
  LABS,
  type IntervalSetId,
  type LabId
} from '$lib/core/classifier/vocabulary';
import { isIntervalChoice } from '$lib/core/intervals/custom';
import { UNITS } from '$lib/core/quantities/units';

/** Renaming it loses every reader's choices. */
export const PREFERENCES_KEY = 'calcinote.preferences';

export type Theme = 'auto' | 'light' | 'dark';

export interface Preferences {
  locale?: 'fr' | 'en';
  theme: Theme;
  /** The unit last chosen for an analyte. */
  units: Partial<Record<LabId, string>>;
  intervalSet: IntervalSetId;
  /** The reference intervals of the reader's own laboratory. */
  ownIntervals: CustomInterval[];
  /** The version of the terms that was accepted. */
  terms?: string;
}

export const DEFAULT_PREFERENCES: Preferences = {
  theme: 'auto',
  units: {},
  intervalSet: 'uk-consensus',
  ownIntervals: []
};

/** What was stored, field by field: one that is not understood falls back to its default. */
export function parsePreferences(stored: unknown): Preferences {
  if (typeof stored !== 'object' || stored === null) return DEFAULT_PREFERENCES;
  const { locale, theme, units, intervalSet, ownIntervals, terms } = stored as Record<
    string,
    unknown
  >;
  const ownAreValid = isIntervalChoice({ custom: ownIntervals });
  return {
    ...((locale === 'fr' || locale === 'en') && { locale }),
    theme: theme === 'light' || theme === 'dark' ? theme : DEFAULT_PREFERENCES.theme,
    units: parseUnits(units),
    intervalSet:
      INTERVAL_SETS.find((set) => set === intervalSet) ?? DEFAULT_PREFERENCES.intervalSet,
    ownIntervals: ownAreValid && ownIntervals ? (ownIntervals as CustomInterval[]) : [],
    ...(typeof terms === 'string' && { terms })
  };
}

function parseUnits(stored: unknown): Preferences['units'] {
  const units = (stored ?? {}) as Record<string, unknown>;
  return Object.fromEntries(
    LABS.flatMap((lab) => {
      const unit = UNITS[lab].find((accepted) => accepted === units[lab]);
      return unit ? [[lab, unit]] : [];
    })
  );
}

/** The stored preferences; the defaults where the browser keeps nothing or refuses to say. */
export function readPreferences(): Preferences {
  try {
    return parsePreferences(JSON.parse(localStorage.getItem(PREFERENCES_KEY) ?? 'null'));
  } catch {
    return DEFAULT_PREFERENCES;
  }
}

/** Whether the browser kept them. */
export function writePreferences(preferences: Preferences): boolean {
  try {
    localStorage.setItem(PREFERENCES_KEY, JSON.stringify(preferences));
    return true;
  } catch {
    return false;
  }
}
