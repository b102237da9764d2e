/** Characters that have a name because a keyboard lacks them, or because Markdown or HTML would take them for a mark. */
const CHARACTERS = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0']
]);

/**
 * What `&amp;` in a note stands for; any other name stays as it is written. In the place of the package that micromark
 * brings (vite.config.ts): that has the browser read each name as HTML, which our policy does not allow, and the preview of a
 * note with `&lt;` in it ended with an error.
 */
export function decodeNamedCharacterReference(name: string): string | false {
  return CHARACTERS.get(name) ?? false;
}
