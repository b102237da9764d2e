import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { nearestRegion, REGIONS } from '$lib/core/casebook/body-map';
import { VIEWS, type BodyView } from '$lib/core/casebook/row-schema';
import { useLocale } from '$lib/i18n/locale';
import { drawingText, regionName } from '$lib/i18n/wording-regions';
import '$lib/styles/tokens.css';
import '$lib/styles/base.css';
import BodyMap from './BodyMap.svelte';

const onplace = vi.fn();
const onselect = vi.fn();
const lesion = (id: string, label: string, view: BodyView, x: number, y: number) => ({
  id,
  label,
  view,
  x,
  y
});
const LESIONS = [
  lesion('a', 'A', 'left-hand', 256, 192),
  lesion('b', 'B', 'front', 254, 384),
  lesion('c', '', 'front', 592, 718)
];

beforeEach(() => {
  useLocale('en');
  onplace.mockClear();
  onselect.mockClear();
});

function show(view: BodyView, more: { selected?: string; isPlacing?: boolean } = {}) {
  render(BodyMap, { view, lesions: LESIONS, onplace, onselect, ...more });
  return page.getByRole('group', { name: drawingText[view]() });
}

/** A tap on the drawing at a place in thousandths. */
async function tap(drawing: ReturnType<typeof show>, x: number, y: number) {
  const { width, height } = drawing.element().getBoundingClientRect();
  await drawing.click({ position: { x: (width * x) / 1000, y: (height * y) / 1000 } });
}

describe.each(VIEWS)('in the view %s', (view) => {
  test('a tap on the middle of each region places the lesion there', async () => {
    render(BodyMap, { view, lesions: [], onplace, onselect });
    const drawing = page.getByRole('group', { name: drawingText[view]() });
    for (const { id, x, y } of REGIONS[view]) {
      await tap(drawing, x, y);
      const placed = onplace.mock.lastCall?.[0];
      expect(placed, id).toMatchObject({ view, region: id });
      expect(Math.abs(placed.x - x), id).toBeLessThanOrEqual(4);
      expect(Math.abs(placed.y - y), id).toBeLessThanOrEqual(4);
    }
    expect(onplace).toHaveBeenCalledTimes(REGIONS[view].length);
  });
});

test('the list of regions and the button do the same by keys', async () => {
  show('back');
  await page.getByLabelText('Region').selectOptions(regionName['back-left-elbow']());
  page.getByRole('button', { name: 'Place' }).element().focus();
  await userEvent.keyboard('{Enter}');
  const { x, y } = REGIONS.back.find(({ id }) => id === 'back-left-elbow') ?? { x: 0, y: 0 };
  expect(onplace).toHaveBeenCalledExactlyOnceWith({
    view: 'back',
    region: 'back-left-elbow',
    x,
    y
  });
});

test('by name, a second lesion of a region does not cover the first', async () => {
  show('left-hand');
  await page.getByLabelText('Region').selectOptions(regionName['left-hand-index-tip']());
  await page.getByRole('button', { name: 'Place' }).click();
  const placed = onplace.mock.lastCall?.[0];
  expect(placed.region).toBe('left-hand-index-tip');
  expect(placed.y).not.toBe(192);
  expect(nearestRegion('left-hand', placed.x, placed.y).id).toBe('left-hand-index-tip');
});

test('nothing is placed before a region is chosen', async () => {
  show('front');
  await page.getByRole('button', { name: 'Place' }).click();
  expect(onplace).not.toHaveBeenCalled();
});

test('a lesion is a button with its number, its name and its region, in its own view alone', async () => {
  show('front', { selected: 'b' });
  const named = page.getByRole('button', { name: 'Lesion 2: B, Right elbow crease' });
  await expect.element(named).toHaveAttribute('aria-pressed', 'true');
  const unnamed = page.getByRole('button', { name: 'Lesion 3: Left knee' });
  await expect.element(unnamed).toHaveAttribute('aria-pressed', 'false');
  expect(page.getByRole('button', { name: /^Lesion 1/ }).elements()).toEqual([]);
});

test('a lesion is chosen by a tap, by Enter and by Space, and nothing is placed', async () => {
  show('front');
  const mark = page.getByRole('button', { name: 'Lesion 3: Left knee' });
  await mark.click();
  (mark.element() as SVGElement).focus();
  await userEvent.keyboard('{Enter}');
  await userEvent.keyboard(' ');
  expect(onselect.mock.calls).toEqual([['c'], ['c'], ['c']]);
  expect(onplace).not.toHaveBeenCalled();
});

test('while a place is chosen a tap goes through the marks', async () => {
  const drawing = show('front', { isPlacing: true });
  await tap(drawing, 592, 718);
  expect(onplace.mock.lastCall?.[0]).toMatchObject({ region: 'front-left-knee' });
  expect(onselect).not.toHaveBeenCalled();
});

test('a tap far from the body places nothing', async () => {
  const drawing = show('front');
  await tap(drawing, 60, 900);
  expect(onplace).not.toHaveBeenCalled();
});

test.each(VIEWS)(
  'at 320 px nothing of the view %s overflows, and all targets are 44 px',
  async (view) => {
    await page.viewport(320, 700);
    document.body.style.padding = '16px';
    show(view);
    await expect.element(page.getByRole('button', { name: 'Place' })).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    for (const target of document.querySelectorAll('button, select, [role="button"]')) {
      const { width, height, left, right } = target.getBoundingClientRect();
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(320);
    }
  }
);
