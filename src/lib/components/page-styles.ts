/** Beyond this a style sheet is not waited for: what can be used matters more than how it looks. */
const LONGEST_MS = 2000;

let brought: Promise<unknown> | undefined;

/**
 * The page where the app opens is written with the styles of what it shows (`hooks.server.ts`). Brings all of them, as far as they
 * can be had in time: await it before anything else is shown, so that nothing moves under a finger.
 */
export function bringStyles(): Promise<unknown> {
  const sheets = document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"][disabled]');
  return (brought ??= Promise.race([
    Promise.all([...sheets].map(bring)),
    new Promise((done) => setTimeout(done, LONGEST_MS))
  ]));
}

function bring(sheet: HTMLLinkElement): Promise<Event> {
  return new Promise((done) => {
    sheet.addEventListener('load', done, { once: true });
    sheet.addEventListener('error', done, { once: true });
    sheet.disabled = false;
  });
}
