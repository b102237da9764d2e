import { ROLES, type EnginePage, type Target } from './engine';

/** Prefix under which a page reports a violation on its console. */
export const VIOLATION = 'policy violation:';

/** Runs in every document before its own scripts. */
export function reportViolations(prefix: string): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(
      `${prefix} ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile ?? ''}:${event.lineNumber} ${event.sample}`
    );
  });
}

/** Prefix under which a page reports, on its console, a module or its style sheet that it asked for in vain. */
export const MODULE_MISSING = 'module missing:';

/** How Firefox words the failure of a dynamic import, and Vite that of a style sheet that an import needs. */
export const IMPORT_FAILED = /error loading dynamically imported module|Unable to preload CSS/;

/** Runs in every document before its own scripts. A document that has been left hears no such event any more. */
export function reportMissingModules(prefix: string): void {
  let leaving = false;
  addEventListener('beforeunload', () => (leaving = true));
  addEventListener('pageshow', () => (leaving = false));
  addEventListener('unhandledrejection', ({ reason }) => {
    if (!leaving && /dynamically imported module|preload CSS/.test(String(reason))) {
      console.error(`${prefix} ${reason}`);
    }
  });
  const missing = ({ target }: Event) => {
    if (!leaving && target instanceof HTMLLinkElement && target.rel === 'stylesheet')
      console.error(`${prefix} ${target.href}`);
  };
  addEventListener('error', missing, true);
}

/** The CSS selector of a target, having marked the element where only its role and name are known. */
export async function selectorOf(page: EnginePage, target: Target): Promise<string> {
  if (typeof target === 'string') return target;
  const mark = String(++marks);
  await page.waitUntil(`${target.role} "${target.name}"`, markByName, {
    selector: ROLES[target.role],
    name: target.name,
    mark
  });
  return `[data-e2e="${mark}"]`;
}

let marks = 0;

function markByName({
  selector,
  name,
  mark
}: {
  selector: string;
  name: string;
  mark: string;
}): boolean {
  const words = (text: string | null | undefined): string =>
    (text ?? '').replace(/\s+/g, ' ').trim();
  const nameOf = (element: Element): string => {
    const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
    if (ids.length > 0) {
      return words(ids.map((id) => document.getElementById(id)?.textContent).join(' '));
    }
    const label = element.getAttribute('aria-label');
    if (label) return words(label);
    const labels = 'labels' in element ? (element.labels as NodeListOf<HTMLElement> | null) : null;
    if (labels && labels.length > 0) {
      return words([...labels].map((each) => each.textContent).join(' '));
    }
    return words(element.textContent) || words(element.getAttribute('title'));
  };
  const found = [...document.querySelectorAll(selector)].find(
    (element) => element.getClientRects().length > 0 && nameOf(element) === words(name)
  );
  found?.setAttribute('data-e2e', mark);
  return found !== undefined;
}

/** Polls `ask`, since a page under Trusted Types does not let a driver compile a predicate of its own. */
export async function until(
  what: string,
  ask: () => Promise<boolean>,
  timeout = 15_000
): Promise<void> {
  const end = performance.now() + timeout;
  let last: unknown;
  do {
    try {
      if (await ask()) return;
    } catch (error) {
      last = error;
    }
    await new Promise((done) => setTimeout(done, 50));
  } while (performance.now() < end);
  throw new Error(
    `Waited ${timeout} ms in vain for: ${what}`,
    last === undefined ? {} : { cause: last }
  );
}

export const TEXT = (selector: string): string => {
  const element = document.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`nothing matches ${selector}`);
  return element.innerText.replace(/[ \t\r\n]+/g, ' ').trim();
};

export const SELECT_ALL = (selector: string): void => {
  const field = document.querySelector<HTMLInputElement>(selector);
  field?.focus();
  field?.select();
};
