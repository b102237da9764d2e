/** A share with its limits, each from 0 to 1. */
export interface Share {
  share: number;
  low: number;
  high: number;
}

/** The 97.5th percentile of the normal distribution: limits that hold 95 %. */
const Z_95 = 1.959963984540054;

/**
 * Share of responders with its Wilson score interval of 95 %, without continuity correction: it stays within 0 and 1
 * and holds for the small series that there are (Wilson EB. J Am Stat Assoc 1927;22:209-12).
 *
 * @throws RangeError unless both are whole numbers, `of` above 0 and `responders` from 0 to `of`
 */
export function wilsonInterval(responders: number, of: number): Share {
  const isWhole = Number.isInteger(responders) && Number.isInteger(of);
  if (!isWhole || of < 1 || responders < 0 || responders > of)
    throw new RangeError(`${responders} of ${of} is not a share`);
  const share = responders / of;
  const square = Z_95 * Z_95;
  const middle = (share + square / (2 * of)) / (1 + square / of);
  const half =
    (Z_95 / (1 + square / of)) * Math.sqrt((share * (1 - share)) / of + square / (4 * of * of));
  // At the ends the exact limit is 0 or 1; floating point may miss it by its last digit.
  return {
    share,
    low: responders === 0 ? 0 : middle - half,
    high: responders === of ? 1 : middle + half
  };
}
