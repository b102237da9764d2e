/**
 * Exact decimal arithmetic with fractions of big integers. No binary floating point is used for any comparison.
 * A number that came from JSON is its shortest decimal text, `String(n)`.
 */

export type Exact = { n: bigint; d: bigint }; // d is always above 0

const TEN = 10n;

function powerOfTen(exponent: number): bigint {
  return TEN ** BigInt(exponent);
}

/** Splits a decimal text such as "-1.25e-7" into its sign, digits and exponent. */
function split(text: string): { negative: boolean; whole: string; part: string; exponent: number } {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text);
  if (match === null) throw new Error('not a decimal text: ' + text);
  return {
    negative: match[1] === '-',
    whole: match[2] ?? '0',
    part: match[3] ?? '',
    exponent: Number(match[4] ?? '0')
  };
}

export function exact(value: number | string): Exact {
  const { negative, whole, part, exponent } = split(String(value));
  let n = BigInt(whole + part);
  let d = 1n;
  const shift = exponent - part.length;
  if (shift >= 0) n = n * powerOfTen(shift);
  else d = powerOfTen(-shift);
  return { n: negative ? -n : n, d };
}

/** How many decimals the shortest decimal text of a number has. */
export function decimalsOf(value: number): number {
  const { part, exponent } = split(String(value));
  return Math.max(0, part.length - exponent);
}

export function add(a: Exact, b: Exact): Exact {
  return { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}
export function subtract(a: Exact, b: Exact): Exact {
  return { n: a.n * b.d - b.n * a.d, d: a.d * b.d };
}
export function times(a: Exact, b: Exact): Exact {
  return { n: a.n * b.n, d: a.d * b.d };
}
/** Division; the divisor is always above 0 here. */
export function over(a: Exact, b: Exact): Exact {
  return { n: a.n * b.d, d: a.d * b.n };
}
/** -1, 0 or 1 */
export function compare(a: Exact, b: Exact): number {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

function floorDivide(n: bigint, d: bigint): bigint {
  const q = n / d;
  return n % d !== 0n && n < 0n ? q - 1n : q;
}

/** Half up: a tie goes to the larger number. */
export function roundHalfUp(a: Exact, decimals: number): Exact {
  const scale = powerOfTen(decimals);
  return { n: floorDivide(2n * a.n * scale + a.d, 2n * a.d), d: scale };
}

/** Only for showing a figure in the result; never used to compare. */
export function toNumber(a: Exact, decimals: number): number {
  const scaled = roundHalfUp(a, decimals).n;
  const negative = scaled < 0n;
  const digits = (negative ? -scaled : scaled).toString().padStart(decimals + 1, '0');
  const text = decimals === 0 ? digits : digits.slice(0, -decimals) + '.' + digits.slice(-decimals);
  return Number((negative ? '-' : '') + text);
}
