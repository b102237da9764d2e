import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '$lib/styles/tokens.css';
import '$lib/styles/base.css';
import Choice from './Choice.svelte';

const options = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' }
] as const;

test('a question is a group with a name, and an answer is one tap', async () => {
  const onchange = vi.fn();
  render(Choice, { legend: 'Given at this site?', options, value: '', onchange });
  await expect
    .element(page.getByRole('radiogroup', { name: 'Given at this site?' }))
    .toBeInTheDocument();
  await page.getByRole('radio', { name: 'Yes' }).click();
  expect(onchange).toHaveBeenCalledExactlyOnceWith('yes');
});

test('the chosen answer tapped again opens the question', async () => {
  const onchange = vi.fn();
  render(Choice, { legend: 'Given at this site?', options, value: 'no', onchange });
  await expect.element(page.getByRole('radio', { name: 'No' })).toBeChecked();
  await page.getByRole('radio', { name: 'No' }).click();
  expect(onchange).toHaveBeenCalledExactlyOnceWith('');
});

test('every answer is at least 44 px high', async () => {
  render(Choice, { legend: 'Given at this site?', options, value: '', onchange: () => {} });
  const labels = [...document.querySelectorAll('label')];
  await expect.poll(() => labels.length).toBe(2);
  for (const label of labels)
    expect(label.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
});
