type Bytes = Uint8Array<ArrayBuffer>;

/** In pieces: a browser takes no million arguments at once. */
const PIECE = 8192;

export function toBase64(bytes: Bytes): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + PIECE)));
  return btoa(pieces.join(''));
}

/** @throws InvalidCharacterError for what is not base64 */
export function fromBase64(text: string): Bytes {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
