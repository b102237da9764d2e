import type { Handle } from '@sveltejs/kit';
import { building } from '$app/environment';
import { base } from '$lib/i18n/paths';
import Beasties from 'beasties';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { baseLocale } from '$lib/i18n/paraglide/runtime';
import { KEPT_COMPILED_LIST } from '../scripts/kept-compiled.js';
import { STARTS } from '../scripts/read-only-pages.js';

/** Pages carry their language in the URL; the document must say it before any script runs. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: async ({ html }) => {
      const locale = event.params.locale ?? baseLocale;
      const page = html.replace('%lang%', locale);
      const start = Object.keys(STARTS).find((name) => page.includes(`%${name}%`)) as
        keyof typeof STARTS | undefined;
      if (!building) return start ? page.replace(`%${start}%`, `/${STARTS[start]}`) : page;
      if (!start) return page.replace(KIT_START, `${scriptOf('shared')}$&`);
      // At the end: fetched first, they would hold up the first paint. Run as soon as they are there (`async`), they do so, too.
      const scripts = scriptOf('shared', 'defer ') + scriptOf(start, 'defer ');
      const written = page
        .replace(SCRIPT, '')
        .replace('</head>', () => `${stylesOf(start)}</head>`)
        .replace('</body>', () => `${scripts}</body>`);
      if (start === 'classify') return opening(written);
      return start === 'reader' ? lean(written) : withShownStyles(written, 'startup', start);
    }
  });

/** Kit's own start, which imports the modules that build on it. */
const KIT_START = /<script>\s*\{\s*__sveltekit/;
const SCRIPT = /\s*<script type="module" [^>]*><\/script>/;
const STYLE_SHEET =
  /<link href="[^"]*?(_app\/immutable\/assets\/([\w-]+)\.[\w-]+\.css)" rel="stylesheet">/g;
/** Also what is not there yet when the page is written: another theme, a field in use or refused, the first answer. */
const beasties = new Beasties({
  external: false,
  fonts: false,
  safeParser: false,
  logLevel: 'warn',
  allowRules: [
    /data-theme/,
    /^:focus-visible/,
    /aria-invalid/,
    /\[open\]>summary/,
    /^\.error/,
    /^\.(dystrophic|metastatic|iatrogenic|idiopathic)/,
    /^\.flags/
  ]
});
/** The styles of the shell and of the page itself, without those of what is loaded later. */
const IS_SHOWN = /^(shell|\d+)$/;

/**
 * The page where the app opens. The styles of what it shows stand in the page itself, allowed by their hash, so that nothing is
 * waited for; all of them are named, for its script to bring before the rest (`start.svelte.ts`).
 */
async function opening(html: string): Promise<string> {
  let css = '';
  let named = '';
  const page = html.replace(STYLE_SHEET, (link, file: string, name: string) => {
    if (!IS_SHOWN.test(name) && name !== 'startup') return '';
    css += builtFile(file).trim();
    named += link.replace('>', ' disabled>');
    return '';
  });
  if (css === '') throw new Error('No style sheet to put into the page');
  const shown = await stylesShown(page, css);
  const hash = createHash('sha256').update(shown).digest('base64');
  return page
    .replace("style-src 'self'", `style-src 'self' 'sha256-${hash}'`)
    .replace('</head>', () => `<style>${shown}</style></head>`)
    .replace('</body>', `${named}</body>`);
}

/** The rules that hold for something in the page as it is written. */
async function stylesShown(page: string, css: string): Promise<string> {
  const style = /<style>([^]*)<\/style>/;
  const reduced = await beasties.process(
    page.replace('</head>', () => `<style>${css}</style></head>`)
  );
  const shown = style.exec(reduced)?.[1];
  if (!shown) throw new Error('The page needs no style at all');
  return shown;
}

/** The page without the styles of what is loaded later, which brings its own. */
function withShownStyles(html: string, ...also: string[]): string {
  return html.replace(STYLE_SHEET, (link, _, name: string) =>
    IS_SHOWN.test(name) || also.includes(name) ? link : ''
  );
}

/** A page that is only read needs no marks to start from, and no styles of what is loaded later. */
function lean(html: string): string {
  return (
    withShownStyles(html)
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(/ data-sveltekit-[a-z]+="(?:true)?"/g, '')
      .replace(/<link rel="alternate"[^>]*>|<meta name="description"[^>]*>/g, '')
      .replace(/ style-src-attr [^;]*;/, '')
      // Closing tags that HTML lets go.
      .replace(/<\/(?:li|td|th|tr)>/g, '')
      .replace(/\s*\n\s*/g, ' ')
  );
}

/** What every script builds on, or what starts a written page: scripts/kept-compiled.js. */
function scriptOf(name: 'shared' | keyof typeof STARTS, attribute = ''): string {
  const files = JSON.parse(builtFile(KEPT_COMPILED_LIST)) as Record<string, string>;
  return `<script ${attribute}src="${base}/${files[name]}"></script>`;
}

/** The styles of what starts a written page, where they are its own. */
function stylesOf(start: keyof typeof STARTS): string {
  const { css = [] } = built(STARTS[start]);
  return css.map((file) => `<link href="${base}/${file}" rel="stylesheet">`).join('');
}

function built(key: string): { file: string; css?: string[] } {
  const list = JSON.parse(builtFile('.vite/manifest.json')) as Record<
    string,
    ReturnType<typeof built>
  >;
  if (!list[key]) throw new Error(`Nothing was built from ${key}`);
  return list[key];
}

function builtFile(file: string): string {
  return readFileSync(join('.svelte-kit', 'output', 'client', file), 'utf8');
}
