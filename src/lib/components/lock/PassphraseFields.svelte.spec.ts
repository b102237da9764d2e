import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { m } from '$lib/i18n/paraglide/messages';
import '$lib/styles/tokens.css';
import '$lib/styles/base.css';
import PassphraseFields from './PassphraseFields.svelte';

const GOOD = 'violon brume cactus tiroir';
const first = page.getByLabelText(m.lk_new_passphrase());
const again = page.getByLabelText(m.lk_again());

/** What the page that asks for it would be given. */
let given: string;
beforeEach(() => {
  given = '';
  render(PassphraseFields, {
    get passphrase() {
      return given;
    },
    set passphrase(phrase) {
      given = phrase;
    }
  });
});

async function type(phrase: string, repeated = phrase) {
  await first.fill(phrase);
  await again.fill(repeated);
  await userEvent.tab();
}

/** What is told of a field to who cannot see where it stands. */
function describedBy(field: Element): string {
  const ids = (field.getAttribute('aria-describedby') ?? '').split(' ');
  return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
}

test('both fields have a name and are left alone by keyboards that mend words', async () => {
  for (const field of [first, again]) {
    await expect.element(field).toHaveAttribute('type', 'password');
    await expect.element(field).toHaveAttribute('autocomplete', 'new-password');
    await expect.element(field).toHaveAttribute('autocapitalize', 'none');
    await expect.element(field).toHaveAttribute('spellcheck', 'false');
  }
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('what is typed can be shown, by a button of 44 px', async () => {
  await first.fill(GOOD);
  const show = page.getByRole('button', { name: m.lk_show() }).first();
  const { width, height } = show.element().getBoundingClientRect();
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
  await show.click();
  await expect.element(show).toHaveAttribute('aria-pressed', 'true');
  await expect.element(first).toHaveAttribute('type', 'text');
  await expect.element(first).toHaveValue(GOOD);
  await expect.element(again).toHaveAttribute('type', 'password');
});

describe('what is wrong stands beside its field, and nothing that was typed is lost', () => {
  test.each([
    ['court', m.lk_short()],
    ['1234567890123', m.lk_digits()],
    ['aaaaaaaaaaaaaa', m.lk_repeated()],
    ['azertyuiop12', m.lk_guessed()]
  ])('%s', async (phrase, error) => {
    await type(phrase);
    await expect.element(first).toHaveAttribute('aria-invalid', 'true');
    expect(describedBy(first.element())).toContain(error);
    await expect.element(first).toHaveValue(phrase);
    await expect.element(again).toHaveValue(phrase);
    await expect.element(again).toHaveAttribute('aria-invalid', 'false');
    expect(given).toBe('');
  });

  test('the second is not the same', async () => {
    await type(GOOD, `${GOOD}s`);
    await expect.element(again).toHaveAttribute('aria-invalid', 'true');
    expect(describedBy(again.element())).toContain(m.lk_not_same());
    await expect.element(first).toHaveAttribute('aria-invalid', 'false');
    expect(given).toBe('');
  });

  test('nothing is said while it is being typed', async () => {
    await first.fill('court');
    await expect.element(first).toHaveAttribute('aria-invalid', 'false');
  });
});

test('a good one comes out as it is to be used, with its strength in words', async () => {
  await type('  violon  brume cactus\u00a0tiroir ', GOOD);
  await expect.poll(() => given).toBe(GOOD);
  // The matcher takes every space for a plain one; French has one that does not break before the colon.
  const strength = m.lk_strength({ strength: m.lk_strength_4() }).replace(/\s/g, ' ');
  await expect.element(page.getByRole('status')).toHaveTextContent(strength);
});

test('one that was good is taken back when a field changes', async () => {
  await type(GOOD);
  await expect.poll(() => given).toBe(GOOD);
  await again.fill('violon');
  await expect.poll(() => given).toBe('');
});
