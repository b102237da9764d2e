import { on } from 'svelte/events';
import { unsaved } from '$lib/state/unsaved.svelte';

/**
 * Saves when the page is hidden, as by another app, when the app asks for it, and when the component ends: to be returned from an effect. A page that
 * is left for good begins nothing more (storage/leaving); should it come back, what was broken off is saved then.
 */
export function saveOnLeaving(save: () => Promise<void>): () => void {
  const off = [
    on(document, 'visibilitychange', () => void save()),
    on(window, 'pageshow', () => void save()),
    unsaved.onSaveAll(save)
  ];
  return () => {
    for (const stop of off) stop();
    void save();
  };
}
