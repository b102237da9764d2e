/**
 * Exact decimal arithmetic for figures as people and laboratories write them.
 * Clinical limits are decimal (1.50, 10.8); binary floats would move a value across one.
 */
export interface Decimal {
  /** The value is `digits / 10 ** scale`. */
  readonly digits: bigint;
  readonly scale: number;
}

const SCIENTIFIC = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/;

/**
 * @param value a finite number, taken as its shortest decimal text, or a plain decimal text
 * @throws RangeError when it is neither
 */
export function decimal(value: number | string): Decimal {
  const match = SCIENTIFIC.exec(String(value));
  if (!match) throw new RangeError(`not a decimal: ${value}`);
  const [, sign, whole, fraction = '', exponent] = match;
  const digits = BigInt(`${sign}${whole}${fraction}`);
  const scale = fraction.length - Number(exponent ?? 0);
  return scale >= 0 ? { digits, scale } : { digits: digits * power(-scale), scale: 0 };
}

const POWERS = Array.from({ length: 40 }, (_, n) => 10n ** BigInt(n));

function power(n: number): bigint {
  return POWERS[n] ?? 10n ** BigInt(n);
}

function digitsAt(a: Decimal, scale: number): bigint {
  return a.digits * power(scale - a.scale);
}

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { digits: digitsAt(a, scale) + digitsAt(b, scale), scale };
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, { digits: -b.digits, scale: b.scale });
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

/** @returns a negative number, 0 or a positive number as `a` is below, equal to or above `b` */
export function compare(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const difference = digitsAt(a, scale) - digitsAt(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** `a / b` rounded half away from zero ("half up") to a number of decimals. */
export function divide(a: Decimal, b: Decimal, decimals: number): Decimal {
  // a/b * 10^decimals = (a.digits * 10^(b.scale + decimals)) / (b.digits * 10^a.scale)
  const numerator = a.digits * power(b.scale + decimals);
  const denominator = b.digits * power(a.scale);
  return { digits: divideHalfUp(numerator, denominator), scale: decimals };
}

/** Rounds half away from zero ("half up") to a number of decimals. */
export function round(a: Decimal, decimals: number): Decimal {
  if (a.scale <= decimals) return { digits: digitsAt(a, decimals), scale: decimals };
  return { digits: divideHalfUp(a.digits, power(a.scale - decimals)), scale: decimals };
}

function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n;
  const magnitude = negative ? -numerator : numerator;
  const rounded = (2n * magnitude + denominator) / (2n * denominator);
  return negative ? -rounded : rounded;
}

/** The number of decimals with which a figure was written; trailing zeros are not known to a number. */
export function decimalsOf(a: Decimal): number {
  return a.scale;
}

export function toNumber(a: Decimal): number {
  return Number(toText(a));
}

/** Plain text with a decimal point and exactly `scale` decimals. */
export function toText(a: Decimal): string {
  const negative = a.digits < 0n;
  const text = String(negative ? -a.digits : a.digits).padStart(a.scale + 1, '0');
  const whole = text.slice(0, text.length - a.scale);
  const fraction = text.slice(text.length - a.scale);
  return `${negative ? '-' : ''}${whole}${fraction && '.'}${fraction}`;
}
