import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { m } from '$lib/i18n/paraglide/messages';
import { signName } from '$lib/i18n/wording-details';
import { entry } from '$lib/state/entry.svelte';
import WarningSigns from './WarningSigns.svelte';

test('a warning sign is ticked in the line that opens, and the line counts it', async () => {
  render(WarningSigns);
  await page.getByText(m.signs_title()).click();
  await page.getByRole('checkbox', { name: signName.fever() }).click();
  expect(entry.current.signs.fever).toBe('yes');
  await expect.element(page.getByText(m.signs_present({ count: 1 }))).toBeVisible();
});
