/** What every end-to-end test may ask of a browser, whichever engine is inside. */
export interface Engine {
  name: 'chromium' | 'firefox' | 'webkit';
  /** Whether a profile can outlive its browser: WebKitGTK's automation always starts with an empty one. */
  keepsProfiles: boolean;
  open(options?: OpenOptions): Promise<EngineBrowser>;
}

export interface OpenOptions {
  /** Folder of a profile to go on with; without it the browser starts fresh. */
  profile?: string;
  viewport?: { width: number; height: number };
}

export interface EngineBrowser {
  newPage(): Promise<EnginePage>;
  close(): Promise<void>;
  /** Sudden death: no chance to write anything more. */
  kill(): Promise<void>;
}

/** A CSS selector, or what a person hears: a role and its exact accessible name. */
export type Target = string | { role: Role; name: string };

export type Role = keyof typeof ROLES;

/** Elements that have a role by nature or by attribute. */
export const ROLES = {
  button: 'button, summary, input[type=button], input[type=submit], [role=button]',
  checkbox: 'input[type=checkbox], [role=checkbox]',
  combobox: 'select, [role=combobox]',
  dialog: 'dialog, [role=dialog]',
  heading: 'h1, h2, h3, h4, h5, h6, [role=heading]',
  link: 'a[href], [role=link]',
  option: 'option, [role=option]',
  radio: 'input[type=radio], [role=radio]',
  textbox: 'input:not([type]), input[type=text], textarea, [role=textbox]'
} as const;

export interface EnginePage {
  /** At most as long as the driver waits by itself, unless told. */
  goto(url: string, timeout?: number): Promise<void>;
  reload(): Promise<void>;
  url(): Promise<string>;
  /** Runs a self-contained function in the page; argument and answer are JSON. */
  evaluate<Answer, Argument = undefined>(
    script: (argument: Argument) => Answer,
    argument?: Argument
  ): Promise<Awaited<Answer>>;
  click(target: Target): Promise<void>;
  /** Replaces what a field holds, key by key. */
  type(target: Target, text: string): Promise<void>;
  /** One key by its DOM name: `Enter`, `Tab`, `Escape`, `a`. */
  press(key: string): Promise<void>;
  /** The rendered text of the first match, spaces collapsed. */
  text(selector: string): Promise<string>;
  /** Asks again until the answer is true, at most 15 s unless told; the message says what was awaited. */
  waitUntil<Argument = undefined>(
    what: string,
    predicate: (argument: Argument) => boolean | Promise<boolean>,
    argument?: Argument,
    timeout?: number
  ): Promise<void>;
  screenshot(file: string): Promise<void>;
  /** The page as it is printed, where the driver of the engine can print. */
  pdf(): Promise<Uint8Array | undefined>;
  /** Violations of CSP or Trusted Types, uncaught errors: none is ever right. */
  problems(): Promise<string[]>;
  /** Errors on the console, among them failed requests, which are right in flight mode. */
  consoleErrors(): string[];
  /** Addresses asked for so far, where the engine tells. */
  requests(): string[];
  close(): Promise<void>;
}
