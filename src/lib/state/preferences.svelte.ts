import { keepThemeMark } from '$lib/storage/theme-mark';
import { whenIdle } from './idle';
import {
  DEFAULT_PREFERENCES,
  PREFERENCES_KEY,
  readPreferences,
  writePreferences,
  type Preferences
} from '$lib/storage/preferences';
import { startAnew } from './start-anew';

/** What the reader chose once, shared by every tab; the pages work the same when nothing can be kept. */
class PreferencesState {
  #current = $state.raw<Preferences>(DEFAULT_PREFERENCES);
  #kept = $state(true);
  #loaded = $state(false);

  get current(): Preferences {
    return this.#current;
  }

  /** False once the browser has refused to keep a choice: it then lasts until the page is closed. */
  get areKept(): boolean {
    return this.#kept;
  }

  /** Prerendered pages know no preferences; nothing may be concluded before this. */
  get areLoaded(): boolean {
    return this.#loaded;
  }

  /** Reads them and follows other tabs; returns what stops following. */
  load(): () => void {
    this.#current = readPreferences();
    this.#loaded = true;
    whenIdle(() => void keepThemeMark(this.#current.theme));
    const follow = (event: StorageEvent) => {
      if (event.key === PREFERENCES_KEY && event.newValue === null) return startAnew();
      if (event.key === PREFERENCES_KEY || event.key === null) this.#current = readPreferences();
    };
    addEventListener('storage', follow);
    return () => removeEventListener('storage', follow);
  }

  set(change: Partial<Preferences>): void {
    this.#current = { ...this.#current, ...change };
    this.#kept = writePreferences(this.#current);
    if (change.theme) void keepThemeMark(change.theme);
  }
}

export const preferences = new PreferencesState();
