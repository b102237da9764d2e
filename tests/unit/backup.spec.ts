import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  byKindAndId,
  readBackup,
  type About,
  type BackupRead
} from '../../src/lib/core/casebook/backup';
import { compare, merge } from '../../src/lib/core/casebook/backup-merge';
import { canonicalJson } from '../../src/lib/core/casebook/canonical-json';
import type { AnyRow } from '../../src/lib/core/casebook/row-schema';
import {
  SHARED_IDS,
  arbitraryRows,
  rowsOfADevice,
  rowsThatPartedOnThreeDevices
} from '../support/arbitrary-rows';
import { sha256 } from '../support/sha-256';
import { backupText } from '../support/backup-text';

const RUNS = Number(process.env.BACKUP_RUNS ?? 1000);
const TIMEOUT = 60_000 + 10 * RUNS;
const ABOUT: About = { madeAt: '2026-11-25T14:00:00.000Z', app: '0.1.0', scope: 'all' };

/** A property that holds of every run. */
function holds<Values extends [unknown, ...unknown[]]>(
  title: string,
  values: { [At in keyof Values]: fc.Arbitrary<Values[At]> },
  check: (...values: Values) => Promise<void>
) {
  test(
    title,
    async () => {
      expect.hasAssertions();
      await fc.assert(fc.asyncProperty(...values, check), { numRuns: RUNS, seed: 20_261 });
    },
    TIMEOUT
  );
}

const put = (one: readonly AnyRow[], other: readonly AnyRow[]) => merge(one, other, sha256);
const same = (one: readonly AnyRow[], other: readonly AnyRow[]): void => {
  expect(one.map(canonicalJson)).toEqual(other.map(canonicalJson));
};

holds('what was written is read as it was', [arbitraryRows], async (rows) => {
  const read = await readBackup(await backupText(rows, ABOUT, sha256), sha256);
  expect(read).toMatchObject({ ok: true, backup: ABOUT });
  same((read as { backup: { rows: AnyRow[] } }).backup.rows, rows.toSorted(byKindAndId));
});

holds(
  'the same rows in another order are the same file, which any encoding in UTF-8 leaves as it is',
  [arbitraryRows.chain((rows) => fc.tuple(fc.constant(rows), shuffled(rows)))],
  async ([rows, other]) => {
    const text = await backupText(rows, ABOUT, sha256);
    expect(await backupText(other, ABOUT, sha256)).toBe(text);
    expect(new TextDecoder().decode(new TextEncoder().encode(text))).toBe(text);
  }
);

function shuffled<Value>(values: Value[]): fc.Arbitrary<Value[]> {
  return fc.shuffledSubarray(values, { minLength: values.length });
}

holds(
  'two devices merged in either order are the same',
  [rowsOfADevice, rowsOfADevice],
  async (a, b) => same(await put(a, b), await put(b, a))
);

holds(
  'what was merged already changes nothing, from whichever side it comes',
  [rowsOfADevice, rowsOfADevice],
  async (a, b) => {
    const merged = await put(a, b);
    for (const again of [a, b, merged, await put(b, a)]) {
      same(await put(merged, again), merged);
      same(await put(again, merged), merged);
    }
  }
);

holds(
  'of three devices the same state of each row is kept, in whatever order they come',
  [rowsOfADevice, rowsOfADevice, rowsOfADevice],
  async (a, b, c) => {
    const kept = (rows: AnyRow[]) => rows.filter(({ id }) => SHARED_IDS.includes(id));
    const [one, ...others] = await inEveryOrder(a, b, c);
    for (const other of others) same(kept(other), kept(one as AnyRow[]));
  }
);

holds(
  'of three devices that parted from one state the copies are the same, too',
  [rowsThatPartedOnThreeDevices],
  async ([a, b, c]) => {
    const [one, ...others] = await inEveryOrder(a, b, c);
    for (const other of others) same(other, one as AnyRow[]);
  }
);

async function inEveryOrder(a: AnyRow[], b: AnyRow[], c: AnyRow[]): Promise<AnyRow[][]> {
  const orders = [
    [a, b, c],
    [a, c, b],
    [b, a, c],
    [b, c, a],
    [c, a, b],
    [c, b, a]
  ] as const;
  return Promise.all(orders.map(async ([x, y, z]) => put(await put(x, y), z)));
}

holds(
  'a row is kept, replaced, added or copied as was told before',
  [rowsOfADevice, rowsOfADevice],
  async (a, b) => {
    const merged = await put(a, b);
    const after = new Map(merged.map((row) => [row.id, canonicalJson(row)]));
    const before = new Map(a.map((row) => [row.id, canonicalJson(row)]));
    const told = await compare(a, b);
    expect(told.map(({ row }) => row)).toEqual(b);
    for (const { row, fate } of told) {
      const [here, incoming] = [before.get(row.id), canonicalJson(row)];
      expect({ fate, here: after.get(row.id) }).toEqual({
        fate,
        here: {
          added: incoming,
          replaced: incoming,
          kept: here,
          same: here,
          conflict: after.get(row.id) === here ? here : incoming
        }[fate]
      });
    }
    const conflicts = told.filter(({ fate }) => fate === 'conflict').length;
    const ids = new Set([...a, ...b].map(({ id }) => id));
    expect(merged.length - ids.size).toBeLessThanOrEqual(conflicts);
  }
);

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A file whose checksum is right, whatever it holds: as somebody would make it who knows the format. */
async function resealed(value: Record<string, Json>): Promise<string> {
  const sealed = { ...value, checksum: undefined };
  const checksum = await sha256(new TextEncoder().encode(canonicalJson(sealed)));
  return JSON.stringify({ ...sealed, checksum });
}

/** Whatever is taken holds the rows of its text and no others. */
function takesNothingElse(read: BackupRead, rows: readonly unknown[]) {
  if (read.ok) expect(read.backup.rows.map(canonicalJson)).toEqual(rows.map(canonicalJson));
  else expect(read.reason).toMatch(/^(too|not|newer|damaged|invalid)/);
}

const damages = fc.array(
  fc.record({
    at: fc.nat(),
    how: fc.constantFrom('flip', 'cut', 'drop', 'insert'),
    bit: fc.integer({ min: 0, max: 7 })
  }),
  { minLength: 1, maxLength: 3 }
);

holds(
  'a file of which bits flipped, or a part is lost, is refused or read as it was',
  [arbitraryRows, damages],
  async (rows, list) => {
    let bytes = [...new TextEncoder().encode(await backupText(rows, ABOUT, sha256))];
    for (const { at, how, bit } of list) {
      const place = at % Math.max(bytes.length, 1);
      if (how === 'flip') bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
      else if (how === 'cut') bytes = bytes.slice(0, place);
      else bytes.splice(place, how === 'drop' ? 1 : 0, ...(how === 'insert' ? [0x20 + bit] : []));
    }
    const read = await readBackup(new TextDecoder().decode(Uint8Array.from(bytes)), sha256);
    takesNothingElse(read, rows.toSorted(byKindAndId));
  }
);

const INHERITED = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf'
];
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<Json>(null, -1, 1e300, '', [], {}, '2026-02-30', 'note', SHARED_IDS[0] as string)
) as fc.Arbitrary<Json>;
const spoilings = fc.array(
  fc.record({
    at: fc.nat(),
    how: fc.constantFrom('replace', 'remove', 'add', 'repeat'),
    key: fc.oneof(fc.constantFrom(...INHERITED), fc.string({ maxLength: 3 })),
    value: odd
  }),
  { minLength: 1, maxLength: 3 }
);

/** Every place below a value: what holds it, and under which key. */
function placesIn(tree: Json): [Json[] | Record<string, Json>, string][] {
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, inner]) => [
    [tree, key] as [Json[] | Record<string, Json>, string],
    ...placesIn(inner)
  ]);
}

function define(object: object, key: string, value: Json) {
  Object.defineProperty(object, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true
  });
}

function spoil(
  value: Json,
  { at, how, key, value: other }: { at: number; how: string; key: string; value: Json }
) {
  const places = placesIn(value);
  const [holder, place] = places[at % Math.max(places.length, 1)] ?? [];
  if (!holder || place === undefined) return;
  if (how === 'repeat' && Array.isArray(holder)) holder.push(structuredClone(holder[0] ?? null));
  else if (how === 'remove' && !Array.isArray(holder)) delete holder[place];
  else if (how === 'add' && !Array.isArray(holder)) define(holder, key, other);
  else define(holder, place, other);
}

holds(
  'a file that was made otherwise, with the right checksum, is refused or read for what it says',
  [arbitraryRows, spoilings],
  async (rows, list) => {
    const value = JSON.parse(await backupText(rows, ABOUT, sha256)) as Record<string, Json>;
    for (const spoiling of list) spoil(value, spoiling);
    const text = await resealed(value);
    const read = await readBackup(text, sha256);
    const { rows: spoilt } = JSON.parse(text) as { rows: unknown };
    takesNothingElse(read, Array.isArray(spoilt) ? spoilt : []);
    if (read.ok) expect(canonicalJson(read.backup)).toBe(canonicalJson(JSON.parse(text)));
  }
);

holds(
  'a key that every object inherits is refused wherever it stands',
  [arbitraryRows, fc.nat(), fc.constantFrom(...INHERITED)],
  async (rows, at, key) => {
    const value = JSON.parse(await backupText(rows, ABOUT, sha256)) as Record<string, Json>;
    const objects = [value, ...placesIn(value).map(([holder, place]) => (holder as never)[place])];
    const open = objects.filter((one) => typeof one === 'object' && !Array.isArray(one));
    define(open[at % open.length] as object, key, 1);
    expect(await readBackup(await resealed(value), sha256)).toMatchObject({
      ok: false,
      reason: 'invalid'
    });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  }
);

holds(
  'a text of any other kind is refused',
  [fc.oneof(fc.string({ unit: 'binary' }), fc.json())],
  async (text) => {
    expect(await readBackup(text, sha256)).toMatchObject({ ok: false });
  }
);
