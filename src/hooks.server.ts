import type { Handle } from '@sveltejs/kit';
import { building } from '$app/environment';
import { base } from '$lib/i18n/paths';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { baseLocale } from '$lib/i18n/paraglide/runtime';
import { KEPT_COMPILED_LIST } from '../scripts/kept-compiled.js';
import { STARTS } from '../scripts/read-only-pages.js';

/** Pages carry their language in the URL; the document must say it before any script runs. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: ({ html }) => {
      const locale = event.params.locale ?? baseLocale;
      const page = html.replace('%lang%', locale);
      const start = Object.keys(STARTS).find((name) => page.includes(`%${name}%`)) as
        keyof typeof STARTS | undefined;
      if (!building) return start ? page.replace(`%${start}%`, `/${STARTS[start]}`) : page;
      if (!start) return page.replace(KIT_START, `${scriptOf('shared')}$&`);
      // At the end: fetched first, they would hold up the first paint.
      const scripts = textsOf(locale) + scriptOf('shared', 'defer ') + scriptOf(start, 'defer ');
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
/** The styles of the shell and of the page itself, without those of what is loaded later. */
const IS_SHOWN = /^(shell|\d+)$/;

/**
 * The page where the app opens. Its styles stand in the page itself, allowed by their hash, so that nothing is waited for;
 * those of what is loaded later come with it.
 */
function opening(html: string): string {
  let css = '';
  let named = '';
  const page = html.replace(STYLE_SHEET, (link, file: string, name: string) => {
    if (!IS_SHOWN.test(name) && name !== 'startup') return '';
    css += builtFile(file).trim();
    // Named, so that the scripts do not fetch and await it, but for a medium that there is not.
    named += link.replace('>', ' media="not all">');
    return '';
  });
  if (css === '') throw new Error('No style sheet to put into the page');
  const hash = createHash('sha256').update(css).digest('base64');
  return page
    .replace("style-src 'self'", `style-src 'self' 'sha256-${hash}'`)
    .replace('</head>', `<style>${css}</style></head>`)
    .replace('</body>', `${named}</body>`);
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

/** The texts are modules: named, they are there when the scripts ask for them. */
function textsOf(locale: string): string {
  return `<link href="${base}/${built(`virtual:texts/first/${locale}`).file}" rel="modulepreload">`;
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
