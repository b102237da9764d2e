import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  freePlace,
  HAND_PARTS,
  isRegion,
  nearestRegion,
  REGIONS,
  type Place,
  type RegionId
} from './body-map';
import { newRow } from './row';
import { ROW_SCHEMAS, VIEWS, type BodyView } from './row-schema';

const at = (view: (typeof VIEWS)[number], id: string) => {
  const found = REGIONS[view].find((region) => region.id === id);
  if (!found) throw new Error(id);
  return found;
};

/** Where lesions go that are placed one after another by the name of their region. */
function named(view: BodyView, id: RegionId, count: number): Place[] {
  const taken: Place[] = [];
  for (let at = 0; at < count; at += 1) taken.push(freePlace(view, id, taken));
  return taken;
}

const isStored = (view: BodyView, place: Place) =>
  v.is(
    ROW_SCHEMAS.lesion,
    newRow('lesion', '017f22e2-79b0-7cc3-98c4-dc0c0c07398f', 1, {
      caseId: '',
      content: { label: '', view, region: '', ...place }
    })
  );

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

  test('however many lesions are named into a region, each lies in it, and can be stored', () => {
    for (const { id } of REGIONS[view]) {
      const places = named(view, id, 9);
      expect(places.map(({ x, y }) => nearestRegion(view, x, y).id)).toEqual(Array(9).fill(id));
      expect(places.filter((place) => !isStored(view, place))).toEqual([]);
    }
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

test('the next ones lie below and above in turn, as near as can be told apart', () => {
  const { x, y } = at('back', 'back-lower-back');
  expect(named('back', 'back-lower-back', 4).map((place) => [place.x - x, place.y - y])).toEqual([
    [0, 0],
    [0, 30],
    [0, -30],
    [0, 0]
  ]);
});

test('in a region at the edge they go as far as the edge', () => {
  const places = named('left-hand', 'left-hand-wrist', 6);
  expect(places.map(({ y }) => y)).toEqual([940, 970, 910, 1000, 880, 850]);
});

test('a region that this view does not show is put on its middle', () => {
  expect(freePlace('front', 'back-head', [])).toEqual({ x: 500, y: 500 });
});

test('half way between two regions the first of them is taken', () => {
  expect(nearestRegion('front', 500, 718).id).toBe('front-right-knee');
  expect(nearestRegion('back', 500, 718).id).toBe('back-left-knee');
});

test('in a region that is full the centre is taken again', () => {
  const { x, y } = at('front', 'front-neck');
  const taken = Array.from({ length: 1000 }, (_, row) => ({ x, y: row }));
  expect(freePlace('front', 'front-neck', taken)).toEqual({ x, y });
});
