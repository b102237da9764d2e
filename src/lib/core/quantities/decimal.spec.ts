import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  compare,
  decimal,
  decimalsOf,
  divide,
  multiply,
  round,
  subtract,
  toNumber,
  toText
} from './decimal';

/** Figures as a person writes them: up to nine digits, up to six of them decimals. */
const figure = fc
  .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, scale]) => ({ digits: BigInt(digits), scale, value: digits / 10 ** scale }));
const positive = figure.filter(({ digits }) => digits > 0n);
const places = fc.integer({ min: 0, max: 8 });

function scaled({ digits, scale }: { digits: bigint; scale: number }, to: number): bigint {
  return digits * 10n ** BigInt(to - scale);
}

describe('reading', () => {
  test.each([
    ['0', 0, 0],
    ['2.60', 260, 2],
    ['-1.5', -15, 1],
    ['1e3', 1000, 0],
    ['1.25e1', 125, 1],
    ['1.5e+3', 1500, 0],
    ['1e-7', 1, 7],
    ['12.5e-3', 125, 4]
  ])('%s has its digits and its scale', (text, digits, scale) => {
    expect(decimal(text)).toEqual({ digits: BigInt(digits), scale });
  });

  test.each(['', '.', '1.', '.5', '1,5', '1e', 'e3', '--1', '+1', ' 1', '1 ', 'NaN', 'Infinity'])(
    '"%s" is not a decimal',
    (text) => {
      expect(() => decimal(text)).toThrow(new RangeError(`not a decimal: ${text}`));
    }
  );

  test.each([NaN, Infinity, -Infinity])('%d is not a decimal', (value) => {
    expect(() => decimal(value)).toThrow(RangeError);
  });

  test('a number is taken as its shortest decimal text, however small or large', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(toNumber(decimal(value))).toBe(value === 0 ? 0 : value);
      })
    );
  });

  test('0.1 and 0.2 make 0.3, which binary floats do not', () => {
    expect(compare(add(decimal(0.1), decimal(0.2)), decimal(0.3))).toBe(0);
  });
});

describe('arithmetic is that of whole numbers', () => {
  test('of sums and differences', () => {
    fc.assert(
      fc.property(figure, figure, (a, b) => {
        expect(scaled(add(a, b), 6)).toBe(scaled(a, 6) + scaled(b, 6));
        expect(scaled(subtract(a, b), 6)).toBe(scaled(a, 6) - scaled(b, 6));
      })
    );
  });

  test('of products', () => {
    fc.assert(
      fc.property(figure, figure, (a, b) => {
        expect(scaled(multiply(a, b), 12)).toBe(scaled(a, 6) * scaled(b, 6));
      })
    );
  });

  test('of comparisons', () => {
    fc.assert(
      fc.property(figure, figure, (a, b) => {
        const difference = scaled(a, 6) - scaled(b, 6);
        expect(compare(a, b)).toBe(difference === 0n ? 0 : difference < 0n ? -1 : 1);
        expect(compare(a, a)).toBe(0);
      })
    );
  });

  test('of quotients, to within half of the last decimal', () => {
    fc.assert(
      fc.property(figure, positive, places, (a, b, decimals) => {
        const quotient = divide(a, b, decimals);
        expect(quotient.scale).toBe(decimals);
        const over = scaled(b, 6);
        const error = quotient.digits * over - scaled(a, 6) * 10n ** BigInt(decimals);
        const magnitude = error < 0n ? -error : error;
        expect(2n * magnitude <= over).toBe(true);
      })
    );
  });
});

describe('rounding is half up, away from zero', () => {
  test.each([
    ['2.604', 2, '2.60'],
    ['2.605', 2, '2.61'],
    ['2.6049999', 2, '2.60'],
    ['1.005', 2, '1.01'],
    ['10.85', 1, '10.9'],
    ['0.5', 0, '1'],
    ['0.49', 0, '0'],
    ['-2.605', 2, '-2.61'],
    ['-2.604', 2, '-2.60'],
    ['-0.5', 0, '-1'],
    ['2.6', 2, '2.60'],
    ['2.6', 1, '2.6'],
    ['7', 3, '7.000']
  ])('%s to %d decimals reads %s', (text, decimals, rounded) => {
    expect(toText(round(decimal(text), decimals))).toBe(rounded);
  });

  test.each([
    ['1', '3', 4, '0.3333'],
    ['2', '3', 4, '0.6667'],
    ['-2', '3', 4, '-0.6667'],
    ['1', '8', 2, '0.13'],
    ['-1', '8', 2, '-0.13'],
    ['2.5', '0.5', 0, '5'],
    ['0.01', '4', 3, '0.003'],
    ['1', '0.004', 0, '250']
  ])('%s over %s to %d decimals reads %s', (a, b, decimals, quotient) => {
    expect(toText(divide(decimal(a), decimal(b), decimals))).toBe(quotient);
  });

  test('a figure that is rounded is never off by more than half of the last decimal', () => {
    fc.assert(
      fc.property(figure, places, (a, decimals) => {
        const rounded = round(a, decimals);
        expect(rounded.scale).toBe(decimals);
        const error = subtract(rounded, a);
        const magnitude = error.digits < 0n ? -error.digits : error.digits;
        expect(
          compare({ digits: 2n * magnitude, scale: error.scale }, { digits: 1n, scale: decimals })
        ).toBeLessThanOrEqual(0);
      })
    );
  });
});

describe('text', () => {
  test.each([
    [5, 2, '0.05'],
    [-5, 2, '-0.05'],
    [260, 2, '2.60'],
    [12, 0, '12'],
    [0, 1, '0.0'],
    [1, 45, `0.${'0'.repeat(44)}1`]
  ])('%d at scale %d reads %s', (digits, scale, text) => {
    expect(toText({ digits: BigInt(digits), scale })).toBe(text);
  });

  test('what is written is read back', () => {
    fc.assert(
      fc.property(figure, ({ digits, scale }) => {
        expect(decimal(toText({ digits, scale }))).toEqual({ digits, scale });
        expect(decimalsOf({ digits, scale })).toBe(scale);
      })
    );
  });
});
