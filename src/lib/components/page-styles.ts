let brought: Promise<unknown> | undefined;

/**
 * The page where the app opens is written with the styles of what it shows (`hooks.server.ts`). Brings all of them, as far as they
 * can be had: await it before anything else is shown, so that nothing moves under a finger.
 */
export function bringStyles(): Promise<unknown> {
  const sheets = document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"][disabled]');
  return (brought ??= Promise.all(
    [...sheets].map(
      (sheet) =>
        new Promise((done) => {
          sheet.addEventListener('load', done, { once: true });
          sheet.addEventListener('error', done, { once: true });
          sheet.disabled = false;
        })
    )
  ));
}
