import { describe, expect, test } from 'vitest';
import { freePlace, HAND_PARTS, isRegion, nearestRegion, REGIONS } from './body-map';
import { VIEWS } from './row-schema';

const at = (view: (typeof VIEWS)[number], id: string) => {
  const found = REGIONS[view].find((region) => region.id === id);
  if (!found) throw new Error(id);
  return found;
};

describe.each(VIEWS)('in the view %s', (view) => {
  test('every region has an id of its own in kebab-case, and a centre on the drawing', () => {
    const ids = REGIONS[view].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)+$/.test(id) || !id.startsWith(view))).toEqual([]);
    for (const { x, y } of REGIONS[view]) {
      expect(Number.isInteger(x) && Number.isInteger(y)).toBe(true);
      expect(Math.min(x, y)).toBeGreaterThan(0);
      expect(Math.max(x, y)).toBeLessThan(1000);
    }
  });

  test('the centre of a region lies in that region', () => {
    for (const { id, x, y } of REGIONS[view]) expect(nearestRegion(view, x, y).id).toBe(id);
  });

  test('every place has a region, the corners too', () => {
    for (const x of [0, 1000])
      for (const y of [0, 1000]) expect(isRegion(nearestRegion(view, x, y).id)).toBe(true);
  });
});

test('the patient’s right is on the left of the front view and on the right of the back view', () => {
  expect(nearestRegion('front', 260, 384).id).toBe('front-right-elbow');
  expect(nearestRegion('front', 740, 384).id).toBe('front-left-elbow');
  expect(nearestRegion('back', 260, 384).id).toBe('back-left-elbow');
  expect(nearestRegion('back', 740, 384).id).toBe('back-right-elbow');
});

test('the thumb of a left palm is on the left, that of a right palm on the right', () => {
  expect(nearestRegion('left-hand', 40, 440).id).toBe('left-hand-thumb-tip');
  expect(nearestRegion('right-hand', 960, 440).id).toBe('right-hand-thumb-tip');
  expect(nearestRegion('right-hand', 744, 192).id).toBe('right-hand-index-tip');
});

test('nearness is measured on the drawing, which is twice as high as wide', () => {
  // 60 thousandths across are 30 units, 50 down are 50.
  const { x, y } = at('front', 'front-left-knee');
  expect(nearestRegion('front', x + 60, y).id).toBe('front-left-knee');
  expect(nearestRegion('front', 640, 375).id).toBe('front-left-flank');
});

test('the body is read from the head down, a hand from the thumb on', () => {
  expect(REGIONS.front[0]?.id).toBe('front-face');
  expect(REGIONS.back.at(-1)?.id).toMatch(/heel$/);
  expect(REGIONS['left-hand'].map(({ id }) => id)).toEqual(
    HAND_PARTS.map((part) => `left-hand-${part}`)
  );
});

test('another text is no region', () => {
  expect(isRegion('front-left-elbow')).toBe(true);
  expect(isRegion('elbow')).toBe(false);
  expect(isRegion('')).toBe(false);
});

test('a lesion named into a region lies on its centre', () => {
  const { x, y } = at('back', 'back-left-elbow');
  expect(freePlace('back', 'back-left-elbow', [])).toEqual({ x, y });
});

test('a second and a third one lie beside it, in the same region', () => {
  const taken = [freePlace('left-hand', 'left-hand-index-tip', [])];
  for (const count of [2, 3]) {
    taken.push(freePlace('left-hand', 'left-hand-index-tip', taken));
    expect(new Set(taken.map(({ y }) => y)).size).toBe(count);
  }
  expect(taken.map(({ x, y }) => nearestRegion('left-hand', x, y).id)).toEqual(
    Array(3).fill('left-hand-index-tip')
  );
});

test('in a region that is full the centre is taken again', () => {
  const { x, y } = at('front', 'front-neck');
  const taken = Array.from({ length: 1000 }, (_, row) => ({ x, y: row }));
  expect(freePlace('front', 'front-neck', taken)).toEqual({ x, y });
});
