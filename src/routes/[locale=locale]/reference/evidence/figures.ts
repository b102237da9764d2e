import { roundHalfUp } from '$lib/core/quantities/convert';
import type { Share } from '$lib/core/evidence/wilson';
import { m } from '$lib/i18n/paraglide/messages';

const whole = (share: number) => roundHalfUp(share * 100, 0);

/** A share from 0 to 1 as a whole percentage: the series are too small for more. */
export function percentText(share: number): string {
  return m.evidence_percent({ value: whole(share) });
}

/** The limits of a share, as whole percentages. */
export function rangeText({ low, high }: Share): string {
  return m.evidence_range({ low: whole(low), high: whole(high) });
}

/** A share with its limits. */
export function shareText(share: Share): string {
  return m.evidence_share_interval({ share: percentText(share.share), range: rangeText(share) });
}
