import { beforeEach, describe, expect, test } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { useLocale } from '$lib/i18n/locale';
import '$lib/styles/tokens.css';
import '$lib/styles/base.css';
import '$lib/styles/print.css';
import Hide from './Hide.svelte';

const TITLE = 'Lit 4 · Calcinote';
const hide = page.getByRole('button', { name: 'Hide' });
const isHidden = () => document.querySelector('dialog[open]') !== null;
let field: HTMLTextAreaElement;

beforeEach(async () => {
  useLocale('en');
  document.title = TITLE;
  field = document.createElement('textarea');
  field.setAttribute('aria-label', 'Note');
  document.body.append(field);
  render(Hide);
  await userEvent.type(field, 'hard plaque');
  field.setSelectionRange(4, 4);
  return () => field.remove();
});

/** At every tenth of the window, and at its edges. */
function pointsNotCovered(): [number, number][] {
  const steps = Array.from({ length: 11 }, (_, step) => step / 10);
  const points = steps.flatMap((x) =>
    steps.map((y): [number, number] => [
      Math.min(x * innerWidth, innerWidth - 1),
      Math.min(y * innerHeight, innerHeight - 1)
    ])
  );
  return points.filter(([x, y]) => !document.elementFromPoint(x, y)?.closest('dialog[open]'));
}

test('the button is at least 44 px each way', async () => {
  await expect.element(hide).toBeInTheDocument();
  const { width, height } = hide.element().getBoundingClientRect();
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
});

describe.each(['light', 'dark'])('in the %s theme', (theme) => {
  test('it covers the whole window, opaque, at once', async () => {
    document.documentElement.dataset.theme = theme;
    await hide.click();
    const dialog = document.querySelector('dialog[open]') as HTMLElement;
    expect(pointsNotCovered()).toEqual([]);
    const { left, top, right, bottom } = dialog.getBoundingClientRect();
    expect([left, top, right, bottom]).toEqual([0, 0, innerWidth, innerHeight]);
    for (const of of [undefined, '::backdrop']) {
      const { backgroundColor, opacity } = getComputedStyle(dialog, of);
      expect(backgroundColor).toMatch(/^rgb\(/);
      expect(opacity).toBe('1');
    }
    expect(dialog.getAnimations()).toEqual([]);
    delete document.documentElement.dataset.theme;
  });
});

test('what is behind is out of reach of keys, taps and screen readers', async () => {
  await hide.click();
  field.focus();
  expect(document.activeElement).not.toBe(field);
  await expect.element(page.getByRole('textbox', { name: 'Note' })).not.toHaveFocus();
  expect(document.querySelector('dialog:modal')).not.toBeNull();
});

test.each([
  ['a tap', () => userEvent.click(document.querySelector('dialog[open]') as HTMLElement)],
  ['a key', () => userEvent.keyboard('a')],
  ['Escape', () => userEvent.keyboard('{Escape}')],
  ['Enter', () => userEvent.keyboard('{Enter}')],
  ['the space bar', () => userEvent.keyboard(' ')]
])('%s ends it; the text, the place in it and the title are as before', async (_, end) => {
  await hide.click();
  await expect.poll(() => document.title).toBe('Calcinote');
  await end();
  await expect.poll(isHidden).toBe(false);
  await expect.poll(() => document.title).toBe(TITLE);
  expect(field.value).toBe('hard plaque');
  expect(document.activeElement).toBe(field);
  expect(field.selectionStart).toBe(4);
});

test('it is begun by a key alone, which does not end it while it is held', async () => {
  (hide.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter>4}');
  expect(isHidden()).toBe(true);
  await userEvent.keyboard('{/Enter}{Alt}{Shift}{Control}');
  expect(isHidden()).toBe(true);
  await userEvent.keyboard('x');
  await expect.poll(isHidden).toBe(false);
  expect(document.activeElement).toBe(hide.element());
});

test('a title that the page takes meanwhile is not shown before it is over', async () => {
  await hide.click();
  await expect.poll(() => document.title).toBe('Calcinote');
  document.title = 'Lit 5 · Calcinote';
  await expect.poll(() => document.title).toBe('Calcinote');
  await userEvent.keyboard('a');
  await expect.poll(() => document.title).toBe('Lit 5 · Calcinote');
});

test('nothing of the page is printed meanwhile', async () => {
  const emulate = (media: string) =>
    (cdp() as { send(method: string, asked: object): Promise<unknown> }).send(
      'Emulation.setEmulatedMedia',
      { media }
    );
  await hide.click();
  await emulate('print');
  expect(getComputedStyle(document.body).display).toBe('none');
  await userEvent.keyboard('a');
  await expect.poll(() => getComputedStyle(document.body).display).toBe('block');
  await emulate('');
});
