import { on } from 'svelte/events';

/** Saves when the page is hidden or goes away, and when the component ends: to be returned from an effect. */
export function saveOnLeaving(save: () => Promise<void>): () => void {
  const off = [
    on(document, 'visibilitychange', () => void save()),
    on(window, 'pagehide', () => void save())
  ];
  return () => {
    for (const stop of off) stop();
    void save();
  };
}
