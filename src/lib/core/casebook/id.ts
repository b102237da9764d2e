/** Random bytes that an id takes up. */
export const ID_RANDOM_BYTES = 10;

/**
 * An id that no other device makes, and that sorts by the time it was made: UUID version 7 (RFC 9562, 5.7).
 * @param now milliseconds since 1970; @param random ten random bytes, of which six bits are overwritten
 */
export function idFrom(now: number, random: Uint8Array): string {
  if (random.length !== ID_RANDOM_BYTES) throw new RangeError(`${random.length} random bytes`);
  const bytes = [...random];
  bytes[0] = ((bytes[0] as number) & 0x0f) | 0x70;
  bytes[2] = ((bytes[2] as number) & 0x3f) | 0x80;
  const hex =
    now.toString(16).padStart(12, '0') +
    bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const ID = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

/** Whether a text, as from an address, can be an id of ours. */
export function isId(text: string): boolean {
  return ID.test(text);
}
