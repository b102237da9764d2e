import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wilsonInterval } from './wilson';

/**
 * Computed apart from the formula: as the two roots of |k/n - p| = z sqrt(p (1 - p) / n), by bisection with 30 digits.
 * They are what R's binom::binom.confint(k, n, methods = "wilson") prints to its digits.
 */
const PUBLISHED: [responders: number, of: number, low: number, high: number][] = [
  [9, 17, 0.309632, 0.738349],
  [3, 12, 0.088942, 0.532305],
  [8, 9, 0.565, 0.980109],
  [3, 8, 0.136844, 0.694258],
  [8, 11, 0.434355, 0.902539],
  [34, 78, 0.331432, 0.54638],
  [4, 8, 0.215216, 0.784784],
  [2, 8, 0.071479, 0.590725],
  [5, 5, 0.565518, 1],
  [0, 7, 0, 0.35433],
  [22, 28, 0.604614, 0.897875]
];

describe('the Wilson interval of 95 %', () => {
  test.each(PUBLISHED)('of %i of %i', (responders, of, low, high) => {
    const interval = wilsonInterval(responders, of);
    expect(interval.share).toBe(responders / of);
    expect(interval.low).toBeCloseTo(low, 6);
    expect(interval.high).toBeCloseTo(high, 6);
  });

  test('always holds the share, and stays within 0 and 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 0, max: 5000 }), (of, k) => {
        const { share, low, high } = wilsonInterval(Math.min(k, of), of);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(share);
        expect(high).toBeGreaterThanOrEqual(share);
        expect(high).toBeLessThanOrEqual(1);
      })
    );
  });

  test('begins at exactly 0 where nobody responded, and ends at exactly 1 where all did', () => {
    for (let of = 1; of <= 200; of++) {
      expect(wilsonInterval(0, of).low).toBe(0);
      expect(wilsonInterval(of, of).high).toBe(1);
    }
  });

  test('of the ones that did not respond is its mirror image', () => {
    const { low, high } = wilsonInterval(3, 12);
    const mirror = wilsonInterval(9, 12);
    expect(mirror.low).toBeCloseTo(1 - high, 12);
    expect(mirror.high).toBeCloseTo(1 - low, 12);
  });

  test.each([
    [0, 0],
    [1, 0],
    [-1, 4],
    [5, 4],
    [1.5, 4],
    [1, 4.5],
    [Number.NaN, 4]
  ])('%d of %d is not a share', (responders, of) => {
    expect(() => wilsonInterval(responders, of)).toThrow(
      new RangeError(`${responders} of ${of} is not a share`)
    );
  });
});
