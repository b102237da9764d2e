/** What another app shared into this one (manifest `share_target`): title, text and link, each on its own line. */
export function sharedText({ searchParams }: URL): string {
  return ['title', 'text', 'url']
    .flatMap((name) => searchParams.get(name)?.trim() || [])
    .join('\n\n');
}
