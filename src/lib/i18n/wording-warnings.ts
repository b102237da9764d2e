import type { RedFlagId } from '$lib/core/classifier/vocabulary';
import { m } from './paraglide/messages';

/** Titles of the red flags, which come first; all else of the warnings stands in `wording-warning-texts`. */
type Text = () => string;

export const flagTitle: Record<RedFlagId, Text> = {
  'possible-calciphylaxis': m.flag_possible_calciphylaxis,
  'infected-deposit': m.flag_infected_deposit,
  'exposed-or-ulcerated': m.flag_exposed_or_ulcerated,
  'threatened-structure': m.flag_threatened_structure,
  'hypercalcaemic-crisis': m.flag_hypercalcaemic_crisis,
  'child-systemic-illness': m.flag_child_systemic_illness,
  'ulcer-on-burn-scar': m.flag_ulcer_on_burn_scar
};
