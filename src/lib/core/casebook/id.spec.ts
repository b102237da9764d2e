import { expect, test } from 'vitest';
import { idFrom, isId } from './id';

const zeros = new Uint8Array(10);
const ones = new Uint8Array(10).fill(0xff);

test('the example of RFC 9562 is made as it is printed', () => {
  const random = Uint8Array.of(0xcc, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f);
  expect(idFrom(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
});

test('an id of a later millisecond sorts later, whatever chance gave', () => {
  const now = Date.UTC(2026, 10, 25);
  expect(idFrom(now, ones) < idFrom(now + 1, zeros)).toBe(true);
});

test('version and variant stand in every id', () => {
  expect(isId(idFrom(0, zeros))).toBe(true);
  expect(isId(idFrom(2 ** 48 - 1, ones))).toBe(true);
});

test('ids need as many random bytes as they hold', () => {
  expect(() => idFrom(0, new Uint8Array(9))).toThrow(new RangeError('9 random bytes'));
});

test.each(['', '017f22e2-79b0-4cc3-98c4-dc0c0c07398f', '../017f22e2-79b0-7cc3-98c4-dc0c0c07398f'])(
  '%j is no id',
  (text) => {
    expect(isId(text)).toBe(false);
  }
);
