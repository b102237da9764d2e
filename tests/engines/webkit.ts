import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { remote } from 'webdriverio';
import { browsers, howToInstall } from '../../scripts/browsers.js';
import type { Engine, EnginePage } from './engine';
import { SELECT_ALL, TEXT, VIOLATION, reportViolations, selectorOf, until } from './in-page';

type Session = Awaited<ReturnType<typeof remote>>;

/** Keys that WebDriver knows by a private character. */
const KEYS: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  ' ': '\uE00D',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017'
};

/** WebKitGTK's MiniBrowser on a screen of its own. Every session starts with an empty profile. */
export const webkit: Engine = {
  name: 'webkit',
  keepsProfiles: false,
  async open({ viewport = { width: 390, height: 844 } } = {}) {
    const paths = browsers().webkit;
    if (paths === undefined) {
      throw new Error(`WebKitGTK is not installed: ${howToInstall('webkit')}`);
    }
    const screen = await virtualScreen(paths.xvfb);
    const port = await freePort();
    const driver = spawn(paths.driver, [`--port=${port}`, '--host=127.0.0.1'], {
      stdio: 'ignore',
      detached: true,
      env: { ...process.env, DISPLAY: screen.display, GDK_BACKEND: 'x11' }
    });
    const stop = (): void => {
      for (const child of [driver, screen.process]) endGroup(child);
    };
    try {
      await until('WebKitWebDriver to answer', async () => {
        const answer = await fetch(`http://127.0.0.1:${port}/status`);
        return answer.ok;
      });
      const session = await remote({
        hostname: '127.0.0.1',
        port,
        logLevel: 'silent',
        capabilities: {
          browserName: 'MiniBrowser',
          'wdio:enforceWebDriverClassic': true,
          'webkitgtk:browserOptions': { binary: paths.miniBrowser, args: ['--automation'] }
        } as WebdriverIO.Capabilities
      });
      let windows = 0;
      return {
        async newPage() {
          const handle =
            windows++ === 0
              ? await session.getWindowHandle()
              : (await session.createWindow('window')).handle;
          await session.switchToWindow(handle);
          await session.setWindowRect(null, null, viewport.width, viewport.height);
          return watched(session, handle);
        },
        async close() {
          await session.deleteSession().catch(() => undefined);
          stop();
        },
        async kill() {
          stop();
        }
      };
    } catch (error) {
      stop();
      throw error;
    }
  }
};

const REACH_MS = 2000;

/** Whether a tap would meet it: this driver taps where an element is, whatever lies over it. One that is covered is moved. */
function inReach(selector: string): boolean {
  const element = document.querySelector(selector);
  if (!element) return false;
  const { left, top, width, height } = element.getBoundingClientRect();
  if (element.contains(document.elementFromPoint(left + width / 2, top + height / 2))) return true;
  element.scrollIntoView({ block: 'center' });
  return false;
}

function watched(session: Session, handle: string): EnginePage {
  const problems: string[] = [];

  /** One session drives all windows: each step first names its own. */
  const here = async <Answer>(step: () => Promise<Answer>): Promise<Answer> => {
    await session.switchToWindow(handle);
    return step();
  };
  /** This driver has no script before the page's own: what happens while loading is not seen. */
  const watch = async (): Promise<void> => {
    await session.execute(WATCH, reportViolations.toString(), VIOLATION);
  };
  const gather = async (): Promise<void> => {
    problems.push(...(await session.execute(GATHER)));
  };

  const self: EnginePage = {
    goto: (url) =>
      here(async () => {
        await gather();
        await session.navigateTo(url);
        await watch();
      }),
    reload: () =>
      here(async () => {
        await gather();
        await session.refresh();
        await watch();
      }),
    url: () => here(() => session.getUrl()),
    evaluate: (script, argument) =>
      here(() => session.execute(script as () => never, ...([argument] as unknown as []))),
    click: async (target) => {
      const selector = await selectorOf(self, target);
      // What cannot be seen, such as the box of a drawn tick, is clicked as it is.
      await self
        .waitUntil(`${selector} in reach`, inReach, selector, REACH_MS)
        .catch(() => undefined);
      await here(() => session.$(selector).click());
    },
    async type(target, text) {
      const selector = await selectorOf(self, target);
      await here(async () => {
        await session.$(selector).waitForExist();
        await session.execute(SELECT_ALL, selector);
        await session.keys(['Delete']);
        for (const character of text) await session.keys([character]);
      });
    },
    press: (key) => here(() => session.keys([KEYS[key] ?? key])),
    text: (selector) => here(() => session.execute(TEXT, selector)),
    waitUntil: (what, predicate, argument, timeout) =>
      until(what, async () => (await self.evaluate(predicate, argument)) as boolean, timeout),
    screenshot: (file) =>
      here(async () => {
        await session.saveScreenshot(file);
      }),
    // WebKitWebDriver has no command for it.
    pdf: async () => undefined,
    problems: () =>
      here(async () => {
        await gather();
        return problems;
      }),
    consoleErrors: () => [],
    requests: () => [],
    close: () => here(() => session.closeWindow().then(() => undefined))
  };
  return self;
}

type Watched = { e2eProblems?: string[] };

const WATCH = (_report: string, prefix: string): void => {
  const page = globalThis as Watched;
  if (page.e2eProblems) return;
  const found: string[] = (page.e2eProblems = []);
  document.addEventListener('securitypolicyviolation', (event) => {
    found.push(`${prefix} ${event.effectiveDirective} ${event.blockedURI}`);
  });
  addEventListener('error', (event) => found.push(`uncaught ${event.message}`));
  addEventListener('unhandledrejection', (event) => found.push(`uncaught ${event.reason}`));
};

const GATHER = (): string[] => (globalThis as Watched).e2eProblems?.splice(0) ?? [];

async function virtualScreen(program: string): Promise<{ display: string; process: ChildProcess }> {
  const child = spawn(
    program,
    ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], detached: true }
  );
  const output = child.stdio[3];
  const number = await new Promise<string>((done, failed) => {
    child.once('error', failed);
    child.once('exit', () => failed(new Error('Xvfb did not start')));
    output?.once('data', (data: Buffer) => done(data.toString().trim()));
  });
  return { display: `:${number}`, process: child };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** Ends a child started as the head of its own group, with all that it started. */
function endGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}
