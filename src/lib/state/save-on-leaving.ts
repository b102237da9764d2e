import { on } from 'svelte/events';
import { unsaved, type Left } from './unsaved.svelte';

/**
 * Saves when the page is hidden, as by another app, when the app asks for it, and when the component ends: to be returned from
 * an effect. A page that is left for good begins nothing more (storage/leaving); should it come back, what was broken off is
 * saved then.
 */
export function saveOnLeaving(text: {
  save: () => Promise<void>;
  /** What of it is still to be saved, as a draft. */
  readonly left: Left | undefined;
}): () => void {
  const save = () => text.save();
  const off = [
    on(document, 'visibilitychange', () => void save()),
    on(window, 'pageshow', () => void save()),
    unsaved.onSaveAll(save, () => text.left)
  ];
  return () => {
    for (const stop of off) stop();
    void save();
  };
}
