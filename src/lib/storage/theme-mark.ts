import type { Theme } from './preferences';

/**
 * The theme that was chosen, told to the worker by the name of an empty cache: it then hands over each page in that
 * theme. A page that asked localStorage before its first paint would wait for the disk, which takes a slow phone as long
 * as all of its layout.
 */
const MARK = 'calcinote-theme-';

export async function keepThemeMark(theme: Theme): Promise<void> {
  if (typeof caches === 'undefined') return;
  const wanted = theme === 'auto' ? undefined : MARK + theme;
  try {
    const names = await caches.keys();
    if (wanted && !names.includes(wanted)) await caches.open(wanted);
    const old = names.filter((name) => name.startsWith(MARK) && name !== wanted);
    await Promise.all(old.map((name) => caches.delete(name)));
  } catch {
    // Without the mark a page turns to the chosen theme a moment after it is shown.
  }
}

/** The theme that was chosen, if one was. */
export async function readThemeMark(): Promise<'light' | 'dark' | undefined> {
  const names = await caches.keys();
  return (['light', 'dark'] as const).find((theme) => names.includes(MARK + theme));
}

/** Forgets which theme was chosen. */
export async function dropThemeMarks(): Promise<void> {
  const names = await caches.keys();
  const marks = names.filter((name) => name.startsWith(MARK));
  await Promise.all(marks.map((name) => caches.delete(name)));
}

/** A browser without caches has none. */
export async function hasThemeMark(): Promise<boolean> {
  return typeof caches !== 'undefined' && (await readThemeMark()) !== undefined;
}
