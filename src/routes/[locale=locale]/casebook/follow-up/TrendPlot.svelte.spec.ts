import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Band } from '$lib/core/casebook/follow-up';
import { useLocale } from '$lib/i18n/locale';
import '$lib/styles/tokens.css';
import '$lib/styles/base.css';
import TrendPlot from './TrendPlot.svelte';

const points = [
  { on: '2026-01-05', value: 12.5 },
  { on: '2026-03-05', value: 11 },
  { on: '2026-06-05', value: 8.3 }
];
const band = (more: Partial<Band>): Band => ({
  id: 'd',
  name: 'Diltiazem',
  dose: '180 mg/d',
  from: '2026-02-01',
  to: '2026-06-05',
  startedBefore: false,
  goesOn: true,
  ...more
});

beforeEach(() => useLocale('en'));

const cells = () =>
  [...document.querySelectorAll('tr')].map((row) =>
    [...row.querySelectorAll('th, td')].map((cell) => cell.textContent?.trim())
  );

test('the table has the dates and the figures of the plot, and the unit', async () => {
  render(TrendPlot, { title: 'Length', unit: 'mm', points, bands: [band({})] });
  await page.getByText('The same figures as a table').click();
  await expect.element(page.getByRole('region', { name: 'Length' })).toBeVisible();
  expect(cells()).toEqual([
    ['Date', 'Value (mm)'],
    ['5 Jan 2026', '12.5'],
    ['5 Mar 2026', '11'],
    ['5 Jun 2026', '8.3'],
    ['Treatment', 'Start', 'End'],
    ['Diltiazem, 180 mg/d', '1 Feb 2026', 'goes on at 5 Jun 2026']
  ]);
});

test('in French the figures have their comma', async () => {
  useLocale('fr');
  render(TrendPlot, { title: 'Longueur', unit: 'mm', points });
  await page.getByText('Les mêmes chiffres en tableau').click();
  expect(cells().slice(0, 2)).toEqual([
    ['Date', 'Valeur (mm)'],
    ['5 janv. 2026', '12,5']
  ]);
});

test('the plot says in words what it shows', async () => {
  render(TrendPlot, {
    title: 'Phosphate',
    unit: 'mmol/L',
    points,
    bands: [band({})],
    interval: { low: 0.8, high: 1.5 }
  });
  const name =
    page
      .getByRole('img', { name: /^Line plot/ })
      .element()
      .getAttribute('aria-label') ?? '';
  expect(name.replaceAll('\u202f', ' ')).toBe(
    'Line plot: Phosphate. Values: 3, from 5 Jan 2026 to 5 Jun 2026. First value: 12.50 mmol/L. ' +
      'Last value: 8.30 mmol/L. Reference interval: 0.80–1.50 mmol/L. ' +
      'Treatments: Diltiazem, 180 mg/d: 1 Feb 2026 – goes on at 5 Jun 2026. ' +
      'The same figures are in the table below.'
  );
});

test('the last change is said with its sign, its unit and its days, and can be left out', async () => {
  const { rerender } = render(TrendPlot, { title: 'Length', unit: 'mm', points });
  const change = page.getByText(/Last change/);
  await expect
    .element(change)
    .toHaveTextContent('Last change: −2.7 mm (11 → 8.3 mm), from 5 Mar 2026 to 5 Jun 2026');
  await rerender({ marksLast: false });
  expect(change.elements()).toEqual([]);
});

test('a treatment that began before the plot, or goes on after it, does not seem to start or end in it', async () => {
  render(TrendPlot, {
    title: 'Pain',
    unit: '/10',
    points,
    bands: [band({ from: '2026-01-05', startedBefore: true }), band({ id: 'e', goesOn: false })]
  });
  await expect.element(page.getByText('before 5 Jan 2026 – goes on at 5 Jun 2026')).toBeVisible();
  const lanes = [...document.querySelectorAll('.lane')];
  expect(lanes.map((lane) => lane.querySelectorAll('line').length)).toEqual([0, 2]);
  expect(lanes.map((lane) => lane.querySelectorAll('path').length)).toEqual([1, 0]);
});

test('one value is a point and not a line, and without any there is no plot', async () => {
  const { rerender } = render(TrendPlot, {
    title: 'Pain',
    unit: '/10',
    points: points.slice(0, 1)
  });
  await expect
    .element(page.getByRole('img', { name: /^A single value, on 5 Jan 2026/ }))
    .toBeVisible();
  await rerender({ points: [] });
  await expect.element(page.getByText('No dated value.')).toBeVisible();
  expect(page.getByRole('img').elements()).toEqual([]);
});

test('the interval is drawn where its limits lie on the axis', async () => {
  render(TrendPlot, {
    title: 'Calcium',
    unit: 'mmol/L',
    points: [{ on: '2026-01-05', value: 2.6 }],
    interval: { low: 2.2, high: 2.6 }
  });
  const circle = document.querySelector('.across circle');
  const rect = document.querySelector('.across rect');
  expect(rect?.getAttribute('y')).toBe(circle?.getAttribute('cy'));
});

test('at 320 px nothing overflows, however long the name of a treatment', async () => {
  await page.viewport(320, 700);
  document.body.style.padding = '16px';
  render(TrendPlot, {
    title: 'Phosphate',
    unit: 'mmol/L',
    points: points.map((point) => ({ ...point, value: point.value * 1000 })),
    bands: [band({ name: 'Sodium-thiosulfate-intralesional-'.repeat(6) })],
    interval: { low: 0.8, high: 1.5 }
  });
  await page.getByText('The same figures as a table').click();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  for (const text of document.querySelectorAll('.plot text, .plot p')) {
    const { left, right } = text.getBoundingClientRect();
    expect(left, text.textContent ?? '').toBeGreaterThanOrEqual(0);
    expect(right, text.textContent ?? '').toBeLessThanOrEqual(320);
  }
});
