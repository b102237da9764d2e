/**
 * Text on its way to becoming a note, from another app or from the reference. It passes through no address, which would stay in the
 * history of the browser, and through no storage.
 */

/** Where the manifest sends what another app shares (`share_target`), below the address of a language. */
export const SHARE_PAGE = 'casebook/note';

/** What that page is asked for after its `#`. */
export const SHARED = 'shared';

/** In the worker's memory until the page has kept it as a note. */
let shared = '';

/** Takes what another app posts, and leads to the page that asks for it. */
export async function receiveShared(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => new FormData());
  shared = ['title', 'text', 'url'].flatMap((name) => written(form.get(name))).join('\n\n');
  return Response.redirect(`${request.url.replace(/[?#].*$/, '')}#${SHARED}`, 303);
}

/** Takes what a page of the reference quotes. */
export function keepShared(text: string): true {
  shared = text;
  return true;
}

const written = (value: FormDataEntryValue | null): string[] =>
  typeof value === 'string' && value.trim() ? [value.trim()] : [];

/** Title, text and link, each on its own line; empty where nothing was shared, or the worker was ended since. */
export function findShared(): string {
  return shared;
}

export function dropShared(): true {
  shared = '';
  return true;
}
