const KEY = 'calcinote.installation';

export type Platform = 'ios' | 'android' | 'desktop';

/** Chromium's offer to install, not in the type library. */
interface InstallPromptEvent extends Event {
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

/** Installing on the home screen: offered once the app has been of use, and never again when declined. */
class Installation {
  #prompt = $state.raw<InstallPromptEvent>();
  #isInstalled = $state(false);
  #wasUsed = $state(false);
  #isDeclined = $state(false);
  #isWatching = false;

  /** The app runs from the home screen, or was just installed from this page. */
  get isInstalled(): boolean {
    return this.#isInstalled;
  }

  /** Whether the help should be offered now without being asked for. */
  get isOffered(): boolean {
    return this.#wasUsed && !this.#isDeclined && !this.#isInstalled;
  }

  /** Whether this browser can install by itself. */
  get canPrompt(): boolean {
    return this.#prompt !== undefined;
  }

  get platform(): Platform {
    const { userAgent, maxTouchPoints } = navigator;
    // An iPad says it is a Mac, but no Mac has a touch screen.
    if (/iPhone|iPad/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)) {
      return 'ios';
    }
    return /Android/.test(userAgent) ? 'android' : 'desktop';
  }

  /** Call when the page starts: the browser makes its offer early and once. A second call does nothing. */
  watch(): void {
    if (this.#isWatching) return;
    this.#isWatching = true;
    this.#isInstalled =
      matchMedia('(display-mode: standalone)').matches ||
      (navigator as { standalone?: boolean }).standalone === true;
    const stored = read();
    this.#wasUsed = stored === 'used';
    this.#isDeclined = stored === 'declined';
    addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault();
      this.#prompt = event as InstallPromptEvent;
    });
    addEventListener('appinstalled', () => {
      this.#isInstalled = true;
      this.#prompt = undefined;
    });
  }

  /** Call with the first completed result. */
  noteUse(): void {
    if (this.#wasUsed || this.#isDeclined) return;
    this.#wasUsed = true;
    write('used');
  }

  decline(): void {
    this.#isDeclined = true;
    write('declined');
  }

  async install(): Promise<void> {
    const prompt = this.#prompt;
    this.#prompt = undefined;
    await prompt?.prompt();
  }
}

export const installation = new Installation();

function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    // Storage refused: the help is offered once more, which does no harm.
    return null;
  }
}

function write(value: 'used' | 'declined'): void {
  try {
    localStorage.setItem(KEY, value);
  } catch {
    // As above.
  }
}
