import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Where the browsers (and the one web server) of the tests are, in one place, and how to get them.
 *
 * @typedef {'chromium' | 'firefox' | 'webkit' | 'nginx' | 'caddy'} Tool
 */

/** Debian packages that hold each tool. */
const PACKAGES = /** @type {const} */ ({
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb'],
  nginx: ['nginx-light'],
  caddy: ['caddy']
});

/** Chromium refuses its sandbox to root; the rest stops what it does in the background on its own account. */
export const CHROMIUM_FLAGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
];

/**
 * Paths of what is installed, absent when it is not.
 */
export function browsers() {
  const miniBrowser = firstFile(
    ['/usr/lib', '/usr/libexec', ...under('/usr/lib', /-linux-gnu$/)].flatMap((lib) =>
      under(lib, /^webkit2?gtk-/).map((folder) => join(folder, 'MiniBrowser'))
    )
  );
  const driver = command('WebKitWebDriver');
  const xvfb = command('Xvfb');
  return {
    chromium:
      process.env.CHROMIUM_PATH ?? command('chromium', 'chromium-browser', 'google-chrome-stable'),
    firefox: process.env.FIREFOX_PATH ?? command('firefox-esr', 'firefox'),
    webkit:
      miniBrowser !== undefined && driver !== undefined && xvfb !== undefined
        ? { miniBrowser, driver, xvfb }
        : undefined,
    nginx: command('nginx'),
    caddy: command('caddy')
  };
}

/** @returns {string} Chromium's path, for suites that cannot do without it */
export function chromiumPath() {
  const path = browsers().chromium;
  if (path === undefined) throw new Error(`Chromium is not installed: ${howToInstall('chromium')}`);
  return path;
}

/** @param {Tool} tool */
export function howToInstall(tool) {
  return `apt-get install ${PACKAGES[tool].join(' ')}`;
}

/**
 * Installs the tools that are missing, where this user may.
 *
 * @param {Tool[]} wanted
 * @returns {{ missing: Tool[], sentences: string[] }} what is still missing, and one sentence for each
 */
export function ensureTools(wanted) {
  const before = browsers();
  const absent = wanted.filter((tool) => before[tool] === undefined);
  if (absent.length === 0) return { missing: [], sentences: [] };

  const apt = aptGet();
  if (apt !== undefined) {
    console.log(`Installing for the tests: ${absent.flatMap((tool) => PACKAGES[tool]).join(' ')}`);
    run(apt, ['update']);
    for (const tool of absent) run(apt, ['install', '-y', ...PACKAGES[tool]]);
  }
  const after = browsers();
  const missing = absent.filter((tool) => after[tool] === undefined);
  const why = apt === undefined ? 'may not be installed by this user' : 'could not be installed';
  return {
    missing,
    sentences: missing.map((tool) => `${tool} ${why}; install it with: ${howToInstall(tool)}`)
  };
}

/** @returns {string[] | undefined} apt-get as this user may run it */
function aptGet() {
  if (command('apt-get') === undefined) return undefined;
  const apt = ['apt-get', '-q', '-o', 'Dpkg::Use-Pty=0', '-o', 'APT::Install-Recommends=false'];
  if (process.getuid?.() === 0) return apt;
  const maySudo = command('sudo') && spawnSync('sudo', ['-n', 'true']).status === 0;
  return maySudo ? ['sudo', '-n', ...apt] : undefined;
}

/**
 * @param {string[]} apt
 * @param {string[]} rest
 */
function run([program = '', ...first], rest) {
  spawnSync(program, [...first, ...rest], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  });
}

/** @param {...string} names */
function command(...names) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/sbin'];
  return firstFile(names.flatMap((name) => folders.map((folder) => join(folder, name))));
}

/** @param {string[]} paths */
function firstFile(paths) {
  return paths.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * @param {string} folder
 * @param {RegExp} name
 */
function under(folder, name) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((entry) => name.test(entry))
    .map((entry) => join(folder, entry));
}
