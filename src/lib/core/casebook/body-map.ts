import { VIEWS, type BodyView } from './row-schema';

/**
 * The regions of the body map. A place is given in thousandths of the width and of the height of the drawing, as it is
 * stored; the patient's right is on the left of the front view, and on the right of the back view.
 */
export interface Place {
  x: number;
  y: number;
}

export interface Region extends Place {
  id: RegionId;
}

/** Width and height of each drawing, in its own units: distances are measured in these, not in thousandths. */
export const DRAWING_SIZE: Record<BodyView, { width: number; height: number }> = {
  front: { width: 500, height: 1000 },
  back: { width: 500, height: 1000 },
  'left-hand': { width: 500, height: 640 },
  'right-hand': { width: 500, height: 640 }
};

/** On the middle line: the height alone. */
const MIDDLE = {
  front: { face: 90, neck: 168, sternum: 245, abdomen: 375, genitals: 510 },
  back: { head: 88, nape: 163, 'upper-back': 255, 'lower-back': 375, sacrum: 452 }
};

type Centre = readonly [number, number];
const LIMBS = {
  shoulder: [186, 214],
  'upper-arm': [206, 302],
  elbow: [246, 384],
  forearm: [276, 443],
  hand: [352, 540],
  flank: [106, 368],
  thigh: [96, 606],
  knee: [92, 718]
} satisfies Record<string, Centre>;

/** On both sides: how far from the middle line, and the height. */
const PAIRED = {
  front: {
    ...LIMBS,
    chest: [88, 250],
    hip: [136, 468],
    'lower-leg': [94, 828],
    foot: [104, 958]
  },
  back: {
    ...LIMBS,
    'shoulder-blade': [86, 255],
    buttock: [98, 494],
    calf: [94, 812],
    heel: [90, 944]
  }
} satisfies Record<string, Record<string, Centre>>;

/** The left palm, with the thumb on the left; the right hand mirrors it. */
const HAND = {
  'thumb-tip': [56, 450],
  thumb: [138, 560],
  'index-tip': [256, 192],
  index: [308, 335],
  'middle-finger-tip': [470, 128],
  'middle-finger': [490, 305],
  'ring-finger-tip': [652, 182],
  'ring-finger': [640, 322],
  'little-finger-tip': [828, 296],
  'little-finger': [790, 415],
  palm: [500, 555],
  thenar: [308, 712],
  hypothenar: [690, 708],
  wrist: [530, 940]
} satisfies Record<string, Centre>;

export type HandPart = keyof typeof HAND;
export const HAND_PARTS = Object.keys(HAND) as HandPart[];

type Side = 'left' | 'right';
export type RegionId =
  | `front-${keyof typeof MIDDLE.front}`
  | `back-${keyof typeof MIDDLE.back}`
  | `front-${Side}-${keyof typeof PAIRED.front}`
  | `back-${Side}-${keyof typeof PAIRED.back}`
  | `${Side}-hand-${HandPart}`;

const region = (id: string, x: number, y: number): Region => ({ id: id as RegionId, x, y });

function bodyRegions(view: 'front' | 'back'): Region[] {
  const [onTheLeft, onTheRight] = view === 'front' ? ['right', 'left'] : ['left', 'right'];
  return [
    ...Object.entries(MIDDLE[view]).map(([part, y]) => region(`${view}-${part}`, 500, y)),
    ...Object.entries(PAIRED[view]).flatMap(([part, [aside, y]]) => [
      region(`${view}-${onTheLeft}-${part}`, 500 - aside, y),
      region(`${view}-${onTheRight}-${part}`, 500 + aside, y)
    ])
  ].toSorted((one, other) => one.y - other.y);
}

const handRegions = (side: Side): Region[] =>
  Object.entries(HAND).map(([part, [x, y]]) =>
    region(`${side}-hand-${part}`, side === 'left' ? x : 1000 - x, y)
  );

/** The regions of each view with their centres: the body from the head down, a hand from the thumb on. */
export const REGIONS: Record<BodyView, Region[]> = {
  front: bodyRegions('front'),
  back: bodyRegions('back'),
  'left-hand': handRegions('left'),
  'right-hand': handRegions('right')
};

const ALL = VIEWS.flatMap((view) => REGIONS[view]);

/** Whether a text that was stored as a region is one of this map. */
export function isRegion(text: string): text is RegionId {
  return ALL.some(({ id }) => id === text);
}

/** The region whose centre is nearest to a place, as the drawing shows it. */
export function nearestRegion(view: BodyView, x: number, y: number): Region {
  const { width, height } = DRAWING_SIZE[view];
  const distance = (centre: Place) => Math.hypot((centre.x - x) * width, (centre.y - y) * height);
  return REGIONS[view].reduce((nearest, next) =>
    distance(next) < distance(nearest) ? next : nearest
  );
}

/** Thousandths between two marks that can still be told apart. Set by us. */
const APART = 30;

/**
 * Where a lesion goes that is placed by the name of its region: on the centre, or beside it while others are there, so
 * that no mark hides another.
 */
export function freePlace(view: BodyView, id: RegionId, taken: readonly Place[]): Place {
  const { x, y } = REGIONS[view].find((known) => known.id === id) ?? { x: 500, y: 500 };
  const steps = [0, 1, -1, 2, -2, 3, -3].map((step) => ({ x, y: y + step * APART }));
  const isFree = (place: Place) =>
    taken.every((other) => Math.hypot(other.x - place.x, other.y - place.y) >= APART);
  return steps.find((place) => isFree(place) && isWithin(view, id, place)) ?? { x, y };
}

/** Beyond the edge of the drawing every place still has a nearest region, but no row can keep it. */
const isWithin = (view: BodyView, id: RegionId, { x, y }: Place) =>
  y >= 0 && y <= 1000 && nearestRegion(view, x, y).id === id;
